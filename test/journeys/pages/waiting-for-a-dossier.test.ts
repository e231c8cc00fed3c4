import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aWardOffice,
  itemsOf,
  ledgerOf,
  until,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from '../actors/a-ward-office.ts';

const dossierCode = 'H29.26-260302-0001';
const name = 'Nguyễn Thị Kim Canary';

let office: WardOffice;
let token: string;
let receipt: string;

const report = async (given: Record<string, unknown>): Promise<string> => {
  const now = new Date(Date.now() + office.clockOffset).toISOString();
  const event = {
    eventId: `e-${String(given['status'])}`,
    dossierCode,
    procedureCode: '1.004873',
    occurredAt: now,
    ...given,
  };
  const answer = await fetch(`${office.system.url}/v1/status-events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ events: [event] }),
  });
  const { results } = (await answer.json()) as { results: { receiptCode: string }[] };
  return results[0]!.receiptCode;
};

/** A citizen's telephone, with what it is asked for; each person has an address of their own. */
const ask = async (path: string, fields?: Record<string, string>): Promise<Response> =>
  fetch(new URL(path, office.system.url), {
    redirect: 'manual',
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });

const lookUp = (hs: string, bi: string) => ask('/tra-cuu', { hs, bi });
const proofIn = (page: string): string =>
  /name="phieu" value="([^"]+)"/.exec(page.replaceAll(/\s+/g, ' '))![1]!;

beforeAll(async () => {
  office = await aWardOffice();
  token = await office.token(await office.credentials('--ward', vungTau));
  receipt = await report({
    status: 'completed',
    applicant: { name, phone: '0912 345 678' },
    returnMethod: 'counter',
  });
  await whenAllIsSaid(office.system);
}, 180_000);
afterAll(() => office.stop());

describe('somebody who waits for a dossier', () => {
  let page: string;
  const read = async () => (await ask(page)).text();
  const act = async (fields: Record<string, string>) => {
    const answer = await ask(page, { phieu: proofIn(await read()), ...fields });
    return [answer.status, answer.headers.get('location')?.split('?da=')[1]];
  };

  it('types two codes and sees how it stands, where to come and what was told, and nobody’s name', async () => {
    const asked = await (await ask('/tra-cuu')).text();
    expect(asked).toContain('Mã trên giấy hẹn');
    const answer = await lookUp(
      ` ${dossierCode.toLowerCase()} `,
      `${receipt.slice(0, 4)} ${receipt.slice(4)}`,
    );
    expect(answer.status).toBe(303);
    page = answer.headers.get('location')!;
    const shown = await read();
    for (const seen of ['Hồ sơ đã có kết quả', dossierCode, 'Mang theo', 'đuôi 678'])
      expect(shown).toContain(seen);
    for (const hidden of ['Canary', '0912', '912345678']) expect(shown + page).not.toContain(hidden);
    expect(gzipSync(shown).length).toBeLessThan(30_000);
    expect(shown).not.toContain('<script');
  });

  it('is answered in one way by every miss', async () => {
    const misses = [
      await lookUp(dossierCode, 'AAAA2222'),
      await lookUp('H29.26-260302-0002', receipt),
      await lookUp('không có', 'gì cả'),
    ];
    const said = await Promise.all(
      misses.map(async (one) => (await one.text()).replaceAll(/value="[^"]*"/g, '')),
    );
    expect(misses.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(said).size).toBe(1);
    expect((await ask('/tra-cuu/1.abcdefghijklmnopqrstuvwxyz')).status).toBe(404);
  });

  it('stops the texts, and takes that back; each is confirmed to the phone', async () => {
    const said = async (part: string) =>
      until(part, async () => (await ledgerOf(office.system)).find(({ text }) => text.includes(part)));
    expect(await act({ viec: 'thoi' })).toEqual([303, 'thoi']);
    await said('khong gui tin den so nay');
    expect(await read()).toContain('Nhận tin lại');
    expect(await act({ viec: 'nhan' })).toEqual([303, 'nhan']);
    await said('chung toi gui tin ve ho so');
    expect(await read()).toContain('Thôi nhận tin');
  }, 90_000);

  it('has another phone told, with six digits that came to it', async () => {
    expect(await act({ viec: 'so-moi', so: '12' })).toEqual([303, 'so-sai']);
    expect(await act({ viec: 'so-moi', so: '0987 654 321' })).toEqual([303, 'gui-ma']);
    const code = await until('six digits', async () =>
      (await ledgerOf(office.system)).find(({ text }) => text.includes('So xac nhan')),
    );
    const digits = /\d{6}/.exec(code.text)![0];
    expect(await act({ viec: 'xac-nhan', 'ma-so': digits === '000000' ? '111111' : '000000' })).toEqual([
      303,
      'sai-ma',
    ]);
    expect(await act({ viec: 'xac-nhan', 'ma-so': digits })).toEqual([303, 'doi-so']);
    await until('the new phone', async () => (await read()).includes('đuôi <b>321</b>'));
  }, 90_000);

  it('says once how they were served, when the papers are in their hands', async () => {
    await report({ status: 'returned' });
    await until('the result is handed over', async () => (await read()).includes('Đã trả kết quả'));
    expect(await act({ viec: 'danh-gia' })).toEqual([303, 'chua-chon']);
    expect(await act({ viec: 'danh-gia', muc: '5', 'y-kien': `Cảm ơn cô ${name}` })).toEqual([303, 'cam-on']);
    expect(await act({ viec: 'danh-gia', muc: '1' })).toEqual([303, 'da-danh-gia']);
    const items = await itemsOf(office.system);
    expect(items.find(({ pk }) => pk === `RATING#${vungTau}`)).toMatchObject({ score5: 1 });
    expect(JSON.stringify(items.filter(({ pk }) => /^(?:RATING|LOOKUP)#/.test(String(pk))))).not.toContain(
      'Canary',
    );
  }, 60_000);

  it('cannot rate on a tablet that no office opened', async () => {
    expect((await ask(`/danh-gia/${vungTau}`)).status).toBe(403);
    expect((await ask(`/danh-gia/${vungTau}?may=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`)).status).toBe(403);
    expect((await ask(`/danh-gia/${vungTau}`, { muc: '5' })).status).toBe(403);
  });

  it('gets nothing done by a form of another site, or one that lay open too long', async () => {
    const forged = await ask(page, { viec: 'thoi' });
    expect(forged.status).toBe(403);
    const elsewhere = await fetch(new URL(page, office.system.url), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ phieu: proofIn(await read()), viec: 'thoi' }),
    });
    expect(elsewhere.status).toBe(403);
  });

  it('a machine that guesses is slowed down, finds nothing, and nobody at the ward’s door notices', async () => {
    const came = new Map<number, number>();
    for (let index = 0; index < 120; index += 1) {
      const { status } = await lookUp(`H29.26-260303-${index}`, 'AAAA2222');
      came.set(status, (came.get(status) ?? 0) + 1);
    }
    expect([...came.keys()].toSorted((one, other) => one - other)).toEqual([404, 429]);
    expect(came.get(404)).toBeLessThan(40);
    const slowed = await lookUp(dossierCode, receipt);
    expect([slowed.status, Number(slowed.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await ask(page)).status).toBe(200);
    expect(await report({ status: 'returned', eventId: 'e-late' })).toBe(receipt);
  }, 60_000);

  it('no right was missing, and no code, phone or address stands in a line of the functions', () => {
    const said = office.lines.filter((line) => line.is === 'text').map((line) => line.text);
    expect(said.filter((text) => text.startsWith('refused:'))).toEqual([]);
    for (const hidden of [receipt, '912345678', '987654321', 'Canary'])
      expect(said.join('\n')).not.toContain(hidden);
  });
});
