import type { Decision } from '../../../shared/domain/decision/decision.ts';
import { absorb } from '../../../shared/domain/dossier/absorb.ts';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { occurrenceOf } from '../../../shared/domain/dossier/rounds.ts';
import { Instant, minutes, plus } from '../../../shared/domain/values/instant.ts';
import {
  type Attempt,
  type Notification,
  notificationId,
} from '../../../shared/domain/notification/notification.ts';
import type { Receipt } from '../../../shared/domain/notification/receipt.ts';
import { type AcceptedEvent, StatusEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import type { DossierDecision } from '../../../shared/domain/decision/dossiers.ts';

/** One Monday in a ward of invented people. */
export const ward = Ward.parse('26506');
export const otherWard = Ward.parse('00070');
export const nineOClock = Instant.parse('2026-03-02T02:00:00.000Z');
export const after = (count: number): Instant => plus(nineOClock, minutes(count));
export const hangsPhone = '+84912345678';

type Given = Partial<Omit<AcceptedEvent, 'eventId' | 'dossierCode' | 'occurredAt'>> & {
  eventId?: string;
  dossierCode?: string;
  occurredAt?: string;
};

export const anEvent = (given: Given = {}): AcceptedEvent => {
  const { ward: owner = ward, acceptedAt = nineOClock, ...body } = given;
  const event = StatusEvent.parse({
    eventId: 'event-1',
    dossierCode: 'H29.26-260302-0001',
    procedureCode: '1.001193',
    status: 'completed',
    occurredAt: '2026-03-02T08:55:00+07:00',
    applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678' },
    ...body,
  });
  return { ...event, ward: owner, acceptedAt };
};

export const aNotification = (event: AcceptedEvent, given: Partial<Notification> = {}): Notification => ({
  id: notificationId({ ward: event.ward, code: event.dossierCode }, occurrenceOf(event), 'sms'),
  ward: event.ward,
  dossierCode: event.dossierCode,
  channel: 'sms',
  cause: event.eventId,
  purpose: 'ready-counter',
  to: hangsPhone,
  text: `Ho so ${event.dossierCode} da co ket qua.`,
  parts: 1,
  template: { key: 'ready-counter', version: 1 },
  createdAt: nineOClock,
  dueAt: nineOClock,
  state: 'queued',
  attempts: 0,
  ...given,
});

/** What an event comes to: its dossier, and the notifications owed because of it. */
export const aDecision = (
  event: AcceptedEvent,
  notifications: Notification[] = [],
  before?: Dossier,
): Decision => ({
  eventId: event.eventId,
  dossier: absorb(before, event),
  notifications,
  overtaken: [],
  ...(notifications.length === 0 && { silent: 'not-worth-telling' as const }),
});

export const deciding = (decisions: Decision[], before = 0, decidedAt = nineOClock): DossierDecision => ({
  before,
  decisions,
  decidedAt,
});

/** An event that was accepted and decided, and the notification that is owed now. */
export const anOwedNotification = async (
  { events, dossiers }: Store,
  given: Partial<Notification> = {},
  event: AcceptedEvent = anEvent(),
): Promise<Notification> => {
  const notification = aNotification(event, given);
  await events.accept(event);
  await dossiers.commit([deciding([aDecision(event, [notification])])]);
  return notification;
};

export const anAttempt = (id = 'attempt-1', at: Instant = nineOClock): Attempt => ({ id, at });

export const aReceipt = (given: Partial<Receipt> = {}): Receipt => ({
  carrier: 'sns',
  reference: 'sns-1',
  outcome: 'delivered',
  detail: 'Message has been accepted by phone carrier',
  to: hangsPhone,
  takenAt: nineOClock,
  ...given,
});

/** A store that owes one notification, and a look at it as it is now. */
export const owing = async (open: () => Promise<Store>, given: Partial<Notification> = {}) => {
  const store = await open();
  const owed = await anOwedNotification(store, given);
  const now = async () => (await store.notifications.ofDossier(ward, owed.dossierCode))[0]!;
  return { store, n: store.notifications, owed, id: owed.id, now };
};
