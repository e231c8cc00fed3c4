import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gapsIn, WardLetters } from '../../../../shared/domain/letter/ward-letters.ts';
import { draftWordings } from '../../../../shared/domain/letter/wording/wording.ts';
import { plainIssue } from '../../../../infra/ops/commands/ward/plain-issue.ts';
import { aWardWithLetters } from '../../../support/builders/family-day.ts';

const kinds = Object.keys(draftWordings.wordings) as (keyof typeof draftWordings.wordings)[];
const vietnamese = /[àáâãèéêìíòóôõùúăđĩũơưạ-ỹ]/i;

/** Everything that would be said to an officer who saves this. */
const whatIsSaid = (letters: unknown): string[] => {
  const read = WardLetters.safeParse(letters, { error: plainIssue });
  return read.success
    ? gapsIn(read.data).map(({ message }) => message)
    : read.error.issues.map(({ message }) => message);
};

it('a gap, a promise without its figure or a fact that there is not is refused wherever it stands in a wording', () => {
  const wrong = fc.constantFrom(
    'Xin gọi …',
    'Kính gửi [tên]',
    'Lời ____ này',
    'trong vòng ngày làm việc',
    'số tiền là đồng',
    'xin gọi điện thoại .',
    'Gửi {tenBe} thân mến',
    'Gửi {childName',
  );
  const places = fc.constantFrom(
    'heading',
    'subheading',
    'addressee',
    'help',
    'closing',
    'insertsHeading',
    'paragraphs',
  );
  fc.assert(
    fc.property(wrong, places, fc.constantFrom(...kinds), (text, place, kind) => {
      fc.pre(!(place === 'insertsHeading' && text.includes('{tenBe}')));
      const good = draftWordings.wordings[kind];
      const wording = { ...good, [place]: place === 'paragraphs' ? [...good.paragraphs, text] : text };
      const said = whatIsSaid({ ...aWardWithLetters(), wordings: { [kind]: wording } });
      expect(said.length).toBeGreaterThan(0);
      for (const sentence of said) expect(sentence).toMatch(vietnamese);
    }),
  );
});

it.each([
  { places: [{ ...aWardWithLetters().places[0]!, name: 'Trạm Y tế …' }] },
  { places: [{ ...aWardWithLetters().places[0]!, address: '12 đường [tên đường]' }] },
  { healthStationPhone: '____' },
  { agencies: { '79001': 'Chi nhánh …' } },
])('a gap is refused beside the wordings, too: %j', (differs) => {
  expect(whatIsSaid({ ...aWardWithLetters(), ...differs })).toEqual(['Còn chỗ trống (…) chưa điền']);
});

it.each([
  ['Xem quà tại nhanqua.top', 1],
  ['Mời vào http://a.vn/x', 1],
  ['Xem WWW.vungtau.com', 1],
  ['Xem dichvucong.gov.vn.', 0],
  ['Xem https://dichvucong.gov.vn', 0],
  ['Xem dichvucong.gov.vn.top', 1],
  ['Thư điện tử: pvungtau@tphcm.gov.vn', 0],
  ['Ký thay: ThS.Nguyễn Văn An, TP.Hồ Chí Minh', 0],
])('a link that is none of the State’s is refused in words and places: %s', (sentence, times) => {
  const birth = draftWordings.wordings.birth;
  const ward = aWardWithLetters();
  const inWords = { ...ward, wordings: { birth: { ...birth, paragraphs: [...birth.paragraphs, sentence] } } };
  const inPlace = { ...ward, places: [{ ...ward.places[0]!, address: sentence }] };
  expect([whatIsSaid(inWords).length, whatIsSaid(inPlace).length]).toEqual([times, times]);
});

it('a place is printed without what nobody sees and on one line, and has a name', () => {
  const [place] = aWardWithLetters().places;
  const written = { ...place!, name: 'Trạm Y tế\u202e\nphường 1', address: '1\u0000Lê Lợi' };
  const { name, address } = WardLetters.parse({ ...aWardWithLetters(), places: [written] }).places[0]!;
  expect([name, address]).toEqual(['Trạm Y tế phường 1', '1 Lê Lợi']);
  expect(WardLetters.safeParse({ ...aWardWithLetters(), places: [{ ...place!, name: ' ' }] }).success).toBe(
    false,
  );
});

it.each([
  [
    'a time that is none',
    {
      places: [
        {
          id: 'a',
          name: 'TYT',
          address: 'x',
          sessions: [{ type: 'weekly', weekdays: ['mon'], from: '7h', to: '11:00' }],
        },
      ],
    },
  ],
  [
    'a weekday in other words',
    {
      places: [
        {
          id: 'a',
          name: 'TYT',
          address: 'x',
          sessions: [{ type: 'weekly', weekdays: ['thứ 2'], from: '07:00', to: '11:00' }],
        },
      ],
    },
  ],
  ['a number as text', { birthLetterWithinMonths: 'hai năm' }],
  ['too many months', { birthLetterWithinMonths: 100 }],
  ['a name that is misspelt', { brith: { on: false } }],
  ['a vaccine that nobody knows', { optionalVaccines: ['FLUX'] }],
  ['a letterhead without a signer', { letterhead: { ...aWardWithLetters().letterhead, signer: '' } }],
  ['a letterhead that is left out', { letterhead: { name: 'UBND' } }],
])('%s is refused in Vietnamese, and no pattern is shown', (_, differs) => {
  const said = whatIsSaid({ ward: '26506', ...differs });
  expect(said.length).toBeGreaterThan(0);
  for (const sentence of said) {
    expect(sentence).toMatch(vietnamese);
    expect(sentence).not.toMatch(/[\\^$]|expected|Invalid|must/);
  }
});
