import type { Instant } from '../../domain/values/instant.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { FamilyLetters } from './decide-ports.ts';
import type { DecidedInOrder } from './decide-in-order.ts';

/**
 * The last decision of each dossier takes on what the dossier, as it then is, comes to in letters. A dossier whose
 * ward's choices cannot be read fails alone.
 */
export const addLetters = async (
  hook: FamilyLetters | undefined,
  folded: readonly DecidedInOrder[],
  now: Instant,
): Promise<{ folded: DecidedInOrder[]; failed: { event: AcceptedEvent; failed: string }[] }> => {
  if (hook === undefined) return { folded: [...folded], failed: [] };
  const results = await hook.decide(
    folded.map(({ before, done }) => ({
      ...(before && { before }),
      dossier: done.at(-1)!.decision.dossier,
      events: done.map(({ event }) => event),
    })),
    now,
  );
  const failed: { event: AcceptedEvent; failed: string }[] = [];
  const added = folded.flatMap((one, index): DecidedInOrder[] => {
    const result = results[index]!;
    if ('failed' in result) {
      failed.push(...one.events.map((event) => ({ event, failed: result.failed })));
      return [];
    }
    const { event, decision } = one.done.at(-1)!;
    const done = [...one.done.slice(0, -1), { event, decision: { ...decision, ...result } }];
    const decisions = done.map((each) => each.decision);
    return [{ ...one, done, write: { ...one.write, decisions } }];
  });
  return { folded: added, failed };
};
