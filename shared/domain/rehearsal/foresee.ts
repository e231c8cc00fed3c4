/** What an import would come to, counted from rehearsals of its rows. */
import type { ImportForeseen } from '../sheet/imports/sheet-import.ts';
import type { RehearsalAnswer } from './rehearsal.ts';

/** How many citizens, texts, calls, letters and journeys these answers come to together. */
export const foreseenIn = (
  answers: readonly Pick<RehearsalAnswer, 'messages' | 'letters' | 'jobs'>[],
  pricePerPart: number | undefined,
): ImportForeseen => {
  const going = answers
    .flatMap(({ messages }) => messages)
    .filter(({ state }) => state !== 'cancelled' && state !== 'suppressed');
  const texts = going.filter(({ channel }) => channel !== 'call-list');
  const letters = answers.flatMap((answer) => answer.letters);
  return {
    citizens: new Set(texts.map(({ to }) => to)).size,
    texts: texts.length,
    parts: texts.reduce((sum, { parts }) => sum + parts, 0),
    calls: going.length - texts.length,
    letters: letters.filter(({ state }) => state !== 'none' && state !== 'withdrawn').length,
    journeys: answers.reduce((sum, { jobs }) => sum + jobs.length, 0),
    ...(pricePerPart !== undefined && { pricePerPart }),
  };
};
