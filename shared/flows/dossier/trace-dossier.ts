import { deliveryMeans } from '../../domain/inbound/carrier-report.ts';
import { type Dossier, fact, standingOf } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
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
  (ports: { dossiers: Dossiers; events: StatusEvents; notifications: Notifications }) =>
  async (ward: Ward, code: DossierCode): Promise<DossierTimeline | undefined> => {
    const [found] = await ports.dossiers.find([{ ward, code }]);
    if (found === undefined) return undefined;
    const { dossier } = found;
    const [events, notifications] = await Promise.all([
      ports.events.find(ward, [...dossier.steps.map(({ eventId }) => eventId), ...(dossier.voided ?? [])]),
      ports.notifications.ofDossier(ward, code),
    ]);
    return {
      ...summaryOf(dossier),
      events: [
        ...dossier.steps.map((step) =>
          eventTold(
            step,
            events.find(({ eventId }) => eventId === step.eventId),
          ),
        ),
        ...events
          .filter(({ eventId }) => dossier.voided?.includes(eventId))
          .map((event) => ({ ...eventTold(event, event), takenBack: true })),
      ].toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0)),
      notifications: notifications.map(notificationTold),
    };
  };

/** The dossiers of one ward that a phone belongs to, newest first. */
export const findByPhone =
  ({ dossiers }: { dossiers: Dossiers }) =>
  async (ward: Ward, e164: string): Promise<DossierSummary[]> =>
    (await dossiers.withPhone(ward, e164)).map(summaryOf);

const summaryOf = (dossier: Dossier): DossierSummary => {
  const last = standingOf(dossier);
  const dueAt = fact(dossier, 'dueAt');
  return {
    dossierCode: dossier.code,
    codeFits: dossier.codeFits,
    ...(last === undefined ? {} : { status: last.status, since: last.occurredAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
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
