import type {
  Clients,
  Dossiers,
  Notifications,
  Receipts,
  SettingsStore,
  StatusEvents,
} from '../../domain/ports.ts';
import type { Consents, Letters, LetterSettingsStore } from '../../domain/letter/ports.ts';
import { memoryClients } from './clients.ts';
import { memoryConsents } from './consents.ts';
import { memoryDossiers, type StoredDossier } from './dossiers.ts';
import { memoryLetterSettings } from './letter-settings.ts';
import { letterShelf, memoryLetters } from './letters.ts';
import { memoryNotifications, notificationShelf } from './notifications.ts';
import { memoryReceipts } from './receipts.ts';
import { memorySettings } from './settings.ts';
import { memoryStatusEvents, type StoredEvent } from './status-events.ts';

/** Everything that is kept, over one store: what one port writes, the others see. */
export type Store = {
  events: StatusEvents;
  dossiers: Dossiers;
  notifications: Notifications;
  receipts: Receipts;
  clients: Clients;
  settings: SettingsStore;
  letters: Letters;
  consents: Consents;
  wardLetters: LetterSettingsStore;
};

/** A store without a database: deterministic, and fast enough for simulations. */
export const memoryStore = (): Store => {
  const events = new Map<string, StoredEvent>();
  const shelf = notificationShelf();
  const letters = letterShelf();
  return {
    events: memoryStatusEvents(events),
    dossiers: memoryDossiers(new Map<string, StoredDossier>(), events, shelf, letters),
    notifications: memoryNotifications(shelf),
    receipts: memoryReceipts(),
    clients: memoryClients(),
    settings: memorySettings(),
    letters: memoryLetters(letters),
    consents: memoryConsents(),
    wardLetters: memoryLetterSettings(),
  };
};
