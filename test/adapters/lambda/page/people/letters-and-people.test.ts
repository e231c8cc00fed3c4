import { describe, expect, it } from 'vitest';
import { LetterSummary } from '../../../../../shared/domain/letter/api/shapes.ts';
import { letterRoutes } from '../../../../../shared/adapters/lambda/page/routes/letters.ts';
import { peopleRoutes } from '../../../../../shared/adapters/lambda/page/routes/people.ts';
import { printRoutes } from '../../../../../shared/adapters/lambda/page/routes/print.ts';
import { signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { memoryVault } from '../../../../../shared/adapters/memory/vault.ts';
import type { Officer } from '../../../../../shared/domain/people/officer.ts';
import type { Store } from '../../../../../shared/adapters/memory/store.ts';
import { searchAudit } from '../../../../../shared/flows/people/search-audit.ts';
import { putOfficer, takeOfficerOff } from '../../../../../shared/flows/people/manage-officers.ts';
import { nineOClock } from '../../../../contracts/cost/ward-day.ts';
import { aLetter } from '../../../../contracts/letter/letters.contract.ts';
import { aDesk, proofIn } from '../a-desk.ts';

const hostile = '<img src=x onerror=alert(1)>"\'&';
const letter = aLetter();
const id = letter.id as string;

const summary = (state: string) =>
  LetterSummary.parse({
    letterId: id,
    kind: 'condolence',
    state,
    since: nineOClock,
    version: 3,
    release: 'by-person',
    recipient: hostile,
    dossierCode: 'H29.26-261130-0019',
    issuedOn: '2026-12-01',
    createdAt: nineOClock,
    leaflet: true,
    reason: hostile,
  });

const opened = async (roles: Officer['roles'], state = 'rendered') => {
  const acted: unknown[] = [];
  const desk = aDesk(
    { ...signInRoutes, ...letterRoutes, ...printRoutes, ...peopleRoutes },
    ({ officers, audit }: Store) => {
      const people = { officers, vault: memoryVault(), clock: () => nineOClock };
      return {
        listLetters: async (_ward: string, asked: { state: string }) => ({
          letters: asked.state === state ? [summary(state)] : [],
        }),
        showLetter: async (name: { ward: string; id: string }) =>
          name.ward === '26506' && name.id === id
            ? {
                ...summary(state),
                content: letter.content,
                acts: [{ by: hostile, what: 'rendered', at: nineOClock, version: 3 }],
              }
            : undefined,
        paperOf: async ({ ward }: { ward: string }) => (ward === '26506' ? Buffer.from('%PDF') : undefined),
        batchOf: async (ward: string) => (ward === '26506' ? Buffer.from('%PDF') : undefined),
        actOnLetter: async (...said: unknown[]) => {
          acted.push(said);
          return { is: 'done' };
        },
        print: async (...said: unknown[]) => {
          acted.push(said);
          return { results: [], document: { url: 'https://files.example.vn/x', expiresAt: nineOClock } };
        },
        officersOf: (ward: Officer['ward']) => officers.of(ward),
        putOfficer: putOfficer(people),
        takeOfficerOff: takeOfficerOff(people),
        searchAudit: searchAudit({ audit }),
      };
    },
  );
  await desk.seat('nam@phuong.example.vn', 'Nguyễn Văn Nam', roles);
  const browser = desk.browser();
  await browser.signIn('nam@phuong.example.vn');
  return { ...desk, browser, another: desk.browser, acted };
};

describe('a letter', () => {
  it.each(['/thu', `/thu/${id}`])('%s shows hostile names as text', async (path) => {
    const { browser } = await opened(['leader']);
    const { status, body } = await browser.get(path);
    expect(status).toBe(200);
    expect(body).not.toContain('<img src=x');
    expect(body).toContain('&lt;img');
  });

  it('is signed by a leader in the version that was seen, once', async () => {
    const { browser, acted } = await opened(['leader']);
    const proof = proofIn((await browser.get(`/thu/${id}`)).body, `/thu/${id}/ky`);
    expect((await browser.post(`/thu/${id}/ky`, proof)).location).toBe('/thu?da=released');
    await browser.post(`/thu/${id}/ky`, proof);
    expect(acted).toEqual([
      [{ ward: '26506', id }, 'released', { version: 3 }, 'Nguyễn Văn Nam', { leads: true }],
    ]);
  });

  it('is not signed by a clerk, who finds no button for it either', async () => {
    const { browser, acted } = await opened(['clerk']);
    const { body } = await browser.get(`/thu/${id}`);
    expect(body).not.toContain('Ký duyệt thư');
    const proof = proofIn(body, `/thu/${id}/giu`);
    expect((await browser.post(`/thu/${id}/ky`, proof)).status).toBe(403);
    expect(acted).toEqual([]);
  });

  it('is held with a reason alone; without one nothing is done', async () => {
    const { browser, acted } = await opened(['clerk']);
    const action = `/thu/${id}/giu`;
    const proof = proofIn((await browser.get(`/thu/${id}`)).body, action);
    const answer = await browser.post(action, { ...proof, 'ly-do-giu': ' ' });
    expect([answer.status, acted]).toEqual([422, []]);
    expect(answer.body).toContain('id="ly-do-giu-loi"');
    const again = proofIn(answer.body, action);
    await browser.post(action, { ...again, 'ly-do-giu': 'Chờ hỏi gia đình' });
    expect(acted).toMatchObject([
      [{ id }, 'held', { version: 3, reason: 'Chờ hỏi gia đình' }, 'Nguyễn Văn Nam', { leads: false }],
    ]);
  });

  it('of another office is not there, nor its page', async () => {
    const { browser, seat } = await opened(['leader']);
    await seat('xa@noi-khac.example.vn', 'Cán bộ xã', ['leader'], '26734');
    await browser.signIn('xa@noi-khac.example.vn');
    for (const path of [`/thu/${id}`, `/thu/${id}/trang`, '/thu/in/random-9'])
      expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
  });

  it('that was opened is in the audit', async () => {
    const { browser, store } = await opened(['clerk']);
    await browser.get(`/thu/${id}`);
    const { deeds } = await store.audit.of('26506' as never, undefined);
    expect(deeds).toMatchObject([{ what: 'read-letter', about: id, by: 'Nguyễn Văn Nam' }]);
  });

  it('is printed with all that are signed, and the file opens at an address that names nobody', async () => {
    const { browser, acted } = await opened(['clerk'], 'released');
    const proof = proofIn((await browser.get('/thu')).body, '/thu/in');
    const { location } = await browser.post('/thu/in', proof);
    expect(location).toBe(`/thu/in/${proof['lan']}?da=printed`);
    expect(acted).toEqual([['26506', [id], 'Nguyễn Văn Nam', proof['lan']]]);
    expect((await browser.get(location!)).headers['content-type']).toBe('application/pdf');
  });
});

describe('the people of an office', () => {
  it('are put on by a leader and are in at once; taken off they are out at once', async () => {
    const { browser, another } = await opened(['leader']);
    const proof = proofIn((await browser.get('/can-bo')).body, '/can-bo');
    const sent = { ...proof, ten: hostile, 'thu-dien-tu': 'Hoa@Phuong.example.vn', 'vai-tro': 'clerk' };
    expect((await browser.post('/can-bo', sent)).location).toBe('/can-bo?da=officer-saved');
    const hoa = another();
    expect((await hoa.signIn('hoa@phuong.example.vn')).status).toBe(303);
    expect((await hoa.get('/thu')).status).toBe(200);
    const { body } = await browser.get('/can-bo');
    expect(body).not.toContain('<img');
    expect((await browser.post('/can-bo/thoi', proofIn(body, '/can-bo/thoi'))).location).toBe(
      '/can-bo?da=officer-off',
    );
    expect((await hoa.get('/thu')).status).toBe(303);
  });

  it('are nobody’s business who is no leader', async () => {
    const { browser } = await opened(['clerk']);
    expect((await browser.get('/can-bo')).status).toBe(403);
    expect((await browser.get('/nhat-ky')).status).toBe(403);
  });

  it('get no role above that of whoever puts them on', async () => {
    const { browser, store } = await opened(['leader']);
    const proof = proofIn((await browser.get('/can-bo')).body, '/can-bo');
    const sent = { ...proof, ten: 'Trực', 'thu-dien-tu': 'truc@tinh.example.vn', 'vai-tro': 'operator' };
    expect((await browser.post('/can-bo', sent)).status).toBe(422);
    expect(await store.officers.of('26506' as never)).toHaveLength(1);
  });

  it.each([
    ['a leader unmakes an operator', ['leader'], 'truc@tinh.example.vn', 'clerk', 'thu-dien-tu-loi'],
    ['a leader changes his own role', ['leader'], 'nam@phuong.example.vn', 'clerk', 'vai-tro-loi'],
    ['an operator gives up his own role', ['operator'], 'nam@phuong.example.vn', 'clerk', 'vai-tro-loi'],
  ] as const)('stay as they are when %s', async (_, roles, login, role, error) => {
    const { browser, store, seat } = await opened([...roles]);
    await seat('truc@tinh.example.vn', 'Lê Quốc Trực', ['operator']);
    const before = await store.officers.of('26506' as never);
    const proof = proofIn((await browser.get('/can-bo')).body, '/can-bo');
    const sent = { ...proof, ten: 'Ai đó', 'thu-dien-tu': login, 'vai-tro': role };
    const { status, body } = await browser.post('/can-bo', sent);
    expect(status).toBe(422);
    expect(body).toContain(`id="${error}"`);
    expect(body).toContain('value="Ai đó"');
    expect(await store.officers.of('26506' as never)).toEqual(before);
  });

  it.each([
    ['a leader takes an operator off', ['leader'], 'truc@tinh.example.vn', 'operators-only'],
    ['somebody takes himself off', ['leader'], 'nam@phuong.example.vn', 'own-rights'],
  ] as const)('are all there still when %s with a forged row', async (_, roles, login, said) => {
    const { browser, store, seat } = await opened([...roles]);
    await seat('truc@tinh.example.vn', 'Lê Quốc Trực', ['operator']);
    await seat('hoa@phuong.example.vn', 'Trần Thị Hoa', ['clerk']);
    const all = await store.officers.of('26506' as never);
    const { id: who } = all.find((one) => one.login === login)!;
    const { body } = await browser.get('/can-bo');
    expect(body).not.toContain(`name="ai" value="${who}"`);
    const proof = proofIn(body, '/can-bo/thoi');
    expect((await browser.post('/can-bo/thoi', { ...proof, ai: who })).location).toBe(`/can-bo?da=${said}`);
    expect(await store.officers.of('26506' as never)).toEqual(all);
  });

  it('keep what was typed beside what is wrong', async () => {
    const { browser } = await opened(['leader']);
    const proof = proofIn((await browser.get('/can-bo')).body, '/can-bo');
    const { status, body } = await browser.post('/can-bo', {
      ...proof,
      ten: '',
      'thu-dien-tu': 'hoa',
      'vai-tro': 'leader',
    });
    expect(status).toBe(422);
    expect(body).toContain('value="hoa"');
    expect(body).toContain('id="thu-dien-tu-loi"');
  });

  it('find in the audit who read and did what', async () => {
    const { browser } = await opened(['leader']);
    await browser.get(`/thu/${id}`);
    const { body } = await browser.get('/nhat-ky');
    expect(body).toContain('xem thư');
    expect(body).toContain('Nguyễn Văn Nam');
  });

  it('search the audit by what was done and about which letter, and find nothing of another', async () => {
    const { browser } = await opened(['leader']);
    await browser.get(`/thu/${id}`);
    await browser.get('/can-bo');
    const rows = async (query: string) =>
      (await browser.get(`/nhat-ky?${query}`)).body.split('<td>xem thư</td>').length - 1;
    expect(await rows(`viec=read-letter&ve=${id}`)).toBe(1);
    expect(await rows('viec=read-letter&ve=khac')).toBe(0);
    expect(await rows('viec=call')).toBe(0);
  });

  it.each([
    ['previewed', 'Đây là bản xem trước, chưa ghi gì'],
    ['settings-changed', 'Người khác vừa đổi trang này nên chưa ghi gì'],
    ['settings-saved', 'Đã ghi'],
    ['not-allowed', 'Không được phép'],
  ])('read in the audit what %s came to', async (outcome, words) => {
    const { browser, store } = await opened(['leader']);
    const [officer] = await store.officers.of('26506' as never);
    const by = { ward: officer!.ward, officer: officer!.id, by: officer!.name, at: officer!.changedAt };
    await store.audit.note({ ...by, id: 'deed', what: 'choose-settings', outcome });
    const { body } = await browser.get('/nhat-ky');
    expect(body).toMatch(new RegExp(`đổi cài đặt[\\s\\S]*${words}`));
  });

  it('are not told by the audit that a refused entry was made', async () => {
    const { browser } = await opened(['leader']);
    const proof = proofIn((await browser.get('/can-bo')).body, '/can-bo');
    await browser.post('/can-bo', { ...proof, ten: '', 'thu-dien-tu': 'hoa', 'vai-tro': 'leader' });
    const { body } = await browser.get('/nhat-ky');
    expect(body).toMatch(/sửa danh sách cán bộ[\s\S]*Chưa làm được/);
  });
});
