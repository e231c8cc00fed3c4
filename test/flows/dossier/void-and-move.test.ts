import { describe, expect, it } from 'vitest';
import { workOfJob, workOfLetter } from '../../../shared/domain/api/worklist.ts';
import type { EventId } from '../../../shared/domain/values/ids.ts';
import { hours, type Instant } from '../../../shared/domain/values/instant.ts';
import type { JobState } from '../../../shared/domain/post/job/dispatch-moves.ts';
import { anEventBody, code, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aBirthEvent } from '../../support/builders/family-day.ts';
import { aWholeOffice, type WholeOffice } from '../../support/builders/whole-office.ts';

const evening = '2026-03-02T14:30:00.000Z' as Instant;
const posted = {
  returnMethod: 'post',
  deliveryAddress: { name: 'Bà Nguyễn Thị Hằng', street: '12 Lê Lợi', commune: '26506', province: '79' },
};
const mistake = (eventId: EventId, silently = false) =>
  ({ what: 'void', reason: 'nhầm hồ sơ', eventId, silently }) as const;
const personEvent = (facts: Record<string, unknown> = {}) => ({
  what: 'person-event' as const,
  reason: 'person-event',
  facts: {
    personEvent: {
      kind: 'birth' as const,
      childName: 'Tạ Gia Hân',
      bornOn: '2026-02-20',
      sex: undefined,
      parents: ['Mạc Thị Yến', 'Tạ Đức Thuận'],
      ...facts,
    },
  },
});
const move = { what: 'move', reason: 'người dân chuyển nơi ở', to: tanHong } as const;
const letters = ({ store }: WholeOffice) => store.kept().letters;
const jobs = ({ store }: WholeOffice) => store.kept().jobs;
/** Brings the only journey of this office into that state, as its partner would. */
const until = async ({ store, clock }: WholeOffice, state: JobState) => {
  const [job] = store.kept().jobs;
  const ways: Partial<Record<JobState, readonly ('claimed' | 'accepted' | 'handed-over' | 'in-transit')[]>> =
    {
      ready: [],
      leased: ['claimed'],
      accepted: ['claimed', 'accepted'],
      'handed-over': ['claimed', 'accepted', 'handed-over'],
      'in-transit': ['claimed', 'accepted', 'handed-over', 'in-transit'],
    };
  for (const happened of ways[state]!)
    expect(await store.jobs.step({ ward: vungTau }, job!.jobId, { happened, at: clock() })).toMatchObject({
      is: 'moved',
    });
};

describe('a status that is taken back', () => {
  it('takes the letter and the journey along in the same act, and says what it did', async () => {
    const office = await aWholeOffice();
    const completed = await office.report(aBirthEvent(posted));
    const acted = await office.does(mistake(completed));
    expect(acted).toMatchObject({
      outcome: 'accepted',
      did: {
        apologyOwed: true,
        messagesOwed: 1,
        lettersWithdrawn: 1,
        journeysCancelled: 1,
        journeysAskedBack: 0,
      },
    });
    expect(letters(office)).toMatchObject([{ state: 'withdrawn', reason: 'taken-back' }]);
    expect(jobs(office)).toMatchObject([{ state: 'cancelled' }]);
    expect(office.taken.map(({ text }) => text).at(-1)).toMatch(/la gui nham, xin loi/);
    // The same act again has done it already, and says the same.
    const key = 'k-1';
    expect(await office.does(mistake(completed), { key })).toMatchObject({ outcome: 'unchanged' });
  });

  it('says the same again under the same key', async () => {
    const office = await aWholeOffice();
    const completed = await office.report(aBirthEvent(posted));
    const first = await office.does(mistake(completed), { key: 'k' });
    expect(await office.does(mistake(completed), { key: 'k' })).toEqual({ ...first, outcome: 'duplicate' });
    expect(office.taken).toHaveLength(2);
  });

  it('cancels what waits and owes no apology for what nobody heard', async () => {
    const office = await aWholeOffice(evening);
    const completed = await office.report(anEventBody({ occurredAt: '2026-03-02T21:25:00+07:00' }));
    expect(await office.does(mistake(completed))).toMatchObject({
      did: { messagesCancelled: 1, messagesOwed: 0, apologyOwed: false },
    });
    office.turn(hours(12));
    await office.tick();
    expect(office.taken).toEqual([]);
  });

  it.each(['accepted', 'handed-over', 'in-transit'] as const)(
    'asks the partner for a journey that is %s, and a person sees it',
    async (state) => {
      const office = await aWholeOffice();
      const completed = await office.report(anEventBody(posted));
      await until(office, state);
      expect(await office.does(mistake(completed))).toMatchObject({
        did: { journeysCancelled: 0, journeysAskedBack: 1 },
      });
      expect(jobs(office).flatMap(workOfJob)).toMatchObject([
        { list: 'journeys', because: expect.stringMatching(/cancel-requested|recall-requested/) },
      ]);
    },
  );

  it.each(['ready', 'leased'] as const)('cancels a journey that is %s at once', async (state) => {
    const office = await aWholeOffice();
    const completed = await office.report(anEventBody(posted));
    await until(office, state);
    expect(await office.does(mistake(completed))).toMatchObject({ did: { journeysCancelled: 1 } });
    expect(jobs(office).flatMap(workOfJob)).toEqual([]);
  });

  it('lists a letter that the family has in hand', async () => {
    const office = await aWholeOffice();
    const completed = await office.report(aBirthEvent());
    const [letter] = letters(office);
    await office.actOnLetter(letter!, 'released', {}, 'clerk');
    await office.print(vungTau, [letter!.id], 'clerk');
    await office.actOnLetter(letter!, 'handed-over', {}, 'clerk');
    expect(await office.does(mistake(completed))).toMatchObject({
      did: { lettersWithdrawn: 0, lettersToldWrongly: 1 },
    });
    expect(letters(office).flatMap(workOfLetter)).toMatchObject([
      { list: 'told-wrongly', because: 'birth handed-over: taken-back; speak to the family' },
    ]);
  });

  it('and is reported rightly later brings word, letter and journey again', async () => {
    const office = await aWholeOffice();
    const completed = await office.report(aBirthEvent(posted));
    await office.does(mistake(completed));
    office.turn(hours(2));
    await office.report(aBirthEvent({ ...posted, occurredAt: '2026-03-02T11:00:00+07:00' }));
    expect(letters(office)).toMatchObject([{ state: 'rendered', version: 2, release: 'by-person' }]);
    expect(jobs(office).map(({ state }) => state)).toEqual(['redispatched', 'ready']);
    expect(office.taken).toHaveLength(3);
  });
});

describe('persons that somebody adds', () => {
  it('bring the letter as if they had come with the event', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody({ procedureCode: '1.001193' }));
    expect(letters(office)).toEqual([]);
    expect(await office.does(personEvent())).toMatchObject({ did: { lettersDrafted: 1 } });
    expect(letters(office)).toMatchObject([
      { kind: 'birth', state: 'rendered', content: { recipient: 'Gia đình bé Tạ Gia Hân' } },
    ]);
  });

  it('and puts right once more change the same letter, and what is in hand is listed', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody({ procedureCode: '1.001193' }));
    await office.does(personEvent());
    expect(await office.does(personEvent({ childName: 'Tạ Gia Hưng' }))).toMatchObject({
      did: { lettersCorrected: 1 },
    });
    expect(letters(office)).toMatchObject([
      { version: 2, state: 'rendered', content: { recipient: 'Gia đình bé Tạ Gia Hưng' } },
    ]);
    const [letter] = letters(office);
    await office.actOnLetter(letter!, 'released', {}, 'clerk');
    await office.print(vungTau, [letter!.id], 'clerk');
    expect(await office.does(personEvent())).toMatchObject({
      did: { lettersToldWrongly: 1, lettersCorrected: 0 },
    });
    // The source goes on repeating what was put right: nothing follows that.
    await office.report(
      aBirthEvent({ personEvent: { kind: 'birth', childName: 'Tạ Gia Hưng', bornOn: '2026-02-20' } }),
    );
    expect(letters(office)).toHaveLength(1);
  });
});

describe('a dossier that goes to another office', () => {
  it('has its waiting word said by that office, in its name and once, and its old row says where it went', async () => {
    const office = await aWholeOffice(evening);
    await office.report(anEventBody({ occurredAt: '2026-03-02T21:25:00+07:00' }));
    expect(await office.does(move)).toMatchObject({
      outcome: 'accepted',
      did: { messagesCancelled: 1, movedTo: tanHong },
    });
    office.turn(hours(12));
    await office.tick();
    expect(office.taken.map(({ text }) => text.split(':')[0])).toEqual(['X. Tan Hong']);
    expect(await office.trace()).toMatchObject({
      movedTo: tanHong,
      acts: [{ what: 'move', to: tanHong, by: 'one-stop' }],
    });
    expect(await office.trace(tanHong)).toMatchObject({ movedFrom: vungTau, status: 'completed' });
  });

  it('is told nothing twice: what was heard is not said again, by either office', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    await office.does(move);
    await office.report(anEventBody());
    await office.report(anEventBody(), tanHong);
    expect(office.taken).toHaveLength(1);
    office.turn(hours(1));
    const later = { occurredAt: '2026-03-02T10:20:00+07:00', status: 'supplement-requested' };
    await office.report(anEventBody(later));
    expect(office.taken).toHaveLength(1);
    await office.report(anEventBody(later), tanHong);
    expect(office.taken.map(({ text }) => text.split(':')[0])).toEqual(['P. Vung Tau', 'X. Tan Hong']);
  });

  it('moves once: the same act again is the same act, and nothing else is done where it was', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    const first = await office.does(move, { key: 'k' });
    expect(await office.does(move, { key: 'k' })).toEqual({ ...first, outcome: 'duplicate' });
    expect(await office.does(move)).toEqual({ is: 'done', outcome: 'unchanged' });
    expect(await office.does({ what: 'correct', reason: 'x', facts: { fee: 5 } })).toMatchObject({
      is: 'dossier-moved',
    });
    expect(office.store.kept().events.filter(({ ward }) => ward === tanHong)).toHaveLength(1);
  });

  it('takes letters and journeys that have not left along, and no others', async () => {
    const office = await aWholeOffice();
    await office.report(aBirthEvent(posted));
    expect(await office.does(move)).toMatchObject({ did: { lettersWithdrawn: 1, journeysCancelled: 1 } });
    expect(letters(office).map(({ ward, state }) => `${ward} ${state}`)).toEqual([
      `${vungTau} withdrawn`,
      `${tanHong} rendered`,
    ]);
    expect(jobs(office).map(({ ward, state }) => `${ward} ${state}`)).toEqual([
      `${vungTau} cancelled`,
      `${tanHong} ready`,
    ]);

    const late = await aWholeOffice();
    await late.report(aBirthEvent(posted));
    await until(late, 'accepted');
    const [letter] = letters(late);
    await late.actOnLetter(letter!, 'released', {}, 'clerk');
    await late.print(vungTau, [letter!.id], 'clerk');
    await late.does(move);
    expect(letters(late)).toHaveLength(1);
    expect(jobs(late).map(({ ward, state }) => `${ward} ${state}`)).toEqual([`${vungTau} accepted`]);
  });

  it('goes to no office that is not there, and to no one where it is', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    for (const to of [vungTau, '00001'] as (typeof vungTau)[])
      expect(await office.does({ ...move, to })).toMatchObject({
        is: 'validation-failed',
        errors: [{ pointer: '/to' }],
      });
  });
});

it('the timeline shows what people did, with what it came to, and the journeys', async () => {
  const office = await aWholeOffice();
  const completed = await office.report(aBirthEvent(posted));
  await office.actOnLetter(letters(office)[0]!, 'held', { reason: 'chờ ký' }, 'chi-lan');
  await office.does({
    what: 'correct',
    reason: 'gõ nhầm số',
    facts: { applicant: { phone: '0987 654 321' } },
  });
  await office.does(mistake(completed));
  expect(await office.trace()).toMatchObject({
    dossierCode: code,
    acts: [
      { what: 'correct', by: 'one-stop', reason: 'gõ nhầm số', did: { toldWrongly: 1 } },
      { what: 'void', by: 'one-stop', reason: 'nhầm hồ sơ', voids: completed, did: { journeysCancelled: 1 } },
    ],
    letters: [
      { kind: 'birth', state: 'withdrawn', acts: [{ what: 'held', by: 'chi-lan', reason: 'chờ ký' }] },
    ],
    journeys: [{ state: 'cancelled', cancel: { reason: 'taken-back' } }],
  });
});
