import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OwnDraft, publishOwn } from '../../shared/domain/text/publish/own-template.ts';
import { ChosenSettings } from '../../shared/domain/office/choose-settings.ts';
import { readConsentNote } from '../../shared/domain/office/consent-request.ts';
import { now, vungTau } from '../support/builders/dossiers.ts';
import { guideTables } from '../support/ward-guide.ts';

const guide = readFileSync(new URL('../../docs/ward-guide.md', import.meta.url), 'utf8');

/** The rows of the table whose heading begins with this word. */
const rowsUnder = (heading: string): string[][] => {
  const lines = guide.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\| ${heading} +\\|`).test(line));
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

const jsonBlocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json]) => JSON.parse(json!) as unknown,
);

describe('the guide for ward offices', () => {
  it.each(Object.keys(guideTables))('shows under “%s” what the product has, row by row', (heading) => {
    const expected = guideTables[heading]!;
    const columns = expected[0]!.length;
    expect(rowsUnder(heading).map((row) => row.slice(0, columns))).toEqual(expected);
  });

  it('gives examples that are taken as they stand', () => {
    const [settings, drafts, consents] = jsonBlocks as [
      unknown,
      { templates: unknown[] },
      { consents: unknown[] },
    ];
    expect(ChosenSettings.safeParse(settings).success).toBe(true);
    expect(drafts.templates.map((draft) => publishOwn(OwnDraft.parse(draft), 2, now).ok)).toEqual([true]);
    expect(consents.consents.map((note) => readConsentNote(vungTau, note, now).ok)).toEqual([
      true,
      true,
      true,
    ]);
  });
});
