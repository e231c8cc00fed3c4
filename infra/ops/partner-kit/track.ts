import { linesOfStdin } from '../lines/ndjson.ts';
import type { PostClient } from './post-client.ts';

/** What one call takes. */
const atOnce = 100;

/** Sends the events of stdin in batches and answers each with a line; exit status 1 if any was rejected. */
export const trackLines = async (client: PostClient): Promise<void> => {
  let allWell = true;
  let events: unknown[] = [];
  const send = async (): Promise<void> => {
    if (events.length === 0) return;
    const { results } = await client.scans(events);
    for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
    allWell &&= results.every(({ outcome }) => outcome !== 'REJECTED');
    events = [];
  };
  for await (const line of linesOfStdin()) {
    events.push(JSON.parse(line));
    if (events.length === atOnce) await send();
  }
  await send();
  if (!allWell) process.exitCode = 1;
};
