import type { Instant } from '../../domain/values/instant.ts';
import { calendarAt } from '../../domain/letter/api/calendar-link.ts';
import type { LetterPress, Documents } from '../../domain/letter/press.ts';
import type { WardPost } from '../../domain/post/partner/ward-post.ts';
import type { CarrierAnswers } from '../../domain/rehearsal/rehearsal.ts';
import type { Kept } from '../../domain/api/worklist.ts';
import type { Vault } from '../../domain/values/vault.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { acceptStatus } from '../dossier/accept-status.ts';
import { answerInbound } from '../notification/answer-inbound.ts';
import { decideWithPostAndLetters } from '../decision/decide-with-post-and-letters.ts';
import { releaseDue } from '../notification/release-due.ts';
import { renderLetter } from '../letter/render-letter.ts';
import { sendSms } from '../notification/send-sms.ts';
import { sweepLetters } from '../letter/sweep-letters.ts';
import type { Handover } from '../../domain/notification/carrier.ts';
import type { Circuits } from '../../domain/notification/pace/circuit.ts';
import { withCircuit } from '../notification/with-circuit.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';
import type { Receipts } from '../../domain/notification/receipt.ts';
import type { LetterId, NotificationId } from '../../domain/values/ids.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { Conversations } from '../../domain/inbound/conversations.ts';
import type { Inboxes } from '../../domain/inbound/inboxes.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Templates } from '../../domain/text/publish/own-template.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { Bundles } from '../../domain/dossier/bundle.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { DispatchJobs } from '../../domain/post/job/dispatch-jobs.ts';
import type { Places } from '../../domain/values/places/places.ts';

/** Where a rehearsal plays: everything that is kept, new and empty, and what can be done without telling anybody. */
export type Stage = {
  events: StatusEvents;
  dossiers: Dossiers;
  bundles: Bundles;
  phones: PhoneCards;
  budgets: Budgets;
  notifications: Notifications;
  receipts: Receipts;
  circuits: Circuits;
  settings: SettingsStore;
  templates: Templates;
  consents: Consents;
  inboxes: Inboxes;
  conversations: Conversations;
  letters: Letters;
  wardLetters: LetterSettingsStore;
  jobs: DispatchJobs;
  places: Places;
  vault: Pick<Vault, 'fingerprint' | 'hash'>;
  press: LetterPress;
  documents: Documents;
  sha256: (bytes: Uint8Array) => string;
  kept: () => Kept;
  nextDue: () => Instant | undefined;
};

const handovers = {
  refused: { outcome: 'refused', reason: 'rehearsed', because: 'message' },
  unknown: { outcome: 'unknown', reason: 'rehearsed' },
  busy: { outcome: 'busy', retryAfter: 0, reason: 'rehearsed' },
} as const;

/** An account that is empty, a key that is wrong: nobody's message is taken before it is mended. */
const oursToMend = { outcome: 'busy', retryAfter: 0, reason: 'rehearsed', toMend: 'rehearsed' } as const;

/** Rings that wait to be answered; the sender and the press are right behind the door. */
const aBell = <Id extends string>() => {
  const rings: { id: Id; ward: Ward }[] = [];
  const doorbell: Doorbell<Id> = {
    ring: async (due) => void rings.push(...due),
    waiting: async () => rings.length,
  };
  const answerAll = async (answer: (ring: (typeof rings)[number]) => Promise<unknown>): Promise<void> => {
    for (let ring = rings.shift(); ring !== undefined; ring = rings.shift()) await answer(ring);
  };
  return { doorbell, answerAll };
};

/** The deployed flows over a stage, with a clock that is set by hand and a carrier that answers as it is told. */
export const flowsOn = (stage: Stage, post: WardPost | undefined, start: Instant) => {
  let now = start;
  let mood: CarrierAnswers = { outcome: 'accepted' };
  let taken = 0;
  const clock = () => now;
  const texts = aBell<NotificationId>();
  const letters = aBell<string>();
  const answers = (): Handover => {
    if (mood.outcome === 'accepted') return { outcome: 'accepted', reference: `${(taken += 1)}` };
    return mood.outcome === 'refused' && mood.because === 'us' ? oursToMend : handovers[mood.outcome];
  };
  const carrier = withCircuit({ name: 'rehearsal', take: async () => answers() }, { ...stage, clock });
  const decide = decideWithPostAndLetters({
    ...stage,
    doorbell: texts.doorbell,
    clock,
    post: { jobs: stage.jobs, posts: { of: async () => post }, places: stage.places },
    letters: { ...stage, calendarUrl: calendarAt('https://rehearsal.invalid'), doorbell: letters.doorbell },
  });
  let attempts = 0;
  const send = sendSms({ ...stage, carrier, clock, newId: () => `${(attempts += 1)}` });
  const render = renderLetter({ ...stage, clock });
  const release = releaseDue({ ...stage, doorbell: texts.doorbell, decide, clock });
  const sweep = sweepLetters({ letters: stage.letters, doorbell: letters.doorbell, clock });
  /** A press that fails for a reason of its own is asked again by the sweep. */
  const answerRings = async () => {
    await letters.answerAll(async ({ ward, id }) =>
      render({ ward, id: id as LetterId }).catch(() => undefined),
    );
    await texts.answerAll(async ({ id }) => send(id));
  };
  return {
    setClock: (to: Instant) => void (now = to),
    setCarrier: (to: CarrierAnswers) => void (mood = to),
    accept: acceptStatus({ events: stage.events, clock }),
    decide,
    answer: answerInbound({ ...stage, doorbell: texts.doorbell, clock }),
    answerRings,
    tick: async () => {
      await release();
      await sweep();
      await answerRings();
    },
  };
};
