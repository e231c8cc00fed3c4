import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { aWard, now as morning } from '../../support/builders/dossiers.ts';
import { diceOf } from '../dice.ts';
import { aSlowDecider, eventsOf } from './deciders.ts';
import { virtualTime } from './virtual-time.ts';

/** As a new table has them, and as the mapping asks for records. */
const shards = 4;
const batch = 100;
const windowMilliseconds = 1000;

/** Which of so many the record goes to; the same key always to the same. */
const laneOf = (key: string, lanes: number): number =>
  Array.from(key).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7) % lanes;

/**
 * Seconds until the one event of a ward is decided that lies in the stream behind so many of another ward. Lambda takes each
 * shard in as many lanes as the mapping allows, each in its order and a batch at a time.
 */
export const decidedBehind = async ({
  before,
  lanes,
}: {
  before: number;
  lanes: number;
}): Promise<number> => {
  const time = virtualTime(morning);
  const { store, decide } = aSlowDecider(time, diceOf(before + lanes));
  const [busy, quiet] = [Ward.parse('26506'), Ward.parse('00070')];
  for (const ward of [busy, quiet]) await store.settings.save({ ...aWard(), ward });
  const stream: AcceptedEvent[] = [...eventsOf(busy, before), ...eventsOf(quiet, 1)];
  for (const event of stream) await store.events.accept(event);
  const waiting = [...Map.groupBy(stream, ({ eventId }) => laneOf(eventId, shards * lanes)).values()];

  let decidedAt: number | undefined;
  const follow = async (lane: AcceptedEvent[]) => {
    if (lane.length < batch) await time.pause(windowMilliseconds);
    for (let next = lane.splice(0, batch); next.length > 0; next = lane.splice(0, batch)) {
      await decide(next);
      if (next.some(({ ward }) => ward === quiet)) decidedAt = time.at();
    }
  };
  for (const lane of waiting) void follow(lane);
  await time.until(() => decidedAt !== undefined);
  return decidedAt! / 1000;
};
