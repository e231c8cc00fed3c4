import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantsOf, reviewed, usesFile } from '../../../infra/local/iam/uses.ts';
import { blueprint } from '../../../infra/local/template/template.ts';
import { whyKept } from './rights-kept.ts';
import { synthesise } from '../../../infra/synthesise.ts';

const nowhere = { api: 'http://127.0.0.1', sqs: 'http://127.0.0.1' };
const local = join(import.meta.dirname, '../../../.local');
const report = join(local, 'rights-unused.txt');

/**
 * Gathers what the systems of this run asked of AWS. What was refused fails the run, even where somebody lives with the
 * refusal; what was granted and asked by nobody is written to `.local/rights-unused.txt`, with
 * the reason why it is given where one is written down; what was used, to `.local/rights-used.txt`.
 */
export default async function start(): Promise<() => Promise<void>> {
  const directory = (process.env['BAO_TIN_RIGHTS'] ??= await mkdtemp(join(tmpdir(), 'bao-tin-rights-')));
  return async () => {
    const text = await readFile(join(directory, usesFile), 'utf8').catch(() => '');
    if (text === '') return;
    const grants = grantsOf(blueprint(synthesise('dev'), nowhere).rights);
    const { unused, refused } = reviewed(grants, text.split('\n'));
    const byReason = Map.groupBy(unused, (line) => whyKept(line) ?? 'nobody has written down why');
    const told = [...byReason].flatMap(([why, lines]) => [`# ${lines.length}: ${why}`, ...lines, '']);
    await mkdir(local, { recursive: true });
    await writeFile(report, told.join('\n'));
    const used = grants.filter((grant) => !unused.includes(grant));
    await writeFile(join(local, 'rights-used.txt'), [...used, ''].join('\n'));
    const unsaid = unused.filter((line) => whyKept(line) === undefined).length;
    console.log(
      `rights: of ${grants.length} granted, ${unused.length} were not asked for in this run, ${unsaid} of them for no reason that is written down: ${report}`,
    );
    if (refused.length > 0) throw new Error(`refused in this run:\n${refused.join('\n')}`);
  };
}
