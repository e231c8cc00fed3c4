/** A dossier that another office has from now on: what has not left is no longer this office's to say. */
import type { Dossier } from '../../dossier/dossier.ts';
import type { AcceptedEvent } from '../../dossier/event/status-event.ts';
import { carriedAs } from '../../dossier/take-over.ts';
import { standingTellings } from '../../dossier/tellings.ts';
import { elsewhereMark } from '../../letter/occasion/occasion.ts';
import type { DispatchJob } from '../../post/job/dispatch-job.ts';
import type { Settled, Waits } from './settle-told.ts';

/** Every word that waits is taken back here, to be said by the other office. */
export const saidElsewhere = (settled: Settled, waits: Waits): Settled => {
  const { dossier } = settled;
  if (dossier.movedTo === undefined) return settled;
  const unsaid = standingTellings(dossier).filter(waits);
  const told = dossier.told.map((one) =>
    unsaid.includes(one) ? { ...one, replaced: 'facts' as const } : one,
  );
  return {
    ...settled,
    dossier: { ...dossier, told },
    overtaken: [...new Set([...settled.overtaken, ...unsaid.map(({ id }) => id)])],
  };
};

/**
 * The event by which the other office takes the dossier over, if this event hands it over. It knows what was heard, which
 * letter has left, and whether papers are under way, so that nobody hears or gets anything twice.
 */
export const handedOver = (
  event: AcceptedEvent,
  dossier: Dossier,
  jobs: readonly DispatchJob[],
): AcceptedEvent | undefined => {
  const { act, eventId, dossierCode, status, occurredAt, acceptedAt } = event;
  if (act?.to === undefined || dossier.movedTo !== act.to) return undefined;
  const {
    ward,
    code,
    codeFits: _fits,
    movedTo: _to,
    movedFrom: _from,
    lettersDecided = [],
    ...known
  } = dossier;
  const isUnderway = jobs.some(({ dossierCode: of, state }) => of === code && state !== 'cancelled');
  return {
    eventId,
    dossierCode,
    status,
    occurredAt,
    acceptedAt,
    ward: act.to,
    act: { what: 'move', by: act.by, reason: act.reason, from: ward },
    carried: carriedAs({
      ...known,
      told: standingTellings(dossier),
      acts: (dossier.acts ?? []).filter((one) => one !== eventId),
      ...(lettersDecided.length > 0 && { lettersDecided: [elsewhereMark] }),
      ...(isUnderway && { carriedElsewhere: true }),
    }),
  };
};
