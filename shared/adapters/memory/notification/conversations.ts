import type { NotificationShelf } from './shelf.ts';
import { counts, type SharedRecords } from '../shared-records.ts';
import type { Consents } from '../../../domain/office/consents.ts';
import type { Conversations } from '../../../domain/inbound/conversations.ts';

type Conversation = Awaited<ReturnType<Conversations['with']>>;

/** Conversations in memory; what they commit lands in the notifications and choices given. */
export const memoryConversations = (
  notifications: NotificationShelf,
  consents: Consents,
  { phones }: SharedRecords,
): Conversations => {
  const seen = new Set<string>();
  const stored = new Map<string, Conversation>();
  return {
    with: async (phone) => stored.get(phone) ?? { answered: [], version: 0 },
    commit: async ({ inbound, ward, phone, before, answered, notification, call, choice, card }) => {
      const message = `${inbound.provider} ${inbound.providerId}`;
      if (seen.has(message)) return 'duplicate';
      if ((stored.get(phone)?.version ?? 0) !== before) return 'conflict';
      if (card && !counts(phones, card)) return 'counted-meanwhile';
      seen.add(message);
      stored.set(phone, { answered, version: before + 1 });
      for (const owed of [notification, call]) if (owed) notifications.add(owed);
      if (choice) await consents.record({ ward, phone }, choice);
      return 'committed';
    },
  };
};
