import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compose } from '../../shared/domain/letter/compose.ts';
import { wordsOf } from '../support/letter-words.ts';
import { aCondolence, anApology } from '../support/builders/letters.ts';
import { copiedWords, isSound } from '../support/paper.ts';
import { tool } from './actors/a-tool.ts';

const lines = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const answers = (stdout: string): unknown[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const thursdays = { type: 'nth_weekday', weekday: 'thu', nth: [1], from: '07:30', to: '11:00' };

it('vaccination plan answers a line for a line: doses with their sessions, and what cannot be read', async () => {
  const { status, stdout } = await tool(['vaccination', 'plan'], {
    input: lines([
      { bornOn: '2026-12-31', place: { sessions: [thursdays], exceptions: [{ on: '2027-03-04' }] } },
      { bornOn: '2026-02-30' },
      { bornOn: '2026-02-20', optional: ['FLUX'] },
    ]),
  });
  expect(status).toBe(1);
  const [plan, noDay, noVaccine] = answers(stdout);
  const { doses } = plan as { doses: { id: string }[] };
  expect(doses).toHaveLength(16);
  expect(doses.find(({ id }) => id === 'dpt-hepb-hib-1')).toMatchObject({
    dueOn: '2027-02-28',
    session: { on: '2027-04-01' },
    gapDays: 32,
  });
  expect(noDay).toMatchObject({ error: 'unreadable' });
  expect(noVaccine).toEqual({ error: 'unknown-vaccine', detail: 'FLUX' });
});

it('letter render writes one PDF for each letter, and names what the typeface lacks', async () => {
  const out = await mkdtemp(join(tmpdir(), 'letters-'));
  const deceased = 'cụ bà Nguyễn Thị Ượng';
  const apart = { ...aCondolence({ id: 'condolence' }), deceased: deceased.normalize('NFD') };
  const { status, stdout } = await tool(['letter', 'render', '--out', out], {
    input: lines([apart, anApology({ id: '../../apology' }), aCondolence({ id: 'odd', deceased: 'cụ 🌸' })]),
  });
  expect(status).toBe(1);
  expect(answers(stdout).map((answer) => (answer as { error?: string }).error)).toEqual([
    undefined,
    undefined,
    'character-missing',
  ]);
  expect((await readdir(out)).toSorted()).toEqual(['__.._apology.pdf', 'condolence.pdf']);
  const pdf = new Uint8Array(await readFile(join(out, 'condolence.pdf')));
  expect(await isSound(pdf)).toBe(true);
  expect(await copiedWords(pdf)).toEqual(wordsOf(compose(aCondolence({ id: 'condolence', deceased }))));
});
