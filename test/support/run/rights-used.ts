import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantsOf, reviewed, usesFile } from '../../../infra/local/iam/uses.ts';
import { blueprint } from '../../../infra/local/template/template.ts';
import { synthesise } from '../../../infra/synthesise.ts';

const nowhere = { api: 'http://127.0.0.1', sqs: 'http://127.0.0.1' };
const report = join(import.meta.dirname, '../../../.local/rights-unused.txt');

/**
 * Gathers what the systems of this run asked of AWS. What was refused fails the run, even where somebody lives with the
 * refusal; what was granted and asked by nobody is written to `.local/rights-unused.txt`.
 */
export default async function start(): Promise<() => Promise<void>> {
  const directory = (process.env['BAO_TIN_RIGHTS'] ??= await mkdtemp(join(tmpdir(), 'bao-tin-rights-')));
  return async () => {
    const text = await readFile(join(directory, usesFile), 'utf8').catch(() => '');
    if (text === '') return;
    const grants = grantsOf(blueprint(synthesise('dev'), nowhere).rights);
    const { unused, refused } = reviewed(grants, text.split('\n'));
    await mkdir(join(report, '..'), { recursive: true });
    await writeFile(report, [...unused, ''].join('\n'));
    console.log(
      `rights: of ${grants.length} granted, ${unused.length} were not asked for in this run: ${report}`,
    );
    if (refused.length > 0) throw new Error(`refused in this run:\n${refused.join('\n')}`);
  };
}
