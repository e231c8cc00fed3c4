import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { dynamoPlaces } from '../../../shared/adapters/dynamodb/post/places.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { communesNamed } from '../../../shared/domain/values/places/places.ts';
import { type PlaceRow, readPlaces } from '../../../shared/domain/values/places/read-places.ts';
import { linesIn } from '../../../shared/domain/values/wire/lines.ts';
import { answerEachLine } from '../lines/ndjson.ts';
import { openStore } from '../api-client/store.ts';

/** The cells of one line of CSV (RFC 4180, a cell holds no line break). */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );

/** CSV with a heading, a JSON list, or NDJSON. */
const rowsIn = (text: string): PlaceRow[] => {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body.startsWith('[')) return JSON.parse(body) as PlaceRow[];
  const lines = linesIn(body).map((line) => line.text);
  if (body.startsWith('{')) return lines.map((line) => JSON.parse(line) as PlaceRow);
  const heading = cellsOf(lines[0] ?? '');
  return lines.slice(1).map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(heading.map((name, at) => [name, cells[at]]));
  });
};

const Named = z.strictObject({ provinceCode: z.string(), name: z.string() });

/** The catalogue of provinces and communes that addresses are checked against: `places import FILE`, `places find`. */
export const placesCommand = (): Command => {
  const places = new Command('places').description('provinces and communes');
  places
    .command('import <file>')
    .description('rows of level, code, name, kind, provinceCode, validFrom, validTo as CSV, JSON or NDJSON')
    .requiredOption('--as <version>', 'the day of the data, such as 2026-07-25')
    .requiredOption('--source <words>', 'where it was read, with the decision it follows')
    .action(async (file: string, options: { as: string; source: string }, command: Command) => {
      const about = { version: options.as, source: options.source };
      const { catalogue, problems } = readPlaces(rowsIn(readFileSync(file, 'utf8')), about);
      for (const problem of problems) process.stdout.write(`${JSON.stringify(problem)}\n`);
      if (catalogue.provinces.length === 0) throw new Error(`${file}: no province can be read`);
      const { dynamodb, tableName } = openStore(command);
      await dynamoPlaces(dynamodb, tableName, () => instantOf(new Date())).save(catalogue);
      process.stderr.write(
        `${catalogue.provinces.length} provinces, ${catalogue.communes.length} communes, ${problems.length} rows left out\n`,
      );
      if (problems.length > 0) process.exitCode = 1;
    });
  places
    .command('find')
    .description(
      'read {"provinceCode","name"} lines from stdin, answer the communes of that name; one is an answer',
    )
    .action(async (_, command: Command) => {
      const { dynamodb, tableName } = openStore(command);
      const catalogue = await dynamoPlaces(dynamodb, tableName, () => instantOf(new Date())).places();
      await answerEachLine((line) => {
        const asked = Named.safeParse(line);
        if (!asked.success)
          return { value: { error: 'unreadable', detail: z.prettifyError(asked.error) }, ok: false };
        const communes = communesNamed(catalogue, asked.data.provinceCode, asked.data.name);
        return { value: { communes }, ok: communes.length === 1 };
      });
    });
  return places;
};
