/** What people did to a dossier and to its letters, and the journeys of its papers, as its timeline has them. */
import type { DossierTimeline } from '../../domain/api/timeline.ts';
import { type Kept, workOf, workOfLetter } from '../../domain/api/worklist.ts';
import type { DecidedEvent } from '../../domain/dossier/event/decided-event.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { DispatchJob } from '../../domain/post/job/dispatch-job.ts';
import { summaryOf as summaryOfLetter } from '../letter/list-letters.ts';

/** What somebody of the office did to the dossier; nothing for a report. */
export const actTold = ({
  eventId,
  act,
  voids,
  acceptedAt,
  outcome,
}: DecidedEvent): DossierTimeline['acts'] =>
  act === undefined
    ? []
    : [
        {
          eventId,
          what: act.what,
          by: act.by,
          at: acceptedAt,
          reason: act.reason,
          ...(voids !== undefined && { voids }),
          ...(act.to !== undefined && { to: act.to }),
          ...(act.from !== undefined && { from: act.from }),
          ...(outcome && { decidedAt: outcome.decidedAt, told: outcome.told }),
          ...(outcome?.did && { did: outcome.did }),
        },
      ];

/** Letters as their dossier shows them, with what people did. */
export const lettersTold = async (
  letters: Pick<Letters, 'acts'>,
  found: readonly Letter[],
): Promise<DossierTimeline['letters']> =>
  Promise.all(
    found.map(async (letter) => {
      const { letterId, kind, state, since, version, createdAt, reason } = summaryOfLetter(letter);
      const wrong = workOfLetter(letter).find(({ list }) => list === 'told-wrongly');
      return {
        letterId,
        kind,
        state,
        since,
        version,
        createdAt,
        ...(reason !== undefined && { reason }),
        ...(wrong && { toldWrongly: wrong.because }),
        acts: await letters.acts(letter),
      };
    }),
  );

/** What of a dossier was told wrongly and is nobody's yet, as the worklist says it. */
export const wronglyTold = (kept: Pick<Kept, 'events' | 'notifications' | 'letters'>): string[] =>
  workOf({ ...kept, dossiers: [], jobs: [] }).flatMap(({ list, because }) =>
    list === 'told-wrongly' ? [because] : [],
  );

export const journeyTold = (job: DispatchJob): DossierTimeline['journeys'][number] => {
  const { jobId, journey, partner, state, createdAt, reached, waitsFor, trackingNumber, cancel, recall } =
    job;
  return {
    jobId,
    journey,
    partner,
    state,
    createdAt,
    reached,
    ...(waitsFor && { waitsFor }),
    ...(trackingNumber !== undefined && { trackingNumber }),
    ...(cancel && { cancel }),
    ...(recall && { recall }),
  };
};
