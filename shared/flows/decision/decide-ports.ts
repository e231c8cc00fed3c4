import type { LetterTurn } from '../../domain/letter/correction/letter-turn.ts';
import type { Instant, Clock } from '../../domain/values/instant.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { JourneyPorts } from './load-journeys.ts';
import type { DossierLetters } from '../letter/letters-of-dossiers.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Templates } from '../../domain/text/publish/own-template.ts';
import type { Bundles } from '../../domain/dossier/bundle.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';

/** Decides what dossiers, as they are now, come to in letters, and rings for those that are drafted. */
export type FamilyLetters = {
  decide: (turns: readonly LetterTurn[], now: Instant) => Promise<DossierLetters[]>;
  doorbell: Doorbell<string>;
};

/** All that deciding on status events reads and writes. */
export type DecidePorts = {
  dossiers: Dossiers;
  events: Pick<StatusEvents, 'accept'>;
  bundles: Bundles;
  phones: PhoneCards;
  budgets: Budgets;
  notifications: Notifications;
  settings: SettingsStore;
  templates: Templates;
  consents: Consents;
  doorbell: Doorbell;
  clock: Clock;
  /** Without it nothing is carried to anybody, and nobody is told that it will be. */
  post?: JourneyPorts;
  /** Without it nobody is written a letter. */
  familyLetters?: FamilyLetters;
};

/** Events of one dossier, by `ward code`. */
export type Groups = Map<string, AcceptedEvent[]>;
