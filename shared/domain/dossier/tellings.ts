/** What a dossier's citizen has been told, or is about to be: what holds, what it replaced, and of which round it was. */
import type { NotificationId } from '../values/ids.ts';
import type { Dossier, Told } from './dossier.ts';
import { roundOf, roundsOf } from './rounds.ts';

/** How many tellings it remembers; a round that was told is known as long as its newest telling is. */
const tellingsRemembered = 20;

/** For whoever asks of many rounds: how the citizen was told of the one that an occurrence belongs to, oldest first. */
export const tellingsIn = ({ told, steps }: Dossier): ((occurrence: string) => Told[]) => {
  const rounds = roundsOf(steps);
  const ofEach = Map.groupBy(told, (one) => roundOf(rounds, one.occurrence));
  return (occurrence) => {
    const round = roundOf(rounds, occurrence);
    return round === undefined ? [] : (ofEach.get(round) ?? []);
  };
};

/** How the citizen was told of the round that this occurrence belongs to, oldest first. */
export const tellingsOf = (dossier: Dossier, occurrence: string): Told[] => tellingsIn(dossier)(occurrence);

/** What was told and still holds. */
export const standingTellings = ({ told }: Pick<Dossier, 'told'>): Told[] =>
  told.filter(({ replaced }) => replaced === undefined);

/** Whether the citizen has been told of the round that this occurrence belongs to. */
export const hasTold = (dossier: Dossier, occurrence: string): boolean =>
  tellingsOf(dossier, occurrence).length > 0;

/** The dossier that knows what the citizen is told now, and what that replaces. */
export const withTold = (
  dossier: Dossier,
  telling: readonly Told[],
  replaced: readonly NotificationId[],
): Dossier => ({
  ...dossier,
  told: [
    ...dossier.told.map((one): Told => (replaced.includes(one.id) ? { ...one, replaced: 'facts' } : one)),
    ...telling,
  ].slice(-tellingsRemembered),
});
