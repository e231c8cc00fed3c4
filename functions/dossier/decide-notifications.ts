// Reads each new status event off the table's stream and writes down what its citizen is owed.
import { eventFromItem } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { logDecided } from '../../shared/adapters/lambda/log/steps.ts';
import { streamFunction } from '../../shared/adapters/lambda/stream.ts';
import { openDecisions } from '../../shared/adapters/open-decisions.ts';
import { decideWithPostAndLetters } from '../../shared/flows/decision/decide-with-post-and-letters.ts';

export const handler = streamFunction(
  async () => {
    const { vault, deciding } = await openDecisions(now);
    return { vault, decide: decideWithPostAndLetters(deciding) };
  },
  ({ vault }, image) => eventFromItem(image, vault),
  async ({ decide }, events) => {
    const decided = await decide(events);
    logDecided(decided);
    return { failed: new Set(decided.rows.flatMap((row) => ('failed' in row ? [row.event] : []))) };
  },
);
