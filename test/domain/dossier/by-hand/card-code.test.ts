import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardHolderIn } from '../../../../shared/domain/dossier/by-hand/card-code.ts';

const card = '001099012345|012345678|Nguyễn Thị Hằng|02031990|Nữ|12 Lê Lợi, Phường Vũng Tàu|01012021';

describe('the square code of a citizen’s card', () => {
  it.each([
    ['of 2021', card],
    ['without an older card', card.replace('|012345678|', '||')],
    ['of 2024, with more behind', `${card}||Trần Thị Hoa|Nguyễn Văn Nam`],
    ['with a line break of the scanner', `${card}\r\n`],
    ['with letters and marks apart', card.normalize('NFD')],
  ])('%s says whose it is and where they live, and gives out no number', (_, scanned) => {
    const holder = cardHolderIn(scanned);
    expect(holder).toEqual({ name: 'Nguyễn Thị Hằng', residence: '12 Lê Lợi, Phường Vũng Tàu' });
    expect(JSON.stringify(holder)).not.toMatch(/\d{3}/);
  });

  it.each([
    ['an address of a page', 'https://vneid.gov.vn/abc|1|2'],
    ['a number too short', card.slice(1)],
    ['a name that typing has garbled', card.replace('Nguyễn Thị Hằng', 'Nguye6n4 Thi5 Ha8ng2')],
    ['a sex that is none', card.replace('|Nữ|', '|N|')],
    ['a bank’s code to pay', '00020101021138570010A000000727'],
    ['nothing', ''],
  ])('is none of %s', (_, scanned) => expect(cardHolderIn(scanned)).toBeUndefined());

  it('never fails, and never gives out a number whatever is scanned', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 9 }), (parts) => {
        expect(cardHolderIn(parts.join('|'))?.name ?? '').not.toMatch(/\d/);
      }),
      { numRuns: 200 },
    );
  });
});
