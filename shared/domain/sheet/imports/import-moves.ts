/** The life of an import: one table, keyed by what happened, which is also the condition of the write. */
import * as z from 'zod';
import type { Move } from '../../values/diagram.ts';

export const ImportState = z.enum(['uploaded', 'read', 'checked', 'started', 'done', 'refused']);
export type ImportState = z.infer<typeof ImportState>;

/**
 * `uploaded` waits to be read, `read` to be rehearsed, `checked` for a person to start it. What was started ends in `done`
 * and in nothing else: rows that were taken in cannot be called back by dropping the file.
 */
export const importMoves = {
  asked: { from: ['uploaded', 'read', 'checked', 'refused'], to: 'uploaded' },
  read: { from: ['uploaded'], to: 'read' },
  unreadable: { from: ['uploaded', 'read'], to: 'refused' },
  rehearsed: { from: ['read'], to: 'checked' },
  begun: { from: ['checked'], to: 'started' },
  ended: { from: ['started'], to: 'done' },
} as const satisfies Record<string, Move<ImportState>>;
export type ImportMove = keyof typeof importMoves;

/** Where this leads from a state; undefined where it cannot happen. */
export const importAfter = (state: ImportState, what: ImportMove): ImportState | undefined => {
  const { from, to } = importMoves[what];
  return (from as readonly ImportState[]).includes(state) ? to : undefined;
};
