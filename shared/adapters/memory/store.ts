import type { Instant } from '../../domain/values/instant.ts';
import type { DispatchJob } from '../../domain/post/job/dispatch-job.ts';
import type { Kept } from '../../domain/api/worklist.ts';
import { type SharedRecords, memoryBudgets, memoryBundles, memoryPhoneCards } from './shared-records.ts';
import { memoryCircuits } from './notification/circuits.ts';
import { memoryClients } from './office/clients.ts';
import { memoryConsents } from './office/consents.ts';
import { memoryConversations } from './notification/conversations.ts';
import { memoryWorklist } from './notification/worklist.ts';
import { memoryDossiers, type StoredDossier } from './dossier/dossiers.ts';
import { memoryInboxes } from './notification/inboxes.ts';
import { memoryLetterSettings } from './letter/letter-settings.ts';
import { letterShelf, memoryLetters } from './letter/letters.ts';
import { memoryNotifications } from './notification/notifications.ts';
import { notificationShelf } from './notification/shelf.ts';
import { memoryDispatchJobs } from './post/dispatch-jobs.ts';
import { memoryReceipts } from './notification/receipts.ts';
import { memoryAudit, memoryOfficers, memorySessions } from './people/people.ts';
import { memoryProposals } from './people/proposals.ts';
import { memorySettings } from './office/settings.ts';
import { memoryStatusEvents, type StoredEvent } from './dossier/status-events.ts';
import { memoryTemplates } from './office/templates.ts';
import type { Audit } from '../../domain/people/audit.ts';
import type { Officers } from '../../domain/people/officer.ts';
import type { Proposals } from '../../domain/people/proposal.ts';
import type { Sessions } from '../../domain/people/session.ts';
import type { Circuits } from '../../domain/notification/pace/circuit.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { Bundles } from '../../domain/dossier/bundle.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Clients } from '../../domain/office/client.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { Conversations } from '../../domain/inbound/conversations.ts';
import type { Inboxes } from '../../domain/inbound/inboxes.ts';
import type { NotificationWorklist } from '../../domain/notification/desk.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Templates } from '../../domain/text/publish/own-template.ts';
import type { Receipts } from '../../domain/notification/receipt.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { DispatchJobs } from '../../domain/post/job/dispatch-jobs.ts';

/** Everything that is kept, over one store: what one port writes, the others see. */
export type Store = {
  events: StatusEvents;
  dossiers: Dossiers;
  bundles: Bundles;
  phones: PhoneCards;
  budgets: Budgets;
  notifications: Notifications;
  desk: NotificationWorklist;
  receipts: Receipts;
  clients: Clients;
  settings: SettingsStore;
  templates: Templates;
  consents: Consents;
  inboxes: Inboxes;
  conversations: Conversations;
  letters: Letters;
  wardLetters: LetterSettingsStore;
  officers: Officers;
  sessions: Sessions;
  audit: Audit;
  proposals: Proposals;
};

/** What only a store in memory can say: all that it holds, and when something in it waits for the clock next. */
type Whole = {
  circuits: Circuits;
  jobs: DispatchJobs;
  kept: () => Kept;
  nextDue: () => Instant | undefined;
};

/** A store without a database: deterministic, and fast enough for simulations. */
export const memoryStore = (asked: { receiptsComeFor?: (to: string) => boolean } = {}): Store & Whole => {
  const events = new Map<string, StoredEvent>();
  const shelf = notificationShelf();
  const beside: SharedRecords = { bundles: new Map(), phones: new Map() };
  const consents = memoryConsents();
  const letters = letterShelf();
  const dossiers = new Map<string, StoredDossier>();
  const jobs = new Map<string, DispatchJob>();
  const [settings, templates] = [memorySettings(), memoryTemplates()];
  return {
    events: memoryStatusEvents(events),
    dossiers: memoryDossiers(dossiers, events, shelf, beside, letters, jobs),
    jobs: memoryDispatchJobs(undefined, jobs),
    bundles: memoryBundles(beside),
    phones: memoryPhoneCards(beside),
    budgets: memoryBudgets(),
    notifications: memoryNotifications(shelf, beside, asked.receiptsComeFor),
    desk: memoryWorklist(shelf, beside),
    receipts: memoryReceipts(),
    circuits: memoryCircuits(),
    clients: memoryClients(),
    settings,
    templates,
    consents,
    inboxes: memoryInboxes(),
    conversations: memoryConversations(shelf, consents, beside),
    letters: memoryLetters(letters),
    wardLetters: memoryLetterSettings(),
    officers: memoryOfficers(),
    sessions: memorySessions(),
    audit: memoryAudit(),
    proposals: memoryProposals(settings, templates),
    kept: () => ({
      events: [...events.values()].map(({ event }) => event),
      dossiers: [...dossiers.values()].map(({ dossier }) => dossier),
      notifications: [...shelf.all.values()],
      letters: [...letters.letters.values()],
      jobs: [...jobs.values()],
    }),
    nextDue: () => {
      let next: Instant | undefined;
      const sooner = (when: Instant | undefined) => {
        if (when !== undefined && (next === undefined || when < next)) next = when;
      };
      for (const { sweptFrom } of events.values()) sooner(sweptFrom);
      for (const { since } of shelf.waiting.values()) sooner(since);
      for (const since of letters.waiting.values()) sooner(since);
      return next;
    },
  };
};
