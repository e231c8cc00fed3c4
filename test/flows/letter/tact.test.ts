import { describe, expect, it } from 'vitest';
import { anEventBody, vungTau } from '../../support/builders/dossiers.ts';
import {
  aBirthEvent,
  aDeathEvent,
  aFamilyDay,
  aMarriageEvent,
  aWardWithLetters,
} from '../../support/builders/family-day.ts';

type FamilyDay = Awaited<ReturnType<typeof aFamilyDay>>;
const another = { dossierCode: 'H29.26-260302-0009' };
const aBirthOf = (facts: Record<string, unknown>, differs: Record<string, unknown> = {}) =>
  aBirthEvent({
    personEvent: {
      kind: 'birth',
      childName: 'Tạ Gia Hân',
      bornOn: '2026-02-20',
      parents: ['Mạc Thị Yến', 'Tạ Đức Thuận'],
      ...facts,
    },
    ...differs,
  });
const aDeathOf = (deceasedName: string | null, facts: Record<string, unknown> = {}) =>
  aDeathEvent('', {
    ...another,
    personEvent: { kind: 'death', deceasedName, diedOn: '2026-03-01', ...facts },
  });
const aWeddingOf = (...spouses: [string, string]) =>
  aMarriageEvent({ personEvent: { kind: 'marriage', spouses, marriedOn: '2026-03-01' } });
const statesOf = async (day: FamilyDay, kind: string) =>
  (await day.letters()).filter((letter) => letter.kind === kind).map(({ state }) => state);
const whyOf = (rows: Awaited<ReturnType<FamilyDay['report']>>) =>
  rows.map((row) => ('decision' in row ? row.decision.letters?.none : row.failed));

describe('a death in the family', () => {
  const death = { bornOn: '1990-10-10' };
  it.each([
    ['the father', aBirthOf({}), aDeathOf('Tạ Đức Thuận', death)],
    ['the mother, whose age nobody gave', aBirthOf({}), aDeathOf('Mạc Thị Yến')],
    ['the father in capitals without accents', aBirthOf({}), aDeathOf('TA DUC THUAN', death)],
    ['the mother without her middle name', aBirthOf({}), aDeathOf('Mạc Yến', death)],
    ['the father with a space too many', aBirthOf({}), aDeathOf('Tạ Đức  Thu ận', death)],
    ['the father as people call him', aBirthOf({}), aDeathOf('ONG  TA DUC THUAN', death)],
    ['the mother as people call her', aBirthOf({}), aDeathOf('Bà: Mạc Thị Yến')],
    ['the father, written with a form of address', aBirthOf({}), aDeathOf('Ông Tạ Đức Thuận', death)],
    [
      'the mother, so written at the birth',
      aBirthOf({ parents: ['Bà Mạc Thị Yến'] }),
      aDeathOf('Mạc Thị Yến'),
    ],
    ['the groom', aWeddingOf('Y Bhăm Niê', 'H’Hen Niê'), aDeathOf('Y Bham Nie', death)],
    [
      'the bride under another apostrophe',
      aWeddingOf('Y Bhăm Niê', 'H’Hen Niê'),
      aDeathOf("H'Hen Niê", death),
    ],
    ['the bride without any apostrophe', aWeddingOf('Y Bhăm Niê', 'H’Hen Niê'), aDeathOf('H Hen Niê', death)],
    ['the child with an accent missing', aBirthOf({}), aDeathOf('Tạ Gia Han', { bornOn: '2026-02-20' })],
    [
      'the child before it had a name',
      aBirthOf({}),
      aDeathOf('Con bà Mạc Thị Yến', { bornOn: '2026-02-20' }),
    ],
    [
      'the child under its mother’s name in the register',
      aBirthOf({ childName: null }),
      aDeathOf('Tạ Gia Hân', { bornOn: '2026-02-20' }),
    ],
  ])('holds the congratulation when it was %s, whichever is registered first', async (_, joyful, sad) => {
    for (const events of [
      [joyful, sad],
      [sad, joyful],
    ]) {
      const day = await aFamilyDay({ birth: { release: 'automatic' }, marriage: { release: 'automatic' } });
      for (const event of events) {
        await day.report(event);
        await day.renderAll();
      }
      const [letter] = (await day.letters()).filter(({ kind }) => kind !== 'condolence');
      expect(letter).toMatchObject({ state: 'held', reason: 'perhaps-bereaved' });
      expect(letter!.documents).not.toEqual([]);
    }
  });

  it.each(['drafted', 'rendered', 'released', 'printed'])('holds a letter that is %s', async (state) => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({}));
    const { id, ward } = (await day.letters())[0]!;
    if (state !== 'drafted') await day.renderAll();
    if (state === 'released' || state === 'printed') await day.act({ ward, id }, 'released', {}, 'clerk');
    if (state === 'printed') await day.print(vungTau, [id], 'clerk');
    await day.report(aDeathOf('Ta Duc Thuan', death));
    expect(await statesOf(day, 'birth')).toEqual(['held']);
  });

  it.each([
    ['a namesake too old to be the father', aDeathOf('Tạ Đức Thuận', { bornOn: '1940-01-01' })],
    ['a namesake who died years before', aDeathOf('Tạ Đức Thuận', { diedOn: '2020-01-01' })],
    ['somebody with another middle name', aDeathOf('Tạ Văn Thuận', death)],
    ['a twin', aDeathOf('Tạ Gia Bảo', { bornOn: '2026-02-20' })],
  ])('does not hold it for %s', async (_, sad) => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({}), sad);
    expect(await statesOf(day, 'birth')).toEqual(['drafted']);
  });

  it('is asked about once: what a person has let go, a second report of the same death does not hold', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({}));
    await day.renderAll();
    await day.report(aDeathOf('Ta Duc Thuan', death));
    const { id, ward } = (await day.letters()).filter(({ kind }) => kind === 'birth')[0]!;
    await day.act({ ward, id }, 'released', {}, 'clerk');
    await day.report({ ...aDeathOf('Ta Duc Thuan', death), dossierCode: 'H29.26-260302-0010' });
    expect(await statesOf(day, 'birth')).toEqual(['released']);
  });

  it('months later still finds a congratulation that waits', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({ bornOn: '2025-03-01' }));
    await day.report(aDeathOf('Mạc Thị Yến', death));
    expect(await statesOf(day, 'birth')).toEqual(['held']);
  });

  it('of a child in the same dossier withdraws its congratulation', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({}));
    await day.report({
      ...aDeathOf('Tạ Gia Hân', { bornOn: '2026-02-20' }),
      dossierCode: aBirthEvent()['dossierCode'],
    });
    expect(await statesOf(day, 'birth')).toEqual(['withdrawn']);
    expect(await statesOf(day, 'condolence')).toEqual([]);
  });

  it('of a stillborn child writes nothing at all', async () => {
    const day = await aFamilyDay();
    const stillborn = aDeathOf('Tạ Gia Hân', { bornOn: '2026-02-20', diedOn: '2026-02-20' });
    expect(whyOf(await day.report(stillborn))).toEqual(['tact']);
    expect(whyOf(await day.report(aBirthOf({})))).toEqual(['tact']);
    expect(await day.letters()).toEqual([]);
  });

  it('of a child known by its year of birth alone brings no words for the old', async () => {
    const day = await aFamilyDay();
    expect(whyOf(await day.report(aDeathOf('Tạ Gia Hân', { bornOn: '2012' })))).toEqual(['tact']);
  });
});

describe('a birth that is told again', () => {
  it('never withdraws its own letter, in the same dossier or in another', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({}));
    await day.report(aBirthOf({}, { occurredAt: '2026-03-02T09:20:00+07:00' }));
    await day.report(aBirthOf({ childName: 'TẠ GIA HÂN' }, another));
    expect(await statesOf(day, 'birth')).toEqual(['drafted']);
  });

  it('with a corrected name is the same letter in its next version', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({}));
    await day.report(
      aBirthOf({ childName: 'Tạ Gia Hưng' }, { occurredAt: '2026-03-02T09:16:00+07:00', status: 'returned' }),
    );
    const letters = await day.letters();
    expect(letters.map(({ state, version, content }) => `${content.recipient} ${state} v${version}`)).toEqual(
      ['Gia đình bé Tạ Gia Hưng drafted v2'],
    );
  });

  it('first without and then with a name gets one letter', async () => {
    const day = await aFamilyDay();
    await day.report(aBirthOf({ childName: 'Con bà Mạc Thị Yến' }));
    expect(whyOf(await day.report(aBirthOf({}, another)))).toEqual(['already-known']);
    expect(await day.letters()).toMatchObject([
      {
        content: { recipient: 'Gia đình bà Mạc Thị Yến', child: { name: 'con của bà Mạc Thị Yến' } },
        release: 'by-person',
      },
    ]);
  });
});

describe('a date', () => {
  const wedding = (marriedOn: string) =>
    aMarriageEvent({ personEvent: { kind: 'marriage', spouses: ['Lê Ân', 'Đặng Dương'], marriedOn } });
  it.each([
    ['a death sixty-one days ago', aDeathOf('Vi Văn Lịch', { diedOn: '2025-12-31' }), 'not-recent'],
    ['a death of 1968', aDeathOf('Vi Văn Lịch', { diedOn: '1968' }), 'not-recent'],
    ['a death known by its month', aDeathOf('Vi Văn Lịch', { diedOn: '2026-02' }), 'date-incomplete'],
    ['a death on no day at all', aDeathOf('Vi Văn Lịch', { diedOn: null }), 'date-incomplete'],
    [
      'a death before its birth',
      aDeathOf('Vi Văn Lịch', { bornOn: '2026-03-02', diedOn: '2026-02-01' }),
      'tact',
    ],
    [
      'a death in the future, which is no date,',
      aDeathOf('Vi Văn Lịch', { diedOn: '2026-03-03' }),
      'date-incomplete',
    ],
    ['a death at 140 years', aDeathOf('Vi Văn Lịch', { bornOn: '1885' }), 'date-impossible'],
    ['a birth in the future, which is no date,', aBirthOf({ bornOn: '2026-04' }), 'date-incomplete'],
    ['a birth known by its month', aBirthOf({ bornOn: '2026-02' }), 'date-incomplete'],
    ['a birth of years ago', aBirthOf({ bornOn: '2023' }), 'not-recent'],
    ['a wedding of last year', wedding('2025-03-02'), 'not-recent'],
    ['a wedding known by its year', wedding('2026'), 'date-incomplete'],
  ])('of %s brings no letter by itself, and says why', async (_, event, why) => {
    const day = await aFamilyDay();
    const rows = await day.report(event);
    expect(whyOf(rows)).toEqual([why]);
    expect(rows).toMatchObject([{ decision: { notifications: [{ channel: 'sms' }] } }]);
    expect(await day.letters()).toEqual([]);
  });

  it('that is mended later brings the letter', async () => {
    const day = await aFamilyDay();
    await day.report(aDeathOf('Vi Văn Lịch', { diedOn: '2026-02' }));
    await day.report({
      ...aDeathOf('Vi Văn Lịch', { diedOn: '2026-02-27' }),
      status: 'returned',
      occurredAt: '2026-03-02T09:16:00+07:00',
    });
    expect(await statesOf(day, 'condolence')).toEqual(['drafted']);
  });

  it('of birth known by its year costs an old person’s family nothing', async () => {
    const day = await aFamilyDay();
    await day.report(aDeathOf('Quách Văn Từ', { bornOn: '1944-07' }));
    expect(await statesOf(day, 'condolence')).toEqual(['drafted']);
  });
});

it('a registration that names nobody is known to lack its persons, until somebody adds them', async () => {
  const day = await aFamilyDay();
  const bare = anEventBody({ procedureCode: '1.001193' });
  expect(whyOf(await day.report(bare))).toEqual(['persons-missing']);
  await day.report(aBirthOf({}, { occurredAt: '2026-03-02T09:16:00+07:00', status: 'returned' }));
  expect(await statesOf(day, 'birth')).toEqual(['drafted']);
});

it('a letter bears the day on which it is printed for the signature, and keeps it when it is printed again', async () => {
  const sheets: string[] = [];
  const page = { ok: true as const, pdf: new Uint8Array() };
  const day = await aFamilyDay(
    {},
    {
      render: () => page,
      picture: () => page.pdf,
      renderBatch: (given) => {
        sheets.push(...given.flatMap(({ head }) => head.placeAndDate ?? []));
        return page;
      },
    },
  );
  await day.report(aBirthOf({}));
  await day.renderAll();
  const { id, ward } = (await day.letters())[0]!;
  day.turn(3 * 86_400_000);
  await day.act({ ward, id }, 'released', {}, 'clerk');
  await day.print(vungTau, [id], 'clerk');
  day.turn(86_400_000);
  await day.print(vungTau, [id], 'clerk');
  await day.print(vungTau, [id], 'clerk', '2026-03-09' as never);
  expect(sheets).toEqual(['05', '05', '09'].map((date) => `Vũng Tàu, ngày ${date} tháng 3 năm 2026`));
});

it('words that nobody finished keep a letter back, and the gap is named', async () => {
  const { letterhead } = aWardWithLetters();
  const day = await aFamilyDay({ letterhead: { ...letterhead, signer: '…' } });
  expect(whyOf(await day.report(aBirthOf({})))).toEqual(['wording-not-approved']);
});

it('a family that changes its place has its dates there, and its phones follow', async () => {
  const hours = { from: '07:30', to: '11:00' };
  const places = [
    {
      id: 'tyt',
      name: 'Trạm Y tế',
      address: '1 Lê Lợi',
      sessions: [{ type: 'day_of_month', days: [5], ...hours }],
    },
    {
      id: 'thang-nhi',
      name: 'Điểm Thắng Nhì',
      address: '9 Lê Lợi',
      sessions: [{ type: 'weekly', weekdays: ['wed'], ...hours }],
    },
  ];
  const day = await aFamilyDay({ places });
  await day.report(aBirthOf({}));
  const [letter] = await day.letters();
  expect(letter!.sheet.plan!.disclaimers.slice(0, 2)).toEqual([
    expect.stringContaining('không phải trả tiền'),
    expect.stringContaining('tại Trạm Y tế'),
  ]);
  expect(await day.calendar(letter!.calendar!)).toContain('SEQUENCE:0');
  day.turn(60_000);
  await day.renderAll();
  await day.revise(
    letter!,
    { version: 1, reason: 'gia đình ở Thắng Nhì', changes: { place: 'thang-nhi' } },
    'clerk',
  );
  const [revised] = await day.letters();
  expect(revised!.sheet.plan!.disclaimers[1]).toContain('tại Điểm Thắng Nhì');
  expect(revised!.sheet.plan!.places.map(({ title }) => title)).toEqual(['Điểm Thắng Nhì', 'Trạm Y tế']);
  expect(
    revised!.sheet
      .plan!.rows.filter(([when]) => when!.startsWith('Thứ'))
      .every(([when]) => when!.startsWith('Thứ Tư')),
  ).toBe(true);
  const file = await day.calendar(letter!.calendar!);
  expect(file).toContain('SEQUENCE:1');
  expect(file).toContain('LOCATION:Điểm Thắng Nhì');
});

describe('words of a newborn', () => {
  const wordings = aWardWithLetters().wordings;
  const birth = { ...wordings.birth!, paragraphs: ['Mừng bé {childName} chào đời.'] };
  const aWardOfNewborns = () =>
    aFamilyDay({ birth: { release: 'automatic' }, wordings: { ...wordings, birth } });

  it('leave by rule for a newborn, and wait for a person where the birth is registered late', async () => {
    const day = await aWardOfNewborns();
    await day.report(aBirthOf({}), aBirthOf({ childName: 'Tạ An', bornOn: '2024-10-01' }, another));
    await day.renderAll();
    const letters = await day.letters();
    const said = letters.map(({ state, reason }) => `${state} ${reason}`);
    expect(said.toSorted()).toEqual(['held words-for-a-newborn', 'released undefined']);
  });

  it('wait too where the day of birth is put right to one long past', async () => {
    const day = await aWardOfNewborns();
    await day.report(aBirthOf({}));
    await day.report(aBirthOf({ bornOn: '2024-10-01' }));
    const [letter] = await day.letters();
    expect([letter!.state, letter!.reason]).toEqual(['held', 'words-for-a-newborn']);
  });
});

describe('a condolence', () => {
  it('speaks of the dead as the register tells their sex and years', async () => {
    const day = await aFamilyDay();
    await day.report(aDeathOf('Phạm Ngọc Ẩn', { sex: 'male', bornOn: '1938' }));
    const [letter] = await day.letters();
    expect(letter!.content.recipient).toBe('Gia đình cụ ông Phạm Ngọc Ẩn');
  });

  it('is not written in the words for the old where the register writes the name as a child’s', async () => {
    const day = await aFamilyDay();
    expect(whyOf(await day.report(aDeathOf('Bé Tạ Gia Hân')))).toEqual(['tact']);
    expect(await day.letters()).toEqual([]);
  });
});
