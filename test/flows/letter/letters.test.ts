import { actOnLetter } from '../../../shared/flows/letter/act-on-letter.ts';
import { describe, expect, it } from 'vitest';
import { pictureKey } from '../../../shared/domain/letter/letter.ts';
import { minutes } from '../../../shared/domain/values/instant.ts';
import type { LetterPress } from '../../../shared/domain/letter/press.ts';
import { summaryOf } from '../../../shared/flows/letter/list-letters.ts';
import { anEventBody, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import {
  aBirthEvent,
  aDeathEvent,
  aFamilyDay,
  aMarriageEvent,
  aPress,
} from '../../support/builders/family-day.ts';

const child = 'Trần Nguyễn Ngọc Diệp';
const bundled = { dossierCode: 'H29.26-260302-0002', procedureCode: '3.000722' };
const another = { dossierCode: 'H29.26-260302-0009' };
const noLetterOf = (rows: Awaited<ReturnType<Awaited<ReturnType<typeof aFamilyDay>>['report']>>) =>
  rows.map((row) => ('decision' in row ? row.decision.letters?.none : row.failed));

describe('a registration that is completed', () => {
  it.each([
    ['a birth', aBirthEvent(), 'birth', `Gia đình bé ${child}`],
    ['a marriage', aMarriageEvent(), 'marriage', 'Vợ chồng Lê Hoàng Ân và Đặng Thị Thùy Dương'],
    ['a death', aDeathEvent(), 'condolence', 'Gia đình ông (bà) Phạm Ngọc Ẩn'],
  ])('of %s drafts one letter and rings for it', async (_, body, kind, recipient) => {
    const { report, letters, rings } = await aFamilyDay();
    await report(body);
    expect(await letters()).toMatchObject([{ kind, state: 'drafted', content: { recipient } }]);
    expect(rings).toHaveLength(1);
  });

  it.each(['received', 'in-progress', 'not-accepted'])('is not one that is only %s', async (status) => {
    const { report, letters } = await aFamilyDay();
    await report(aBirthEvent({ status }));
    expect(await letters()).toEqual([]);
  });

  it('may have told who was born with an earlier event', async () => {
    const { report, letters } = await aFamilyDay();
    await report(aBirthEvent({ status: 'received', occurredAt: '2026-03-02T08:00:00+07:00' }));
    await report(anEventBody({ procedureCode: '1.001193' }));
    expect(await letters()).toHaveLength(1);
  });

  it('writes one letter when bundle and single dossier come in one batch', async () => {
    const { report, letters } = await aFamilyDay();
    const rows = await report(aBirthEvent(), aBirthEvent(bundled));
    expect(new Set(noLetterOf(rows))).toEqual(new Set(['already-known', undefined]));
    expect(await letters()).toHaveLength(1);
  });

  it('writes one letter when they come one after the other, and none for a later status', async () => {
    const { report, letters } = await aFamilyDay();
    await report(aBirthEvent());
    await report(aBirthEvent(bundled));
    await report(aBirthEvent({ status: 'returned', occurredAt: '2026-03-02T09:20:00+07:00' }));
    expect(await letters()).toHaveLength(1);
  });

  it.each([
    ['registered again', aBirthEvent({ procedureCode: '1.004884' }), {}, 'registered-again'],
    ['completed long ago', aBirthEvent({ occurredAt: '2026-01-02T09:00:00+07:00' }), {}, 'too-old'],
    ['where no letterhead is set', aBirthEvent(), { letterhead: undefined }, 'switched-off'],
    ['with no wording approved', aBirthEvent(), { wordings: {} }, 'wording-not-approved'],
    [
      'with another schedule confirmed',
      aBirthEvent(),
      { scheduleConfirmed: { schedule: 'vn-epi-children 2025-01-01', by: 'TYT', on: '2026-03-01' } },
      'schedule-not-confirmed',
    ],
  ])('%s writes none, and says why', async (_, body, settings, why) => {
    const { report, letters } = await aFamilyDay(settings);
    expect(noLetterOf(await report(body))).toEqual([why]);
    expect(await letters()).toEqual([]);
  });

  const toBePosted = (commune: string) => ({
    returnMethod: 'post',
    deliveryAddress: { name: 'Bà Nguyễn Thị Hằng', street: '12 Lê Lợi', commune, province: '79' },
  });

  it('that is to be posted is addressed by the names of commune and province', async () => {
    const day = await aFamilyDay({ birth: { release: 'automatic' } });
    await day.report(aBirthEvent(toBePosted('26506')));
    const [letter] = await day.letters();
    expect(letter).toMatchObject({
      release: 'automatic',
      sheet: { address: [] },
      content: { address: ['Bà Nguyễn Thị Hằng', '12 Lê Lợi', 'Phường Vũng Tàu', 'Thành phố Hồ Chí Minh'] },
    });
  });

  it('to an address that no postman could find waits for a person, who writes it', async () => {
    const day = await aFamilyDay({ birth: { release: 'automatic', layout: 'official' } });
    await day.report(aBirthEvent(toBePosted('00001')));
    expect(await day.renderAll()).toEqual(['rendered']);
    const [letter] = await day.letters();
    expect(summaryOf(letter!)).toMatchObject({ addressGaps: ['commune-unknown'] });
    expect(letter!.sheet.address).toEqual(['Bà Nguyễn Thị Hằng', '12 Lê Lợi', 'Thành phố Hồ Chí Minh']);
    const address = [...letter!.sheet.address.slice(0, 2), 'Phường Vũng Tàu', 'Thành phố Hồ Chí Minh'];
    await day.revise(letter!, { version: 1, reason: 'đã hỏi gia đình', changes: { address } }, 'clerk');
    const [revised] = await day.letters();
    expect(revised!.sheet.address).toEqual(address);
    expect(summaryOf(revised!).addressGaps).toBeUndefined();
  });

  it('under a code that no table knows yet still counts', async () => {
    const { report, letters } = await aFamilyDay();
    await report(aBirthEvent({ procedureCode: '9.999999' }));
    expect(await letters()).toHaveLength(1);
  });

  it('writes none for a family that declined letters', async () => {
    const { report, choose, letters } = await aFamilyDay();
    const note = {
      phone: '0912 345 678',
      purpose: 'letters',
      choice: 'out',
      evidence: 'said at the counter',
    };
    expect(await choose(vungTau, [note], 'vi', 'clerk')).toEqual([{ outcome: 'recorded' }]);
    expect(noLetterOf(await report(aBirthEvent()))).toEqual(['declined']);
    expect(await letters()).toEqual([]);
  });

  it('tells the citizen by SMS all the same', async () => {
    const { report } = await aFamilyDay();
    const [row] = await report(aBirthEvent());
    expect(row).toMatchObject({ decision: { notifications: [{ channel: 'sms' }] } });
  });
});

describe('a family that declines letters', () => {
  const code = aBirthEvent()['dossierCode'];
  const withoutPhone = { applicant: { name: 'Nguyễn Thị Hằng' } };
  const says = (choice: 'in' | 'out', whose: Record<string, unknown>) => ({
    ...whose,
    purpose: 'letters',
    choice,
    evidence: 'nói tại quầy',
  });
  const noForDossier = says('out', { dossierCode: code });
  type FamilyDay = Awaited<ReturnType<typeof aFamilyDay>>;
  const declines = (day: FamilyDay, note: unknown = noForDossier) =>
    day.choose(vungTau, [note], 'vi', 'clerk');
  const statesOf = async (day: FamilyDay) => (await day.letters()).map(({ state }) => state);

  it('without a phone gets none, when it said so before', async () => {
    const day = await aFamilyDay();
    expect(await declines(day)).toEqual([{ outcome: 'recorded' }]);
    expect(noLetterOf(await day.report(aBirthEvent(withoutPhone)))).toEqual(['declined']);
    expect(await day.letters()).toEqual([]);
  });

  it.each([
    ['drafted', []],
    ['rendered', ['render']],
    ['held', ['render', 'held']],
    ['released', ['render', 'released']],
    ['printed', ['render', 'released', 'print']],
  ])('finds its letter withdrawn when it is %s, in the name of whoever noted it', async (_, steps) => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent(withoutPhone));
    if (steps.includes('render')) await day.renderAll();
    const { id, ward } = (await day.letters())[0]!;
    if (steps.includes('held')) await day.act({ ward, id }, 'held', { reason: 'chờ' }, 'clerk');
    if (steps.includes('released')) await day.act({ ward, id }, 'released', {}, 'clerk');
    if (steps.includes('print')) await day.print(vungTau, [id], 'clerk');
    expect(await declines(day)).toEqual([{ outcome: 'recorded', lettersWithdrawn: 1 }]);
    expect(await day.letters()).toMatchObject([{ state: 'withdrawn', reason: 'declined' }]);
    expect((await day.store.letters.acts({ ward, id })).at(-1)).toMatchObject({
      by: 'clerk',
      what: 'withdrawn',
      version: 1,
      reason: 'declined',
    });
    expect(await declines(day)).toEqual([{ outcome: 'recorded' }]);
  });

  it('keeps a letter, and its calendar, that it has in hand', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent(withoutPhone));
    await day.renderAll();
    const { id, ward, calendar } = (await day.letters())[0]!;
    await day.act({ ward, id }, 'released', {}, 'clerk');
    await day.print(vungTau, [id], 'clerk');
    await day.act({ ward, id }, 'handed-over', {}, 'clerk');
    expect(await declines(day)).toEqual([{ outcome: 'recorded' }]);
    await day.report(aBirthEvent({ ...bundled, ...withoutPhone }));
    expect(await statesOf(day)).toEqual(['handed-over']);
    expect(await day.calendar(calendar!)).toContain('BEGIN:VCALENDAR');
  });

  it.each([
    ['for the dossier that comes first', noForDossier],
    ['by the phone that is told of it', says('out', { phone: '0912 345 678' })],
  ])('gets none by the linked dossier either, having said so %s', async (_, note) => {
    const linked = aBirthEvent({ ...bundled, applicant: { name: 'Trần Văn Minh', phone: '0987 654 321' } });
    const said = await aFamilyDay();
    await declines(said, note);
    await said.report(aBirthEvent());
    expect(noLetterOf(await said.report(linked))).toEqual(['declined']);
    expect(await said.letters()).toEqual([]);

    const pending = await aFamilyDay();
    await declines(pending, note);
    await pending.report(linked);
    expect(await statesOf(pending)).toEqual(['drafted']);
    expect(noLetterOf(await pending.report(aBirthEvent()))).toEqual(['already-known']);
    expect(await pending.letters()).toMatchObject([{ state: 'withdrawn', reason: 'declined' }]);
  });

  it('by phone stops what is on its way to that phone’s families, and nothing else', async () => {
    const day = await aFamilyDay();
    const other = { ...another, applicant: { name: 'Lê Hoàng Ân', phone: '0987 654 321' } };
    await day.report(aBirthEvent(), aMarriageEvent(other));
    const [row] = await declines(day, says('out', { phone: '0912 345 678' }));
    expect(row).toEqual({ outcome: 'recorded', lettersWithdrawn: 1 });
    expect((await day.letters()).map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'birth withdrawn',
      'marriage drafted',
    ]);
  });

  it('at the very moment its letter is drafted finds it stopped before it is printed', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent(withoutPhone));
    await day.store.consents.record(
      { ward: vungTau, dossier: code as never },
      {
        purpose: 'letters',
        choice: 'out',
        when: day.clock(),
        evidence: 'nói tại quầy',
      },
    );
    expect(await day.renderAll()).toEqual(['withdrawn']);
    expect(day.documents.files.size).toBe(0);
  });

  it('and later wants one is written one when a person revises the letter', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent(withoutPhone));
    await declines(day);
    const [letter] = await day.letters();
    day.turn(minutes(5));
    await declines(day, says('in', { dossierCode: code, by: 'Trần Thị Mai' }));
    await day.revise(letter!, { version: 1, reason: 'gia đình đổi ý', changes: {} }, 'clerk');
    day.rings.splice(0, 1);
    expect(await day.renderAll()).toEqual(['rendered']);
  });

  it('still gets an apology: that is part of the procedure', async () => {
    const day = await aFamilyDay();
    await declines(day);
    const dueAt = '2026-03-02T17:00:00+07:00';
    const newDueAt = '2026-03-04T17:00:00+07:00';
    const late = { status: 'delayed', procedureCode: '1.004873', dueAt, newDueAt, reason: 'Phải xác minh.' };
    await day.report(
      anEventBody({ status: 'received', occurredAt: '2026-02-27T08:00:00+07:00' }),
      anEventBody(late),
    );
    expect(await day.renderAll()).toEqual(['rendered']);
  });
});

describe('when a child dies', () => {
  const death = aDeathEvent(child, another);

  it.each([
    ['drafted', []],
    ['released', ['released']],
    ['printed', ['released', 'print']],
  ])('its congratulation is withdrawn even when it is %s', async (_, steps) => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent());
    const { id, ward } = (await day.letters())[0]!;
    if (steps.length > 0) {
      await day.renderAll();
      await day.act({ ward, id }, 'released', {}, 'clerk');
    }
    if (steps.includes('print')) await day.print(vungTau, [id], 'clerk');
    expect(noLetterOf(await day.report(death))).toEqual(['tact']);
    expect(await day.letters()).toMatchObject([
      { kind: 'birth', state: 'withdrawn', reason: 'child-died', calendarClosed: true },
    ]);
  });

  it('its family’s calendar is closed even when the letter is in their hands', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent());
    await day.renderAll();
    const { id, ward, calendar } = (await day.letters())[0]!;
    await day.act({ ward, id }, 'released', {}, 'clerk');
    await day.print(vungTau, [id], 'clerk');
    await day.act({ ward, id }, 'handed-over', {}, 'clerk');
    expect(await day.calendar(calendar!)).toContain('BEGIN:VCALENDAR');
    await day.report(death);
    expect(await day.letters()).toMatchObject([{ state: 'handed-over', calendarClosed: true }]);
    const ended = await day.calendar(calendar!);
    expect(ended!.match(/^STATUS:CANCELLED/gm)).toHaveLength(14);
    expect(ended).not.toMatch(/Tiêm chủng|BEGIN:VALARM/);
  });

  it('no congratulation is written when the birth is reported after the death, and the condolence for the old goes', async () => {
    const day = await aFamilyDay();
    await day.report(death);
    expect(noLetterOf(await day.report(aBirthEvent()))).toEqual(['tact']);
    expect(await day.letters()).toMatchObject([{ kind: 'condolence', state: 'withdrawn' }]);
  });

  it('no condolence for the old is written where the register gives its day of birth', async () => {
    const day = await aFamilyDay();
    const personEvent = { kind: 'death', deceasedName: child, diedOn: '2026-03-01', bornOn: '2010-03-02' };
    expect(noLetterOf(await day.report(aDeathEvent(child, { personEvent })))).toEqual(['tact']);
    const grown = { ...personEvent, bornOn: '2010-03-01' };
    await day.report(aDeathEvent(child, { ...another, personEvent: grown }));
    expect(await day.letters()).toMatchObject([{ kind: 'condolence' }]);
  });

  it('none goes out when both are reported in one batch', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent(), death);
    expect((await day.letters()).filter(({ state }) => state !== 'withdrawn')).toEqual([]);
  });
});

describe('a letter on its way to paper', () => {
  it('waits for a person, or is released by rule where the ward says so', async () => {
    const waits = await aFamilyDay();
    await waits.report(aBirthEvent());
    expect(await waits.renderAll()).toEqual(['rendered']);

    const goes = await aFamilyDay({ birth: { release: 'automatic' }, marriage: { release: 'automatic' } });
    await goes.report(aBirthEvent(), aMarriageEvent(another));
    expect(await goes.renderAll()).toEqual(['released', 'released']);
    const [letter] = await goes.letters();
    expect(await goes.store.letters.acts(letter!)).toEqual([]);
  });

  it('that condoles waits for a person whatever the ward says, and brings its quiet leaflet', async () => {
    const day = await aFamilyDay();
    await day.report(aDeathEvent());
    expect(await day.renderAll()).toEqual(['rendered']);
    const [letter] = await day.letters();
    expect(letter!.documents.map(({ key }) => key.split('/').at(-1))).toEqual([
      'v1-letter.pdf',
      'v1-leaflet.pdf',
    ]);
    expect([...day.documents.files.keys()]).toEqual([
      ...letter!.documents.map(({ key }) => key),
      pictureKey(letter!),
    ]);
  });

  it('stops for a person when a character is missing, and goes on with a person’s new version', async () => {
    const day = await aFamilyDay({}, aPress(['✿']));
    const name = `${child} ✿`;
    await day.report(aBirthEvent({ personEvent: { kind: 'birth', childName: name, bornOn: '2026-02-20' } }));
    expect(await day.renderAll()).toEqual(['stopped']);
    const [stopped] = await day.letters();
    expect(stopped).toMatchObject({
      state: 'stopped',
      reason: 'Phông chữ không có ✿ (U+273F); xin sửa: dòng Kính gửi, tên bé',
    });

    const changes = { recipient: `Gia đình bé ${child}`, child: { name: child, bornOn: '2026-02-20' } };
    const revised = await day.revise(stopped!, { version: 1, reason: 'tên có hình hoa', changes }, 'clerk');
    expect(revised).toMatchObject({ is: 'done', letter: { state: 'drafted', version: 2 } });
    expect(await day.renderAll()).toEqual(['rendered']);
    expect(await day.store.letters.acts(stopped!)).toMatchObject([
      { by: 'clerk', what: 'revised', version: 2, reason: 'tên có hình hoa' },
    ]);
  });

  it('is given to a person when the press fails on it for an hour', async () => {
    const broken: LetterPress = {
      ...aPress(),
      render: () => {
        throw new Error('a fault of the press');
      },
    };
    const day = await aFamilyDay({}, broken);
    await day.report(aBirthEvent());
    const [name] = day.rings;
    await expect(day.render(name!)).rejects.toThrow('a fault of the press');
    day.turn(minutes(61));
    expect(await day.render(name!)).toMatchObject({ is: 'stopped' });
  });

  it('is rung for again when its doorbell was lost, and not every minute', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthEvent());
    day.rings.splice(0);
    expect(await day.sweep()).toBe(0);
    day.turn(minutes(2));
    expect(await day.sweep()).toBe(1);
    day.turn(minutes(1));
    expect(await day.sweep()).toBe(0);
    expect(await day.renderAll()).toEqual(['rendered']);
    day.turn(minutes(30));
    expect(await day.sweep()).toBe(0);
  });

  it('that died between rendering and release by rule is found and released', async () => {
    const day = await aFamilyDay({ birth: { release: 'automatic' } });
    await day.report(aBirthEvent());
    const [letter] = await day.letters();
    await day.store.letters.move(letter!, 'rendered', {
      at: day.clock(),
      version: 1,
      documents: [],
      waits: true,
    });
    day.rings.splice(0);
    day.turn(minutes(3));
    expect(await day.sweep()).toBe(1);
    expect(await day.renderAll()).toEqual(['released']);
  });
});

describe('what people do with a letter', () => {
  const aRenderedCondolence = async () => {
    const day = await aFamilyDay();
    await day.report(aDeathEvent());
    await day.renderAll();
    const [letter] = await day.letters();
    return { ...day, letter: letter!, name: { ward: letter!.ward, id: letter!.id } };
  };

  it('is done once, and written down with who and why', async () => {
    const { act, name, store } = await aRenderedCondolence();
    const hold = { version: 1, reason: 'chờ Chủ tịch đọc' };
    expect(await act(name, 'held', hold, 'clerk-a')).toMatchObject({ is: 'done', letter: { state: 'held' } });
    expect(await act(name, 'held', hold, 'clerk-b')).toMatchObject({ is: 'done' });
    expect(await act(name, 'released', {}, 'clerk-b')).toMatchObject({ letter: { state: 'released' } });
    expect(await store.letters.acts(name)).toMatchObject([
      { by: 'clerk-a', what: 'held', reason: 'chờ Chủ tịch đọc', version: 1 },
      { by: 'clerk-b', what: 'released', version: 1 },
    ]);
  });

  it('is let go by a leader alone: no machine and no clerk releases a condolence, held or not', async () => {
    const { store, clock, name, act } = await aRenderedCondolence();
    const byAnybody = actOnLetter({ letters: store.letters, clock });
    expect(await byAnybody(name, 'released', {}, 'ward-26506-machine')).toEqual({ is: 'leader-only' });
    await byAnybody(name, 'held', { reason: 'chờ ký' }, 'clerk');
    expect(await byAnybody(name, 'released', {}, 'clerk', { leads: false })).toEqual({ is: 'leader-only' });
    expect((await store.letters.find([name]))[0]).toMatchObject({ state: 'held' });
    expect(await act(name, 'released', {}, 'leader')).toMatchObject({ letter: { state: 'released' } });
    expect(await store.letters.acts(name)).toHaveLength(2);
  });

  it('is refused on a version that is no longer there, or in another state', async () => {
    const { act, name, revise, letter } = await aRenderedCondolence();
    expect(await act(name, 'handed-over', {}, 'clerk')).toMatchObject({
      is: 'wrong-state',
      state: 'rendered',
    });
    const changes = { deceased: 'cụ ông Phạm Ngọc Ẩn', recipient: 'Gia đình cụ ông Phạm Ngọc Ẩn' };
    await revise(letter, { version: 1, reason: 'xưng hô', changes }, 'clerk');
    expect(await act(name, 'released', { version: 1 }, 'clerk')).toMatchObject({
      is: 'wrong-state',
      version: 2,
    });
  });

  it('concerns letters of one’s own ward alone', async () => {
    const { act, letter } = await aRenderedCondolence();
    expect(await act({ ward: tanHong, id: letter.id }, 'released', {}, 'stranger')).toEqual({
      is: 'not-found',
    });
  });

  it('prints what is released and nothing else, the leaflet beside its condolence', async () => {
    const day = await aRenderedCondolence();
    await day.report(aBirthEvent(another));
    await day.renderAll();
    await day.act(day.name, 'released', {}, 'clerk');
    const ids = (await day.letters()).map(({ id }) => id as string);
    const batch = await day.print(vungTau, [...ids, 'nobody-knows-this-letter'], 'clerk');
    expect(batch.results.map(({ outcome }) => outcome).toSorted()).toEqual([
      'not-found',
      'printed',
      'wrong-state',
    ]);
    const pile = new TextDecoder().decode(day.documents.files.get('batches/26506/batch-1.pdf'));
    expect(pile.split('\n')).toEqual([
      'Danh sách thư in ngày 02/03/2026',
      'Thư chia buồn - Gia đình ông (bà) Phạm Ngọc Ẩn',
      'Những việc chúng tôi có thể giúp - Gia đình ông (bà) Phạm Ngọc Ẩn',
    ]);
    const again = await day.print(vungTau, [day.letter.id], 'clerk');
    expect(again.results).toMatchObject([{ outcome: 'printed-again' }]);
    expect(await day.act(day.name, 'handed-over', {}, 'clerk')).toMatchObject({
      letter: { state: 'handed-over' },
    });
  });

  it('cannot turn one letter into another', async () => {
    const { revise, letter } = await aRenderedCondolence();
    for (const changes of [{ id: 'x' }, { kind: 'birth' }, { plan: {} }, { diedOn: 'hôm qua' }]) {
      expect(await revise(letter, { version: 1, reason: 'thử', changes }, 'clerk')).toMatchObject({
        is: 'validation-failed',
      });
    }
  });
});

describe('an office that is late', () => {
  const delayed = {
    status: 'delayed',
    procedureCode: '1.004873',
    dueAt: '2026-03-02T17:00:00+07:00',
    newDueAt: '2026-03-04T17:00:00+07:00',
    reason: 'Phải xác minh tại nơi cư trú trước đây.',
  };
  const received = anEventBody({ status: 'received', occurredAt: '2026-02-27T08:00:00+07:00' });

  it('writes a letter of apology beside the SMS, for a person to sign, once for each new date', async () => {
    const day = await aFamilyDay();
    await day.report(received);
    const [row] = await day.report(anEventBody(delayed));
    expect(row).toMatchObject({ decision: { notifications: [{ purpose: 'delayed' }] } });
    await day.report(anEventBody({ ...delayed, occurredAt: '2026-03-02T09:20:00+07:00' }));
    expect(await day.letters()).toMatchObject([
      {
        kind: 'apology',
        release: 'by-person',
        content: { recipient: 'Ông (Bà) Nguyễn Thị Hằng', receivedOn: '2026-02-27', reason: delayed.reason },
      },
    ]);
    expect(await day.renderAll()).toEqual(['rendered']);
  });

  it.each([
    ['as our table calls it', '1.004873', 'Tên khác', 'Cấp giấy xác nhận tình trạng hôn nhân'],
    [
      'as its own system does where our table does not know it',
      '1.012756',
      'Đính chính Giấy chứng nhận',
      'Đính chính Giấy chứng nhận',
    ],
    ['as its own system does where it has no code', null, 'Hòa giải tranh chấp', 'Hòa giải tranh chấp'],
  ])('calls the procedure %s', async (_, procedureCode, procedureName, printed) => {
    const day = await aFamilyDay();
    await day.report({ ...received, procedureCode });
    const [row] = await day.report(anEventBody({ ...delayed, procedureCode, procedureName }));
    expect((await day.letters())[0]!.content).toMatchObject({ procedure: printed });
    expect(JSON.stringify('decision' in row! && row.decision.notifications)).not.toMatch(
      /procedure|Hòa giải|Hoa giai/,
    );
  });

  it('writes none when a fact is missing that the form asks for, and names it', async () => {
    const day = await aFamilyDay();
    await day.report(received);
    expect(noLetterOf(await day.report(anEventBody({ ...delayed, reason: null })))).toEqual([
      'facts-missing: reason',
    ]);
  });

  it('writes none for a dossier that is completed by then', async () => {
    const day = await aFamilyDay();
    await day.report(received);
    await day.report(
      anEventBody({ occurredAt: '2026-03-02T09:20:00+07:00' }),
      anEventBody({ ...delayed, occurredAt: '2026-03-02T09:00:00+07:00' }),
    );
    expect(await day.letters()).toEqual([]);
  });
});

it('a letter whose name has broken letters is born stopped, and a person’s new version goes on', async () => {
  const day = await aFamilyDay();
  await day.report(
    aBirthEvent({ personEvent: { kind: 'birth', childName: 'Traàn Thò Thaûo', bornOn: '2026-02-20' } }),
  );
  await day.renderAll();
  const [stopped] = await day.letters();
  expect(stopped).toMatchObject({
    state: 'stopped',
    reason: 'garbled-name: personEvent.childName',
    documents: [],
  });
  const changes = {
    recipient: 'Gia đình bé Trần Thị Thảo',
    child: { name: 'Trần Thị Thảo', bornOn: '2026-02-20' },
  };
  await day.revise(stopped!, { version: 1, reason: 'sửa phông chữ', changes }, 'clerk');
  expect(await day.renderAll()).toEqual(['rendered']);
});
