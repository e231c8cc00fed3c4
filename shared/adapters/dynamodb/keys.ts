import { createHash } from 'node:crypto';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { ownerOf } from '../../domain/notification/notification.ts';
import type { Receipt } from '../../domain/notification/receipt.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { dueShards, lookups, partitions } from './table.ts';
import type { NotificationId, LetterId, EventId } from '../../domain/values/ids.ts';

export type Key = { pk: string; sk: string };

export const eventKey = (ward: Ward, id: EventId): Key => ({
  pk: `${partitions.event}${ward}#${id}`,
  sk: 'EVENT',
});

export const dossierKey = (ward: Ward, code: DossierCode): Key => ({
  pk: `${partitions.dossier}${ward}#${code}`,
  sk: 'DOSSIER',
});

export const notificationPrefix = 'NOTIFICATION#';

/** A notification lies beside its dossier, which its id names. */
export const notificationKey = (id: NotificationId): Key => {
  const { ward, code } = ownerOf(id);
  return { pk: dossierKey(ward, code).pk, sk: notificationPrefix + id };
};

export const notificationIdIn = ({ sk }: Key): NotificationId =>
  sk.slice(notificationPrefix.length) as NotificationId;

/** Whose attempt this was, while it is in doubt. */
export const attemptKey = (attempt: string): Key => ({ pk: partitions.attempt + attempt, sk: 'ATTEMPT' });

export const receiptKey = ({ carrier, reference, outcome }: Receipt): Key => ({
  pk: `${partitions.receipt}${carrier}#${reference}`,
  sk: `RECEIPT#${outcome}`,
});

export const clientUseKey = (clientId: string): Key => ({ pk: partitions.clientUse + clientId, sk: 'USE' });
export const clientsLookup = (tenant: string): string => lookups.clients + tenant;

export const clientKey = (clientId: string): Key => ({ pk: partitions.client + clientId, sk: 'CLIENT' });

/** Everything that a ward has chosen. */
export const wardPartition = (ward: Ward): string => partitions.ward + ward;

export const settingsKey = (ward: Ward): Key => ({ pk: wardPartition(ward), sk: 'SETTINGS' });

export const templateKey = (ward: Ward, { key, version }: { key: string; version: number }): Key => ({
  pk: wardPartition(ward),
  sk: `TEMPLATE#${key}#${String(version).padStart(6, '0')}`,
});

export const bundleKey = (ward: Ward, id: string): Key => ({
  pk: `${partitions.bundle}${ward}#${id}`,
  sk: 'BUNDLE',
});

export const phoneCardKey = (ward: Ward, hash: string): Key => ({
  pk: `${partitions.phone}${ward}#${hash}`,
  sk: 'CARD',
});

export const spendingKey = (ward: Ward): Key => ({ pk: wardPartition(ward), sk: 'SPENDING' });

export const consentKey = (ward: Ward, hash: string): Key => ({
  pk: `CONSENT#${ward}#${hash}`,
  sk: 'CONSENT',
});

/** How a carrier stands. */
export const circuitKey = (carrier: string): Key => ({ pk: `CIRCUIT#${carrier}`, sk: 'CIRCUIT' });

export const inboxKey = (provider: string, to: string): Key => ({
  pk: `INBOX#${provider}#${to.toLowerCase()}`,
  sk: 'INBOX',
});

/** What citizens wrote to and nobody has, all in one place to be listed. */
export const unclaimedInboxes = 'INBOX-UNCLAIMED';
export const unclaimedInboxKey = (provider: string, to: string): Key => ({
  pk: unclaimedInboxes,
  sk: `${provider}#${to.toLowerCase()}`,
});

export const inboundKey = ({ provider, providerId }: { provider: string; providerId: string }): Key => ({
  pk: `INBOUND#${provider}#${providerId}`,
  sk: 'INBOUND',
});

/** One for a phone, whichever wards it writes to: the limits on answers are the phone's. */
export const conversationKey = (hash: string): Key => ({ pk: `CONVERSATION#${hash}`, sk: 'CONVERSATION' });

/** Apart from what a ward has chosen about texts, which is read with every event: these are several pages long. */
export const letterSettingsKey = (ward: Ward): Key => ({ pk: partitions.wardLetters + ward, sk: 'LETTERS' });

export const letterKey = ({ ward, id }: { ward: Ward; id: LetterId }): Key => ({
  pk: `${partitions.letter}${ward}#${id}`,
  sk: 'LETTER',
});

/** Ward and letter, read back from the key; a letter's id has no `#`. */
export const letterNameIn = ({ pk }: Key): { ward: Ward; id: LetterId } => {
  const [, ward, id] = pk.split('#');
  return { ward: ward as Ward, id: id as LetterId };
};

/** What people did with a letter lies beside it, in the order in which they did it. */
export const auditPrefix = 'AUDIT#';
export const auditKey = (letter: { ward: Ward; id: LetterId }, at: string, what: string): Key => ({
  pk: letterKey(letter).pk,
  sk: `${auditPrefix}${at}#${what}`,
});

export const personKey = ({ ward, person }: { ward: Ward; person: string }): Key => ({
  pk: `${partitions.person}${ward}#${person}`,
  sk: 'PERSON',
});

export const personIn = ({ pk }: Key): { ward: Ward; person: string } => {
  const [, ward, person] = pk.split('#');
  return { ward: ward as Ward, person: person! };
};

export const calendarKey = (hash: string): Key => ({ pk: partitions.calendar + hash, sk: 'CALENDAR' });

/** The one text that names an item; what is sealed in it opens nowhere else. */
export const placeOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;

/** What waits for the clock. */
export type Waiting =
  | 'event'
  | 'queued'
  | 'held'
  | 'sending'
  | 'sent'
  | 'receipt'
  | 'letter'
  | 'post'
  | 'forget'
  | 'order'
  | 'word'
  | 'stuck-word';

/** Spread evenly by what waits, so that no partition of an index gets more than its share. */
export const shardOf = (name: string, id: string): string =>
  `${name}#${createHash('sha256').update(id).digest()[0]! % dueShards}`;
export const shardsOf = (name: string): string[] =>
  Array.from({ length: dueShards }, (_, shard) => `${name}#${shard}`);

export const duePartitionOf = (waiting: Waiting, id: string): string => shardOf(waiting, id);
export const duePartitions = (waiting: Waiting): string[] => shardsOf(waiting);

/** A ward's promises that are still open, by due date. */
export const promisePartition = (ward: Ward): string => `promised#${ward}`;

/** Results that lie at the counter of a ward, by when they came. */
export const readyPartition = (ward: Ward): string => partitions.ready + ward;

/** What lies on the desk of a ward's people, by list and age. */
export const deskPartition = (ward: Ward, list: string): string => `desk#${ward}#${list}`;

export const phoneLookup = (ward: Ward, hash: string): string => `${partitions.phone}${ward}#${hash}`;
/** Dossiers by their code, whichever office has them; a hash, so that no index lists codes. */
export const codeLookup = (hash: string): string => partitions.code + hash;
export const lettersLookup = (ward: Ward, state: string): string => `LETTERS#${ward}#${state}`;
export const doubtLookup = (hash: string): string => `DOUBT#${hash}`;
export const referenceLookup = (carrier: string, reference: string): string =>
  `REFERENCE#${carrier}#${reference}`;
