import { actTold, journeyTold, lettersTold, wronglyTold } from './acts-told.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import { resultVersion } from '../../domain/post/job/decide-dispatch.ts';
import type { DispatchJobs } from '../../domain/post/job/dispatch-jobs.ts';
import type { LetterId } from '../../domain/values/ids.ts';
import { journeysOf } from '../decision/load-journeys.ts';
import { deliveryMeans } from '../../domain/inbound/carrier-report.ts';
import { type Dossier, standingOf } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { promiseOf } from '../../domain/dossier/standing/promise.ts';
import { printedReceiptCode } from '../../domain/dossier/receipt/opened-by.ts';
import { type ReceiptCodes } from '../../domain/dossier/receipt/receipt-code.ts';
import { maskPhone } from '../../domain/phone/read-phone.ts';
import type { DecidedEvent } from '../../domain/dossier/event/decided-event.ts';
import type { DossierSummary, DossierTimeline } from '../../domain/api/timeline.ts';
import type { Notification } from '../../domain/notification/notification.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { NotificationTold } from '../../domain/notification/notification-told.ts';

/** Tells one dossier's whole story, from event to receipt; undefined when the ward has no such dossier. */
export const traceDossier =
  (ports: {
    dossiers: Dossiers;
    events: Pick<StatusEvents, 'find'>;
    notifications: Notifications;
    letters: Pick<Letters, 'find' | 'acts'>;
    jobs: Pick<DispatchJobs, 'find'>;
    /** The receipt codes that we make; absent where nobody looks anything up. */
    receiptCodes?: ReceiptCodes;
  }) =>
  async (ward: Ward, code: DossierCode): Promise<DossierTimeline | undefined> => {
    const [found] = await ports.dossiers.find([{ ward, code }]);
    if (found === undefined) return undefined;
    const { dossier } = found;
    const { steps, voided = [], acts = [] } = dossier;
    // One more than there are issues: a status that was taken back may have had its journey.
    const versions = Array.from({ length: resultVersion(dossier) + voided.length }, (_, index) => index + 1);
    const [events, notifications, ...journeys] = await Promise.all([
      ports.events.find(ward, [...steps.map(({ eventId }) => eventId), ...voided, ...acts]),
      ports.notifications.ofDossier(ward, code),
      ...versions.map((version) => journeysOf(ports.jobs, ward, { dossierCode: code, version })),
    ]);
    const written = [...new Set(events.flatMap(({ outcome }) => outcome?.letters ?? []))].map((id) => ({
      ward,
      id: id as LetterId,
    }));
    const letters = written.length === 0 ? [] : await ports.letters.find(written);
    const wrong = wronglyTold({ events, notifications, letters });
    return {
      ...summaryOf(dossier),
      ...(ports.receiptCodes && { receiptCode: printedReceiptCode(dossier, ports.receiptCodes) }),
      events: [
        ...steps.map((step) =>
          eventTold(
            step,
            events.find(({ eventId }) => eventId === step.eventId),
          ),
        ),
        ...events
          .filter(({ eventId }) => voided.includes(eventId))
          .map((event) => ({ ...eventTold(event, event), takenBack: true })),
      ].toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0)),
      notifications: notifications.map(notificationTold),
      acts: events.flatMap(actTold).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      letters: await lettersTold(ports.letters, letters),
      journeys: journeys.flat().map(journeyTold),
      ...(wrong.length > 0 && { toldWrongly: wrong }),
    };
  };

/** The dossiers of one ward that a phone belongs to, newest first. */
export const findByPhone =
  ({ dossiers }: { dossiers: Dossiers }) =>
  async (ward: Ward, e164: string): Promise<DossierSummary[]> =>
    (await dossiers.withPhone(ward, e164)).map(summaryOf);

const summaryOf = (dossier: Dossier): DossierSummary => {
  const last = standingOf(dossier);
  const dueAt = promiseOf(dossier);
  return {
    dossierCode: dossier.code,
    codeFits: dossier.codeFits,
    ...(last === undefined ? {} : { status: last.status, since: last.occurredAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(dossier.movedTo !== undefined && { movedTo: dossier.movedTo }),
    ...(dossier.movedFrom !== undefined && { movedFrom: dossier.movedFrom }),
  };
};

const eventTold = (
  step: Pick<Dossier['steps'][number], 'eventId' | 'status' | 'occurredAt'>,
  event: DecidedEvent | undefined,
): DossierTimeline['events'][number] => ({
  eventId: step.eventId,
  status: step.status,
  occurredAt: step.occurredAt,
  ...(event === undefined ? {} : { acceptedAt: event.acceptedAt }),
  ...(event?.warnings && { warnings: event.warnings }),
  ...(event?.outcome === undefined
    ? {}
    : {
        decidedAt: event.outcome.decidedAt,
        told: event.outcome.told,
        ...(event.outcome.silent === undefined ? {} : { silent: event.outcome.silent }),
        ...(event.outcome.because === undefined ? {} : { because: event.outcome.because }),
        ...(event.outcome.letters === undefined ? {} : { letters: event.outcome.letters }),
        ...(event.outcome.noLetter === undefined ? {} : { noLetter: event.outcome.noLetter }),
      }),
});

/** A notification without what an office needs not see. */
export const notificationTold = (notification: Notification): NotificationTold => {
  const {
    id,
    channel,
    state,
    to,
    text,
    parts,
    template,
    createdAt,
    dueAt,
    attempts,
    attempt,
    carrier,
    reference,
    reason,
    wrote,
    acts,
  } = notification;
  return {
    id,
    channel,
    state,
    to: maskPhone(to),
    text,
    parts,
    template: `${template.key} v${template.version}`,
    createdAt,
    dueAt,
    attempts,
    ...(attempt === undefined ? {} : { claimedAt: attempt.at }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(reference === undefined ? {} : { reference }),
    ...(state === 'delivered' && { delivered: deliveryMeans(notification) }),
    ...(reason === undefined ? {} : { reason }),
    ...(wrote === undefined ? {} : { wrote }),
    ...(acts === undefined ? {} : { acts: [...acts] }),
  };
};
