import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldKinds } from '../../../shared/adapters/dynamodb/rights/kinds.ts';
import { lostLetter } from '../../../shared/domain/post/paper/marked-rows.ts';
import { markedPersonPaper, personPaper } from '../../../shared/domain/rights/person-paper.ts';
import { kindInWords } from '../../../shared/domain/rights/person-words.ts';
import { Instant } from '../../../shared/domain/values/instant.ts';

const head = {
  office: 'UBND phường Vũng Tàu',
  request: 'YC-12',
  at: Instant.parse('2026-12-01T02:00:00.000Z'),
};
const linesOf = (says: unknown, kind = 'dossier') =>
  personPaper([{ kind, says }], head).sections.flatMap(({ entries }) => entries.flat());

describe('the paper of what is kept about a citizen', () => {
  it('says each part in their words, days and hours as they are read off the wall', () => {
    expect(
      linesOf({
        code: 'H29',
        facts: { dueAt: '2026-12-01T02:00:00.000Z', bornOn: '2026-02-20', digitised: true },
      }),
    ).toEqual([
      { depth: 0, label: 'Mã hồ sơ', value: 'H29' },
      { depth: 0, label: 'Thông tin của hồ sơ' },
      { depth: 1, label: 'Ngày hẹn trả', value: '09:00 01/12/2026' },
      { depth: 1, label: 'Ngày sinh', value: '20/02/2026' },
      { depth: 1, label: 'Đã số hóa', value: 'có' },
    ]);
  });

  it('has a word for every kind of entry that may be about a citizen', () => {
    expect(Object.keys(heldKinds).filter((kind) => kindInWords(kind) === kind)).toEqual([]);
  });

  it('says every word that is kept, whatever it is called and however deep it lies', () => {
    const word = fc.stringMatching(/^w[a-z]{6}[0-9]{4}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, word, fc.array(tie('tree'), { maxLength: 3 }), tie('record')),
      record: fc.dictionary(fc.string({ minLength: 1 }), tie('tree'), { maxKeys: 3 }),
    }));
    fc.assert(
      fc.property(tree, (says) => {
        const paper = JSON.stringify(linesOf(says));
        const words = JSON.stringify(says).match(/"w[a-z]{6}[0-9]{4}"(?!:)/g) ?? [];
        for (const one of words) expect(paper).toContain(one.slice(1, -1));
      }),
      { numRuns: 300 },
    );
  });

  it('marks a letter that cannot be printed, and says so', () => {
    const paper = personPaper([{ kind: 'deed', says: { words: 'bà hỏi 💥' } }], head);
    const marked = markedPersonPaper(paper, ['💥']);
    expect(marked.sections[0]?.entries).toEqual([
      [{ depth: 0, label: 'Lời ghi', value: `bà hỏi ${lostLetter}` }],
    ]);
    expect(marked.facts.at(-1)?.label).toBe('Lưu ý');
  });
});
