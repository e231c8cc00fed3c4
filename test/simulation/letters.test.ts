import { expect, it } from 'vitest';
import { typstPress } from '../../shared/adapters/pdf/press.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import { wordsOf } from '../support/letter-words.ts';
import { manyLetters } from '../support/builders/many-letters.ts';
import { copiedWords, pdfOf, spokenWords } from '../support/paper.ts';

/** Of every kind and layout; `BAO_TIN_LETTERS=1000 npm test` has a thousand read. */
const letters = Number(process.env['BAO_TIN_LETTERS'] ?? 120);
const atATime = 20;

/** Poppler takes up to half a second to read a structure tree aloud: a quarter of them, of every kind and layout. */
const isReadAloud = (index: number): boolean => Math.floor(index / 4) % 4 === index % 4;

it(
  'prints letters of every kind by the hundred, each with exactly the words that were written',
  { timeout: 900_000 },
  async () => {
    const press = typstPress();
    const sheets = manyLetters(letters, 1).map((content) => compose(content));
    let right = 0;
    let aloud = 0;
    for (let from = 0; from < sheets.length; from += atATime) {
      const seen = sheets.slice(from, from + atATime).map(async (sheet, at) => {
        const pdf = pdfOf(press.render(sheet));
        const [copied, spoken] = await Promise.all([
          copiedWords(pdf, sheet.plan?.columns),
          isReadAloud(from + at) ? spokenWords(pdf) : undefined,
        ]);
        return { sheet, copied, spoken };
      });
      for (const { sheet, copied, spoken } of await Promise.all(seen)) {
        expect([wordsOf(sheet), wordsOf(sheet, 'code-first')]).toContainEqual(copied);
        expect(spoken ?? wordsOf(sheet)).toEqual(wordsOf(sheet));
        aloud += Number(spoken !== undefined);
        right += 1;
      }
    }
    console.log(
      `letters: ${right} of ${letters} say exactly what was written, ${aloud} of them read aloud too`,
    );
    expect([right, aloud]).toEqual([letters, letters / 4]);
  },
);
