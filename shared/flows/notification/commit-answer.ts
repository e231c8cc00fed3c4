import type { Conversations, Exchange } from '../../domain/inbound/conversations.ts';
import { heldBack } from '../../domain/notification/lapse.ts';
import type { Crossing } from '../../domain/notification/limits.ts';
import type { Notification } from '../../domain/notification/notification.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import type { WardSettings } from '../../domain/office/ward-settings.ts';
import { countParts } from './count-parts.ts';

/** Answers are paid for like every other text: they count, and one that a cap holds back waits like the others. */
export const commitCounted = async (
  ports: { conversations: Conversations; phones: PhoneCards; budgets: Budgets },
  exchange: Exchange,
  owed: Notification | undefined,
  { limits, sendWindow }: WardSettings,
): Promise<{ outcome: Awaited<ReturnType<Conversations['commit']>>; crossed: Crossing[] }> => {
  const { conversations } = ports;
  if (owed === undefined) return { outcome: await conversations.commit(exchange), crossed: [] };
  const counted = await countParts(ports, owed, limits, async (card) => {
    const outcome = await conversations.commit({ ...exchange, notification: owed, card });
    if (outcome === 'conflict') return 'answered-meanwhile';
    return outcome === 'counted-meanwhile' ? 'conflict' : outcome;
  });
  if (counted.is === 'full') {
    const notification = heldBack(owed, counted, sendWindow, owed.dueAt);
    return { outcome: await conversations.commit({ ...exchange, notification }), crossed: [] };
  }
  const { written, crossed } = counted;
  return { outcome: written === 'answered-meanwhile' ? 'conflict' : written, crossed };
};
