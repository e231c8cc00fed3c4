import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import {
  aBirthEvent,
  aDeathEvent,
  aFamilyDay,
  aMarriageEvent,
  aWardWithLetters,
} from '../../support/builders/family-day.ts';

const press = typstPress();

/** Letters that no type of ours has, other scripts, links, letters of four bytes, names of three hundred letters. */
const unprintable = fc.constantFrom(
  'Lê 🌸 An',
  'Lê 𠀀 An',
  'សុខ An',
  'Lê ① An',
  'Лê An',
  'xem quatang.vn',
  'Lê http://a.vn An',
  'Lê \ufffd An',
  `L${'ê'.repeat(300)}`,
  'Lê An '.repeat(60),
  'Lê … An',
  'Lê \u{1d49c} An',
);

/** What nobody sees and what a line is broken with are left out; the name is printed as a reader knows it. */
const invisible = fc
  .constantFrom('\u202e', '\u200f', '\u2066', '\n', '\r\n', '\t', '\u0000', '\ufeff', '\u00ad', '\u2028')
  .map((mark) => ({ written: `Lê ${mark} An`, read: 'Lê An' }));

const events = (
  name: string,
  what: 'birth' | 'marriage' | 'death',
  eventOf = { dossierCode: 'H29.26-260302-0007' },
) =>
  what === 'birth'
    ? aBirthEvent({
        ...eventOf,
        personEvent: { kind: 'birth', childName: name, bornOn: '2026-02-20', parents: ['Nguyễn Thị Hằng'] },
      })
    : what === 'marriage'
      ? aMarriageEvent({
          ...eventOf,
          personEvent: { kind: 'marriage', spouses: ['Lê Hoàng Ân', name], marriedOn: '2026-03-01' },
        })
      : aDeathEvent(name, eventOf);

const kinds = fc.constantFrom('birth' as const, 'marriage' as const, 'death' as const);
const fieldOf = {
  birth: /childName|tên bé/,
  marriage: /spouses|tên hai vợ chồng/,
  death: /deceasedName|tên người mất/,
};

it('a name that cannot be printed stops its letter for a person, the field is named, and everything else goes on', async () => {
  await fc.assert(
    fc.asyncProperty(unprintable, kinds, async (name, what) => {
      const day = await aFamilyDay({}, press);
      const rows = await day.report(
        events(name, what),
        aDeathEvent('Phạm Ngọc Ẩn', { dossierCode: 'H29.26-260302-0008' }),
      );
      expect(rows.every((row) => 'decision' in row)).toBe(true);
      await day.renderAll();
      const letters = await day.letters();
      const bad = letters.find(({ dossierCode }) => dossierCode.endsWith('0007'))!;
      expect(bad).toMatchObject({ state: 'stopped', documents: [] });
      expect(bad.reason).toMatch(fieldOf[what]);
      expect(letters.find(({ dossierCode }) => dossierCode.endsWith('0008'))!.state).toBe('rendered');
    }),
    { numRuns: 40 },
  );
});

it('marks that nobody sees and broken lines are read past, and the letter says the name', async () => {
  await fc.assert(
    fc.asyncProperty(invisible, kinds, async ({ written, read }, what) => {
      const day = await aFamilyDay({}, press);
      await day.report(events(written, what));
      await day.renderAll();
      const [letter] = await day.letters();
      expect(letter).toMatchObject({ state: 'rendered' });
      expect(letter!.sheet.addressee).toMatch(new RegExp(`${read}$`));
    }),
    { numRuns: 20 },
  );
});

it.each([
  [
    'the place',
    { places: aWardWithLetters().places.map((place) => ({ ...place, name: 'Trạm Y tế ①' })) },
    'nơi tiêm',
  ],
  [
    'a link',
    { places: aWardWithLetters().places.map((place) => ({ ...place, name: 'Xem nhanqua.top' })) },
    'plan/places/0/title: Thư không được có đường dẫn',
  ],
  ['the signer', { letterhead: { ...aWardWithLetters().letterhead, signer: 'Lê ① An' } }, 'đầu thư, chữ ký'],
  [
    'the ward’s own words',
    {
      wordings: {
        ...aWardWithLetters().wordings,
        birth: { ...aWardWithLetters().wordings.birth, closing: 'Chào bé ❀' },
      },
    },
    'lời thư (mẫu của đơn vị)',
  ],
])('letters of a ward stop and name %s where that has what cannot be printed', async (_, settings, where) => {
  const day = await aFamilyDay(settings, press);
  await day.report(aBirthEvent());
  await day.renderAll();
  const [letter] = await day.letters();
  expect(letter).toMatchObject({ state: 'stopped', documents: [] });
  expect(letter!.reason).toContain(where);
});
