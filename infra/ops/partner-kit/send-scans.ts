import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { linesIn } from '../../../shared/domain/values/wire/lines.ts';
import type { PostClient } from './post-client.ts';

/** What one call takes. */
const atOnce = 100;

/**
 * Sends the tracking events that lie in a folder as NDJSON files, in the order of their names, and calls a file `.sent`
 * when every line has its answer. A program that dies in between sends the file again: each event has an `eventId`, so
 * what is known is a duplicate. Whoever writes files there writes them under another ending and renames them when done.
 */
export const sendScans = async (
  client: PostClient,
  directory: string,
  say: (line: Record<string, unknown>) => void,
): Promise<void> => {
  const files = readdirSync(directory).filter((name) => name.endsWith('.ndjson'));
  for (const name of files.toSorted()) {
    const file = join(directory, name);
    const lines = linesIn(readFileSync(file, 'utf8'));
    const events = lines.map(({ text }) => JSON.parse(text) as unknown);
    for (let from = 0; from < events.length; from += atOnce) {
      const { results } = await client.scans(events.slice(from, from + atOnce));
      for (const { index, ...result } of results)
        say({ file: name, line: lines[from + index]?.row, ...result });
    }
    renameSync(file, `${file}.sent`);
  }
};
