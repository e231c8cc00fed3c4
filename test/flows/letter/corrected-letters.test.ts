import { describe, expect, it } from 'vitest';
import { workOfLetter } from '../../../shared/domain/api/worklist.ts';
import { anEventBody } from '../../support/builders/dossiers.ts';
import { aBirthEvent, aDeathEvent, aFamilyDay, aMarriageEvent } from '../../support/builders/family-day.ts';

type FamilyDay = Awaited<ReturnType<typeof aFamilyDay>>;
const birth = {
  kind: 'birth',
  childName: 'Tạ Gia Hân',
  bornOn: '2026-02-20',
  parents: ['Mạc Thị Yến', 'Tạ Đức Thuận'],
};
const aBirthOf = (facts: Record<string, unknown> = {}, differs: Record<string, unknown> = {}) =>
  aBirthEvent({ personEvent: { ...birth, ...facts }, ...differs });
const another = { dossierCode: 'H29.26-260302-0009' };
/** Brings the letter of this day as far as that state. */
const until = async (day: FamilyDay, state: string) => {
  if (state === 'drafted') return;
  await day.renderAll();
  if (state === 'rendered') return;
  const { id, ward } = (await day.letters())[0]!;
  if (state === 'held') return void (await day.act({ ward, id }, 'held', { reason: 'chờ ký' }, 'clerk'));
  await day.act({ ward, id }, 'released', {}, 'clerk');
  if (state === 'released') return;
  await day.print(ward, [id], 'clerk');
  if (state !== 'printed') await day.act({ ward, id }, state as 'handed-over', {}, 'clerk');
};
const onLists = async (day: FamilyDay) => (await day.letters()).flatMap(workOfLetter);
const addressed = (street: string) => ({
  returnMethod: 'post',
  deliveryAddress: { name: 'Bà Mạc Thị Yến', street, commune: '26506', province: '79' },
});

describe('a letter whose facts were put right before it left', () => {
  const kinds = [
    ['the child’s name', aBirthOf(), aBirthOf({ childName: 'Tạ Gia Hưng' }), 'Tạ Gia Hưng'],
    ['the day of birth', aBirthOf(), aBirthOf({ bornOn: '2026-02-21' }), '2026-02-21'],
    ['a name that the child got since', aBirthOf({ childName: null }), aBirthOf(), 'Gia đình bé Tạ Gia Hân'],
    ['the address', aBirthOf({}, addressed('1 Lê Lợi')), aBirthOf({}, addressed('9 Lê Lai')), '9 Lê Lai'],
    [
      'one of the couple',
      aMarriageEvent(),
      aMarriageEvent({
        personEvent: {
          kind: 'marriage',
          spouses: ['Lê Hoàng Anh', 'Đặng Thị Thùy Dương'],
          marriedOn: '2026-03-02',
        },
      }),
      'Lê Hoàng Anh',
    ],
    ['who died', aDeathEvent('Phạm Ngọc Ẩn'), aDeathEvent('Phạm Ngọc Ân'), 'Phạm Ngọc Ân'],
  ] as const;
  const states = ['drafted', 'rendered', 'held', 'released'] as const;

  it.each(
    kinds.flatMap(([what, wrong, right, says]) =>
      states.map((state) => ({ what, state, wrong, right, says })),
    ),
  )(
    'is the same letter in its next version: $what of one that is $state',
    async ({ wrong, right, says, state }) => {
      const day = await aFamilyDay({ birth: { release: 'automatic' } });
      await day.report(wrong);
      const [first] = await day.letters();
      if (state !== 'held' && state !== 'released') await until(day, state);
      else {
        await day.renderAll();
        const { id, ward } = first!;
        await day.act({ ward, id }, state, { reason: 'chờ ký' }, 'clerk');
      }
      const { version, state: was, release } = (await day.letters())[0]!;
      await day.report(right);
      const letters = await day.letters();
      expect(letters).toMatchObject([{ id: first!.id, version: version + 1, documents: [] }]);
      expect(JSON.stringify([letters[0]!.content, letters[0]!.sheet])).toContain(says);
      // What somebody or a rule had let go is looked at again; what is held stays held.
      expect(letters[0]!.state).toBe(was === 'held' ? 'held' : 'drafted');
      expect(letters[0]!.release).toBe(was === 'released' ? 'by-person' : release);
      day.rings.splice(0, day.rings.length - 1);
      await day.renderAll();
      expect((await day.letters())[0]).toMatchObject({
        documents: [
          { key: expect.stringContaining(`v${version + 1}-`) },
          ...(letters[0]!.leaflet ? [{}] : []),
        ],
      });
      // The same report again changes nothing more.
      await day.report(right);
      expect(await day.letters()).toMatchObject([{ version: version + 1 }]);
    },
  );

  it('keeps the words that a person found', async () => {
    const day = await aFamilyDay();
    await day.report(aDeathEvent('Phạm Ngọc Ẩn', addressed('1 Lê Lợi')));
    await day.renderAll();
    const words = { deceased: 'cụ ông Phạm Ngọc Ẩn', recipient: 'Gia đình cụ ông Phạm Ngọc Ẩn' };
    await day.revise((await day.letters())[0]!, { version: 1, reason: 'xưng hô', changes: words }, 'clerk');
    await day.report(aDeathEvent('Phạm Ngọc Ẩn', addressed('9 Lê Lai')));
    const [letter] = await day.letters();
    expect(letter).toMatchObject({ version: 3, content: words });
    expect(letter!.content.address).toContain('9 Lê Lai');
  });

  it('is written once, whichever linked dossier is put right', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf(), aBirthOf({}, another));
    await day.report(aBirthOf({ childName: 'Tạ Gia Hưng' }, another));
    await day.report(aBirthOf({ childName: 'Tạ Gia Hưng' }));
    await day.report(aBirthOf({ childName: 'Tạ Gia Hưng' }, { dossierCode: 'H29.26-260302-0010' }));
    expect(await day.letters()).toMatchObject([
      { version: 2, content: { recipient: 'Gia đình bé Tạ Gia Hưng' } },
    ]);
  });

  it.each([
    ['in one delivery', (day: FamilyDay, one: object, two: object) => day.report(one as never, two as never)],
    [
      'one after the other',
      async (day: FamilyDay, one: object, two: object) => {
        await day.report(one as never);
        await day.report(two as never);
      },
    ],
  ])('is there for each of two twins whose names were exchanged %s', async (_, report) => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({ childName: 'Tạ Gia An' }), aBirthOf({ childName: 'Tạ Gia Nam' }, another));
    await report(day, aBirthOf({ childName: 'Tạ Gia Nam' }), aBirthOf({ childName: 'Tạ Gia An' }, another));
    const letters = await day.letters();
    const names = letters.map(({ dossierCode, content, state }) => [
      dossierCode === another.dossierCode,
      content.recipient,
      ['drafted', 'held'].includes(state),
    ]);
    expect(names.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      [false, 'Gia đình bé Tạ Gia Nam', true],
      [true, 'Gia đình bé Tạ Gia An', true],
    ]);
    expect(letters.some(({ reason }) => reason === 'perhaps-told-twice')).toBe(true);
  });

  it('is found by a death under the right name, and no more under the wrong one', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf());
    await day.report(aBirthOf({ childName: 'Tạ Gia Hưng' }));
    const dies = (name: string, code: string) =>
      aDeathEvent('', {
        dossierCode: code,
        personEvent: { kind: 'death', deceasedName: name, diedOn: '2026-03-01', bornOn: '2026-02-20' },
      });
    await day.report(dies('Tạ Gia Hân', 'H29.26-260302-0011'));
    expect(await day.letters()).toMatchObject([{ state: 'drafted' }]);
    await day.report(dies('Tạ Gia Hưng', 'H29.26-260302-0012'));
    expect(await day.letters()).toMatchObject([{ state: 'withdrawn', reason: 'child-died' }]);
  });

  it.each([
    ['was registered again', aBirthOf({}, { procedureCode: '1.004884' })],
    ['is known by its year', aBirthOf({ bornOn: '2026' })],
    ['was long ago', aBirthOf({ bornOn: '2019-02-20' })],
  ])('is withdrawn when the birth %s, and written again when that was the mistake', async (_, wrong) => {
    const day = await aFamilyDay({ birth: { release: 'automatic' } });
    await day.report(aBirthOf());
    await day.report(wrong);
    expect(await day.letters()).toMatchObject([{ state: 'withdrawn', reason: 'corrected' }]);
    await day.report(aBirthOf({}, { procedureCode: '1.001193' }));
    expect(await day.letters()).toMatchObject([{ state: 'drafted', release: 'by-person', version: 2 }]);
  });

  it('gives way to one of the right kind when it was a death and no birth', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf());
    await day.report(aDeathEvent('Tạ Gia Hân'));
    expect((await day.letters()).map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'birth withdrawn',
      'condolence drafted',
    ]);
  });

  it('does not follow a phone or a language: letters are written in Vietnamese', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf());
    const applicant = { name: 'Nguyễn Thị Hằng', phone: '0987 654 321', language: 'en' };
    await day.report(aBirthOf({}, { applicant }));
    expect(await day.letters()).toMatchObject([{ version: 1 }]);
  });
});

describe('a letter that has left and told wrongly', () => {
  it.each(['printed', 'handed-over', 'posted'])(
    '%s is on the list with cause and next step, until it is written anew',
    async (state) => {
      const day = await aFamilyDay();
      await day.report(aBirthOf());
      await until(day, state);
      await day.report(aBirthOf({ childName: 'Tạ Gia Hưng' }));
      expect(await onLists(day)).toMatchObject([
        {
          list: 'told-wrongly',
          because: expect.stringMatching(new RegExp(`^birth ${state}: corrected .*child.*; .* revise it$`)),
        },
      ]);
      const [letter] = await day.letters();
      await day.revise(letter!, { version: 1, reason: 'tên sai', changes: {} }, 'clerk');
      expect(await day.letters()).toMatchObject([
        { id: letter!.id, version: 2, state: 'drafted', content: { recipient: 'Gia đình bé Tạ Gia Hưng' } },
      ]);
      expect(await onLists(day)).toEqual([]);
    },
  );

  it('is off the list when the correction was the mistake', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf());
    await until(day, 'handed-over');
    await day.report(aBirthOf({ childName: 'Tạ Gia Hưng' }));
    await day.report(aBirthOf());
    expect(await onLists(day)).toEqual([]);
  });
});

describe('an apology whose facts were put right', () => {
  const delayed = {
    status: 'delayed',
    procedureCode: '1.004873',
    dueAt: '2026-03-02T17:00:00+07:00',
    newDueAt: '2026-03-04T17:00:00+07:00',
    reason: 'Phải xác minh.',
  };
  const received = anEventBody({ status: 'received', occurredAt: '2026-02-27T08:00:00+07:00' });

  it('follows the new date, the reason and the name, and no fact of another status', async () => {
    const day = await aFamilyDay();
    await day.report(received);
    await day.report(anEventBody(delayed));
    const right = { ...delayed, newDueAt: '2026-03-05T17:00:00+07:00', reason: 'Chờ xác minh lý lịch.' };
    await day.report(anEventBody(right));
    expect(await day.letters()).toMatchObject([
      {
        kind: 'apology',
        version: 2,
        content: { reason: right.reason, newDueAt: '2026-03-05T10:00:00.000Z' },
      },
    ]);
    const asked = {
      status: 'supplement-requested',
      reason: 'Thiếu bản sao.',
      occurredAt: '2026-03-02T09:30:00+07:00',
    };
    await day.report(anEventBody(asked));
    expect(await day.letters()).toMatchObject([{ version: 2, content: { reason: right.reason } }]);
  });
});
