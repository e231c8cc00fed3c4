/** What was wrong with rows that were taken all the same, until somebody has mended it. */
import type { DecidedEvent } from '../dossier/event/decided-event.ts';
import { StatusEvent } from '../dossier/event/status-event.ts';
import { factNamed } from '../dossier/national-sync/fact-names.ts';
import type { Warning } from '../values/warning.ts';

const valueAt = (event: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    event,
  );

/** One of a list is looked for as the list: another row may name them in another order. */
const pathOf = (fact: string): string[] => fact.split('.').filter((step) => !/^\d+$/.test(step));

/** Whether an event may bring it at all; a field of no such name is mended by a row that is sent without it. */
const isFact = (fact: string): boolean => Object.hasOwn(StatusEvent.shape, fact.split('.')[0]!);

/**
 * The troubles of one dossier's rows that still stand, one for each fact, the newest word about it: `events` in the order
 * in which they were decided. A later event that brings the fact without trouble mends it; saying nothing mends nothing.
 */
export const openWarnings = (events: readonly DecidedEvent[]): Warning[] => {
  const open = new Map<string, Warning>();
  for (const event of events) {
    const warned = new Map((event.warnings ?? []).map((warning) => [factNamed(warning.field), warning]));
    for (const fact of open.keys())
      if (!isFact(fact) || valueAt(event, pathOf(fact)) !== undefined) open.delete(fact);
    for (const [fact, warning] of warned) open.set(fact, warning);
  }
  return [...open.values()];
};
