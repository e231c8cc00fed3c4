/** What an apology comes to when its facts are put right. */
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { LetterContent } from '../content.ts';
import type { Letter } from '../letter.ts';
import { apologyContent } from '../occasion/apology-letter.ts';
import type { LetterGrounds } from '../occasion/grounds.ts';
import { delayIn } from '../occasion/occasion.ts';
import { type Followed, following, hasLeft, takingBack } from './following.ts';
import { isPutRight, type LetterTurn } from './letter-turn.ts';

/** What the apology for a delay comes to: it follows the facts of that delay, never those of a later status. */
export const apologyFollows = (
  letter: Letter,
  turn: LetterTurn,
  grounds: LetterGrounds,
): Followed & { mark?: string } => {
  const { ward, localDays, fingerprint, now } = grounds;
  const { before, dossier, events } = turn;
  if (!dossier.steps.some(({ status }) => status === 'delayed')) return takingBack(letter, 'taken-back', now);
  if (!events.some(({ act, status }) => act !== undefined || status === 'delayed')) return {};
  const contentOf = (of: Dossier): LetterContent | undefined => {
    const newDueAt = fact(of, 'newDueAt');
    if (newDueAt === undefined) return undefined;
    const { issuedOn } = letter.content;
    const apology = apologyContent({ letterId: letter.id, newDueAt }, of, { ...grounds, issuedOn });
    return apology.ok ? apology.content : undefined;
  };
  const [was, is] = [contentOf(before!), contentOf(dossier)];
  if (was === undefined || is === undefined || was.kind !== 'apology' || is.kind !== 'apology') return {};
  const isHere = !hasLeft(letter);
  // A further delay makes a letter that has left no less true; it deserves a further letter.
  if (!isHere && was.newDueAt !== is.newDueAt && !isPutRight(turn)) return {};
  const given = { ward, localDays, leafletOf: () => undefined };
  const delay = delayIn(dossier, fingerprint);
  return {
    ...following(letter, { was, is, dossier }, given, now),
    ...(isHere && delay && { mark: delay.mark }),
  };
};
