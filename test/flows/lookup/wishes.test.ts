import { describe, expect, it } from 'vitest';
import { answerInbound } from '../../../shared/flows/notification/answer-inbound.ts';
import { rateBySms } from '../../../shared/flows/lookup/rate.ts';
import { minutes } from '../../../shared/domain/values/instant.ts';
import { code, vungTau } from '../../support/builders/dossiers.ts';
import { aCitizensDay } from '../../support/builders/citizens.ts';
import { aDoorbell } from '../../support/builders/wards-day.ts';

const address = '203.0.113.7';
const hangsPhone = '+84912345678';

const opened = async (event: Record<string, unknown> = {}) => {
  const day = await aCitizensDay(event);
  const found = await day.pages.lookUp({ code, receipt: day.receipt, address });
  const word = found.is === 'found' ? found.word : '';
  const look = async () => (await day.pages.open(word))!;
  return { ...day, look, dossier: (await look()).dossier };
};

describe('who does not want to be told any more', () => {
  it('says so on the page as by SMS: it is kept with its evidence, confirmed to that phone, and taken back the same way', async () => {
    const { pages, dossier, heedAll, store, look, turn } = await opened();
    await pages.wish(dossier, hangsPhone, { asks: 'opt-out' });
    expect(await heedAll()).toMatchObject([{ is: 'answered', purpose: 'answer-opt-out' }]);
    expect((await look()).standing.phone).toMatchObject({ told: false });
    const [[choice] = []] = await store.consents.of([{ ward: vungTau, phone: hangsPhone }]);
    expect(choice).toMatchObject({
      choice: 'out',
      channel: 'sms',
      evidence: expect.stringContaining('tra-cuu') as string,
    });
    turn(1000);
    await pages.wish(dossier, hangsPhone, { asks: 'opt-in' });
    expect(await heedAll()).toMatchObject([{ is: 'answered', purpose: 'answer-opt-in' }]);
    expect((await look()).standing.phone).toMatchObject({ told: true });
  });

  it('is not told what waited, and a wish that comes twice is one', async () => {
    const { pages, dossier, heedAll, wishes, store } = await opened();
    await pages.wish(dossier, hangsPhone, { asks: 'opt-out' });
    wishes.push(wishes[0]!);
    expect(await heedAll()).toMatchObject([{ is: 'answered' }, { is: 'duplicate' }]);
    const owed = await store.notifications.ofDossier(vungTau, code);
    expect(owed.filter(({ state }) => state === 'queued')).toEqual([]);
  });
});

describe('who wants texts in certain hours', () => {
  const evening = { from: '18:00', to: '20:00' };

  it('is told in those from then on, within the office’s own, and as before after taking all back', async () => {
    const { pages, dossier, heedAll, store, report, look } = await opened({ status: 'received' });
    await pages.wish(dossier, hangsPhone, { asks: 'hours', hours: evening });
    expect(await heedAll()).toEqual([{ is: 'silent', because: 'hours-kept' }]);
    expect((await look()).standing.hours.now).toEqual(evening);
    await report({ eventId: 'e-2', status: 'completed' });
    const owed = await store.notifications.ofDossier(vungTau, code);
    expect(owed.find(({ purpose }) => purpose === 'ready-counter')!.dueAt).toBe('2026-03-02T11:00:00.000Z');
  });

  it('is told in the office’s hours where none of theirs is among them', async () => {
    const { pages, dossier, heedAll, look } = await opened();
    await pages.wish(dossier, hangsPhone, { asks: 'hours', hours: { from: '02:00', to: '04:00' } });
    await heedAll();
    expect((await look()).standing.hours.now).toEqual((await look()).standing.hours.office);
  });

  it('is not told again by choosing hours after a refusal', async () => {
    const { pages, dossier, heedAll, look, turn } = await opened();
    await pages.wish(dossier, hangsPhone, { asks: 'opt-out' });
    await heedAll();
    turn(1000);
    await pages.wish(dossier, hangsPhone, { asks: 'hours', hours: evening });
    await heedAll();
    expect((await look()).standing.phone).toMatchObject({ told: false });
  });
});

describe('another phone', () => {
  it('is told from now on once six digits that were texted to it are typed', async () => {
    const { pages, dossier, heedAll, look, store } = await opened();
    expect(await pages.beginPhoneCheck(dossier, '0987 654 321')).toBe('sent');
    const [sent] = await heedAll();
    expect(sent).toMatchObject({ is: 'answered', purpose: 'answer-phone-code' });
    const told = await store.notifications.ofDossier(
      vungTau,
      `inbound:tra-cuu:a-word-of-many-letters-1` as never,
    );
    expect(told).toMatchObject([{ to: '+84987654321', text: expect.stringContaining('482913') as string }]);
    expect(await pages.endPhoneCheck(dossier, '482 913')).toBe('changed');
    await heedAll();
    expect((await look()).standing.phone).toMatchObject({ tail: '321' });
  });

  it.each([
    ['wrong digits', '000000', 0],
    ['nothing', '', 0],
    ['the right ones after ten minutes', '482913', minutes(10)],
  ])('is not, with %s', async (_, digits, later) => {
    const { pages, dossier, turn, wishes } = await opened();
    await pages.beginPhoneCheck(dossier, '0987 654 321');
    wishes.splice(0);
    turn(later);
    expect(await pages.endPhoneCheck(dossier, digits)).toBe('wrong');
    expect(wishes).toEqual([]);
  });

  it('is not after five wrong tries, and the digits are good once', async () => {
    const { pages, dossier } = await opened();
    await pages.beginPhoneCheck(dossier, '0987 654 321');
    for (let index = 0; index < 5; index += 1)
      expect(await pages.endPhoneCheck(dossier, `11111${index}`)).toBe('wrong');
    expect(await pages.endPhoneCheck(dossier, '482913')).toBe('wrong');
    expect(await pages.beginPhoneCheck(dossier, '0987 654 321')).toBe('sent');
    expect(await pages.endPhoneCheck(dossier, '482913')).toBe('changed');
    expect(await pages.endPhoneCheck(dossier, '482913')).toBe('wrong');
  });

  it('of a landline is refused, and three texts a day are enough', async () => {
    const { pages, dossier, wishes } = await opened();
    expect(await pages.beginPhoneCheck(dossier, '0254 385 2101')).toBe('not-a-mobile');
    for (let index = 0; index < 3; index += 1)
      expect(await pages.beginPhoneCheck(dossier, '0987 654 321')).toBe('sent');
    expect(await pages.beginPhoneCheck(dossier, '0987 654 322')).toBe('enough');
    expect(wishes).toHaveLength(3);
  });
});

describe('how somebody was served', () => {
  const returned = { status: 'returned' };

  it('counts once for a dossier, on the page or by SMS', async () => {
    const { pages, dossier, ratings, store, clock } = await opened(returned);
    expect(await pages.rate(dossier, { score: 5, line: 'Cảm ơn', by: 'page' })).toBe('counted');
    expect(await pages.rate(dossier, { score: 1, by: 'page' })).toBe('counted-before');
    await store.inboxes.give(vungTau, 'speedsms', '8099');
    const answer = answerInbound({
      ...store,
      doorbell: aDoorbell().doorbell,
      rate: rateBySms({ dossiers: store.dossiers, ratings, clock }),
      clock,
    });
    const sms = {
      provider: 'speedsms',
      channel: 'sms',
      from: hangsPhone,
      to: '8099',
      receivedAt: clock(),
    } as const;
    expect(await answer({ ...sms, text: 'DG 1', providerId: 'm-1' })).toEqual({
      is: 'silent',
      because: 'counted-before',
    });
    expect(await ratings.of(vungTau, clock().slice(0, 7))).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 1 });
  });

  it('by SMS is of the dossier handed over last, and of nobody’s else', async () => {
    const { ratings, store, clock } = await opened(returned);
    const rate = rateBySms({ dossiers: store.dossiers, ratings, clock });
    expect(await rate({ ward: vungTau, phone: '+84987654321' }, { score: 5, code })).toBe('nothing-to-rate');
    expect(await rate({ ward: vungTau, phone: hangsPhone }, { score: 4 })).toBe('counted');
    expect(await rate({ ward: vungTau, phone: hangsPhone }, { score: 4, code })).toBe('counted-before');
  });

  it('is not asked before the result is in their hands', async () => {
    const { pages, dossier, look } = await opened({ status: 'completed' });
    expect(await pages.rate(dossier, { score: 5, by: 'page' })).toBe('nothing-to-rate');
    expect((await look()).standing.next).toBe('collect');
  });

  it('at the counter counts once a form, and of the office’s own tablet alone', async () => {
    const { pages, ratings, clock } = await opened();
    const form = pages.proofFor('/danh-gia/26506');
    expect(await pages.rateVisit(vungTau, form, { score: 3, by: 'counter' })).toBe('counted');
    expect(await pages.rateVisit(vungTau, form, { score: 3, by: 'counter' })).toBe('counted-before');
    expect(pages.isOurs('/danh-gia/26509', form)).toBe(false);
    expect((await ratings.of(vungTau, clock().slice(0, 7)))[3]).toBe(1);
  });
});
