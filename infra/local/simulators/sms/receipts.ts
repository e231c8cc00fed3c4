import { setTimeout as pause } from 'node:timers/promises';
import { type Dice, oneOf } from '../dice.ts';
import type { Entry } from './ledger.ts';
import type { Message } from './protocol.ts';

type LogEvent = { timestamp: number; message: string };

export type Receipts = {
  /** Owes the sender this many delivery reports about one accepted message. */
  owe(entry: Entry, fate: { delivered: boolean; receipts: number }, dice: Dice, message: Message): void;
  close(): void;
};

const accepted = 'Message has been accepted by phone carrier';
const failures = [
  'Phone is currently unreachable/unavailable',
  'Phone carrier is currently unreachable/unavailable',
  'Invalid phone number',
  'Phone has blocked SMS',
  'Blocked as spam by phone carrier',
] as const;

/** Viet Nam is mobile country 452. A simulator charges nothing, so the price is 0. */
const statusJson = (entry: Entry, delivered: boolean, providerResponse: string): string => {
  const waited = Math.max(0, Date.now() - Date.parse(entry.at));
  return JSON.stringify({
    notification: { messageId: entry.reference, timestamp: entry.at.replace('T', ' ').replace('Z', '') },
    delivery: {
      ...(delivered ? { phoneCarrier: 'Carrier simulator', mnc: 4, mcc: 452 } : { mnc: 0, mcc: 0 }),
      numberOfMessageParts: entry.parts,
      destination: entry.to,
      priceInUSD: 0,
      smsType: 'Transactional',
      providerResponse,
      dwellTimeMs: waited,
      ...(delivered ? { dwellTimeMsUntilDeviceAck: waited } : {}),
    },
    status: delivered ? 'SUCCESS' : 'FAILURE',
  });
};

/**
 * Writes SNS delivery-status logs the way CloudWatch Logs takes them (PutLogEvents, JSON 1.1), in batches per log
 * group, until the endpoint answers; only a refusal (4xx) is given up, with a line on standard error.
 */
export const receiptsTo = (
  logsUrl: string,
  { region, account, delay }: { region: string; account: string; delay: number },
): Receipts => {
  const group = `sns/${region}/${account}/DirectPublishToPhoneNumber`;
  const waiting = new Map<string, LogEvent[]>();
  const writing = new Set<string>();
  const ended = new AbortController();

  const post = async (logGroupName: string, logEvents: LogEvent[]): Promise<'taken' | 'refused' | 'down'> => {
    const logStreamName = `${new Date(logEvents[0]!.timestamp).toISOString().slice(0, 10)}/carrier-simulator`;
    try {
      const answer = await fetch(logsUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'Logs_20140328.PutLogEvents',
        },
        body: JSON.stringify({ logGroupName, logStreamName, logEvents }),
        signal: AbortSignal.timeout(10_000),
      });
      await answer.text();
      return answer.ok ? 'taken' : answer.status < 500 && answer.status !== 429 ? 'refused' : 'down';
    } catch {
      return 'down';
    }
  };

  const writeOut = async (name: string): Promise<void> => {
    if (writing.has(name)) return;
    writing.add(name);
    await pause(50); // a moment for others to join the batch
    for (let tries = 0; !ended.signal.aborted;) {
      const batch = waiting.get(name)?.slice(0, 200) ?? [];
      if (batch.length === 0) break;
      const outcome = await post(name, batch);
      if (outcome === 'down') {
        tries += 1;
        await pause(Math.min(100 * 2 ** tries, 2000));
        continue;
      }
      tries = 0;
      waiting.get(name)?.splice(0, batch.length);
      if (outcome === 'refused')
        process.stderr.write(`carrier: ${logsUrl} refused ${batch.length} receipts\n`);
    }
    writing.delete(name);
  };

  const log = (name: string, message: string) => {
    const events = waiting.get(name) ?? [];
    waiting.set(name, events);
    events.push({ timestamp: Date.now(), message });
    void writeOut(name);
  };

  return {
    owe: (entry, { delivered, receipts }, dice) => {
      const why = delivered ? accepted : oneOf(dice, failures);
      const tell = () => {
        if (ended.signal.aborted) return;
        for (let copy = 0; copy < receipts; copy += 1)
          log(delivered ? group : `${group}/Failure`, statusJson(entry, delivered, why));
      };
      setTimeout(tell, delay);
    },
    close: () => ended.abort(),
  };
};
