import type { Context, SQSEvent } from 'aws-lambda';
import type { Doorbell } from '../../../shared/domain/notification/doorbell-message.ts';
import type { queueFunction } from '../../../shared/adapters/lambda/queue.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';
import type { VirtualTime } from './virtual-time.ts';

type Message = { id: NotificationId; ward: Ward; received: number };
type Worker = ReturnType<typeof queueFunction>;

/**
 * A standard queue with fair groups as SQS has them: whoever has least in flight and waits is served before a ward with
 * thousands. What a worker does not finish is hidden until the visibility time is over.
 */
export const fairQueue = ({ pause }: VirtualTime) => {
  const groups = new Map<Ward, Message[]>();
  let waiting = 0;
  const put = (message: Message) => {
    const group = groups.get(message.ward) ?? [];
    groups.set(message.ward, group);
    group.push(message);
    waiting += 1;
  };
  const take = (): Message | undefined => {
    const [next] = groups;
    if (next === undefined) return undefined;
    const [ward, group] = next;
    const message = group.shift()!;
    waiting -= 1;
    groups.delete(ward);
    if (group.length > 0) groups.set(ward, group);
    return message;
  };
  const doorbell: Doorbell = {
    ring: async (due) => due.forEach(({ id, ward }) => put({ id, ward, received: 0 })),
    waiting: async () => waiting,
  };

  /** Sets a worker to it, as Lambda does: a batch at a time, and what it reports as failed comes back. */
  const work = async (
    worker: Worker,
    time: VirtualTime,
    { batch, timeout, visibility }: { batch: number; timeout: number; visibility: number },
    isOver: () => boolean,
  ): Promise<void> => {
    while (!isOver()) {
      const messages = Array.from({ length: batch }, take).flatMap((message) => message ?? []);
      if (messages.length === 0) {
        await pause(100);
        continue;
      }
      const until = time.at() + timeout;
      // Under another name than Lambda's: the shell would set a clock of this world by it.
      const context = { timeLeft: () => until - time.at() } as unknown as Context;
      const Records = messages.map(({ id, ward }, index) => ({
        messageId: String(index),
        body: JSON.stringify({ id, ward }),
      }));
      const { batchItemFailures } = await worker({ Records } as unknown as SQSEvent, context);
      for (const { itemIdentifier } of batchItemFailures) {
        const { received, ...message } = messages[Number(itemIdentifier)]!;
        void pause(visibility).then(() => put({ ...message, received: received + 1 }));
      }
    }
  };
  return { doorbell, work };
};
