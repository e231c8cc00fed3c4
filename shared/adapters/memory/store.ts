import type {
  Budgets,
  Bundles,
  PhoneCards,
  Dossiers,
  Notifications,
  StatusEvents,
} from '../../domain/ports.ts';
import type {
  Clients,
  Consents,
  Conversations,
  Inboxes,
  NotificationDesk,
  SettingsStore,
  Templates,
} from '../../domain/office-ports.ts';
import type { Receipts } from '../../domain/carrier-ports.ts';
import type { Letters, LetterSettingsStore } from '../../domain/letter/ports.ts';
import { type Beside, memoryBudgets, memoryBundles, memoryPhoneCards } from './beside.ts';
import { memoryClients } from './clients.ts';
import { memoryConsents } from './consents.ts';
import { memoryConversations } from './conversations.ts';
import { memoryDesk } from './desk.ts';
import { memoryDossiers, type StoredDossier } from './dossiers.ts';
import { memoryInboxes } from './inboxes.ts';
import { memoryLetterSettings } from './letter-settings.ts';
import { letterShelf, memoryLetters } from './letters.ts';
import { memoryNotifications, notificationShelf } from './notifications.ts';
import { memoryReceipts } from './receipts.ts';
import { memorySettings } from './settings.ts';
import { memoryStatusEvents, type StoredEvent } from './status-events.ts';
import { memoryTemplates } from './templates.ts';

/** Everything that is kept, over one store: what one port writes, the others see. */
export type Store = {
  events: StatusEvents;
  dossiers: Dossiers;
  bundles: Bundles;
  phones: PhoneCards;
  budgets: Budgets;
  notifications: Notifications;
  desk: NotificationDesk;
  receipts: Receipts;
  clients: Clients;
  settings: SettingsStore;
  templates: Templates;
  consents: Consents;
  inboxes: Inboxes;
  conversations: Conversations;
  letters: Letters;
  wardLetters: LetterSettingsStore;
};

/** A store without a database: deterministic, and fast enough for simulations. */
export const memoryStore = (): Store => {
  const events = new Map<string, StoredEvent>();
  const shelf = notificationShelf();
  const beside: Beside = { bundles: new Map(), phones: new Map() };
  const consents = memoryConsents();
  const letters = letterShelf();
  return {
    events: memoryStatusEvents(events),
    dossiers: memoryDossiers(new Map<string, StoredDossier>(), events, shelf, beside, letters),
    bundles: memoryBundles(beside),
    phones: memoryPhoneCards(beside),
    budgets: memoryBudgets(),
    notifications: memoryNotifications(shelf, beside),
    desk: memoryDesk(shelf, beside),
    receipts: memoryReceipts(),
    clients: memoryClients(),
    settings: memorySettings(),
    templates: memoryTemplates(),
    consents,
    inboxes: memoryInboxes(),
    conversations: memoryConversations(shelf, consents),
    letters: memoryLetters(letters),
    wardLetters: memoryLetterSettings(),
  };
};
