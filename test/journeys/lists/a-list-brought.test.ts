import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../infra/local/simulators/people/people.ts';
import type { ImportDetails } from '../../../shared/domain/sheet/imports/api-shapes.ts';
import { aWorkbook } from '../../support/sheets/workbook.ts';
import {
  aWardOffice,
  dayAt,
  ledgerOf,
  until,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from '../actors/a-ward-office.ts';

const today = dayAt(0).split('-').toReversed().join('/');
const list = aWorkbook({
  rows: [
    ['Mã hồ sơ', 'Người nộp', 'Số điện thoại', 'Ngày có kết quả', 'Trạng thái'],
    ['H29.26-260302-0001', 'Nguyễn Thị Hằng', 912345671, today, 'Đã có kết quả'],
    ['H29.26-260302-0002', 'Trần Văn Nam', '0912345672', today, 'Đã có kết quả'],
    ['H29.26-260302-0003', 'Lê Thị Lan', '0912345673', '31/02/2026', 'Đã có kết quả'],
  ],
});

const refused: string[] = [];
let office: WardOffice;
beforeAll(async () => {
  office = await aWardOffice();
  office.system.onLine((line) => {
    if (line.is === 'text' && line.text.startsWith('refused:')) refused.push(`${line.function} ${line.text}`);
  });
  await office.cli([
    'officer',
    'put',
    ...people.map(({ login, name, role }) => JSON.stringify({ login, name, ward: vungTau, roles: [role] })),
  ]);
}, 120_000);
afterAll(() => office.stop());

const send = (url: string, headers: Record<string, string>, body: Uint8Array): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PUT', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', reject);
    sent.end(body);
  });

describe('a list in Excel, brought by the system of an office', () => {
  it('is rehearsed, started and answered row by row', async () => {
    const bearer = await office.token(await office.credentials('--ward', vungTau));
    const ask = async (method: string, path: string, body?: object): Promise<Response> =>
      fetch(new URL(path, office.system.url), {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    const sha256 = createHash('sha256').update(list).digest('hex');
    const made = await ask('POST', '/v1/imports', { fileName: 'ho-so.xlsx', sha256, bytes: list.length });
    const { importId, upload } = (await made.json()) as {
      importId: string;
      upload: { url: string; headers: Record<string, string> };
    };
    expect(await send(upload.url, upload.headers, list)).toBe(200);
    expect((await ask('POST', `/v1/imports/${importId}/read`, {})).status).toBe(200);
    const standing = (state: string) =>
      until(`import ${state}`, async () => {
        const one = (await (await ask('GET', `/v1/imports/${importId}`)).json()) as ImportDetails;
        return one.state === state && one;
      });
    expect(await standing('checked')).toMatchObject({
      counts: { ready: 2, rejected: 1 },
      foreseen: { citizens: 2, texts: 2 },
      toMend: [{ row: 4, outcome: 'rejected' }],
    });
    expect(await ledgerOf(office.system)).toEqual([]);
    expect((await ask('POST', `/v1/imports/${importId}/start`, {})).status).toBe(200);
    expect(await standing('done')).toMatchObject({ counts: { accepted: 2, rejected: 1 } });
    await whenAllIsSaid(office.system, 2);
    expect(await (await ask('GET', `/v1/imports/${importId}/report.csv`)).text()).toContain('đã nhận');
    const original = await (await ask('GET', `/v1/imports/${importId}/original`)).arrayBuffer();
    expect(Buffer.from(original).equals(list)).toBe(true);
  }, 120_000);
});

describe('the same list, brought by a clerk at the desk', () => {
  const jar = new Map<string, string>();
  const ask = async (target: string, body?: URLSearchParams | FormData): Promise<Response> => {
    const answer = await fetch(new URL(target, office.system.url), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { method: 'POST', body }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const proofIn = (page: string, action: string): [string, string][] => {
    const form = page
      .split('<form')
      .find((one) => one.includes(`action="${action}"`))!
      .split('</form')[0]!;
    return [...form.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!],
    );
  };

  it('says that everybody was told already, and tells nobody again', async () => {
    const provider = (await ask('/dang-nhap/bat-dau?ve=/viec')).headers.get('location')!;
    const name = /name="ask" value="([^"]+)"/.exec(await (await fetch(provider)).text())![1]!;
    const chosen = await fetch(new URL('/authorize', provider), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ask: name, ai: people[0].login }),
    });
    await ask(chosen.headers.get('location')!);

    const form = new FormData();
    for (const [field, value] of proofIn(await (await ask('/nhap')).text(), '/nhap'))
      form.append(field, value);
    form.append('tep', new Blob([list]), 'hồ sơ của Hằng.xlsx');
    const taken = await ask('/nhap', form);
    const where = taken.headers.get('location')!;
    expect(where).toMatch(/^\/nhap\/[\w-]+\?da=file-taken$/);
    const path = where.split('?')[0]!;
    const shown = (words: string) =>
      until(words, async () => {
        const page = await (await ask(path)).text();
        return page.includes(words) && page;
      });
    const page = await shown('Nếu bắt đầu, 0 người dân sẽ nhận tin');
    expect(page).toContain('2 dòng im');
    expect(page).toContain('Không đọc được ngày này');
    expect(page).toContain('hồ sơ của Hằng.xlsx');
    const started = await ask(
      path,
      new URLSearchParams([...proofIn(page, path), ['buoc', 'bat-dau']] as [string, string][]),
    );
    expect(started.headers.get('location')).toContain('da=file-started');
    await shown('đã có, không báo lại');
    expect(await ledgerOf(office.system)).toHaveLength(2);
    const report = (await ask(`${path}/bao-cao`)).headers.get('location')!;
    expect(await (await fetch(report)).text()).toContain('đã có, không báo lại');
    expect(report).not.toMatch(/H%E1|Hằng|26506/);
  }, 120_000);

  it('and no function was refused anything on the way', () => {
    expect(refused).toEqual([]);
  });
});
