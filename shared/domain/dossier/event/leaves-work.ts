import type { Outcome } from './decided-event.ts';

const unheard = ['no-phone', 'phone-unreadable', 'text-not-sayable'];
/** Nobody's work: chosen so, or written already. */
const unwritten = ['already-known', 'declined', 'switched-off'];

/**
 * Whether an event may leave something to a person. Whoever reads the worklist derives from the dossier as it is what is
 * left of that; here it only has to be found.
 */
export const mayLeaveWork = ({
  outcome,
  warned,
  codeFits,
}: {
  outcome: Outcome | undefined;
  warned: boolean;
  codeFits: boolean;
}): boolean => {
  if (outcome === undefined || warned || !codeFits) return true;
  const { silent = '', noLetter, corrects, lettersToldWrongly } = outcome;
  return (
    unheard.includes(silent) ||
    (noLetter !== undefined && !unwritten.includes(noLetter)) ||
    corrects !== undefined ||
    lettersToldWrongly !== undefined
  );
};
