// Makes the clock's round each minute: rings for what is due, names doubts, repairs what a lost doorbell left.
import type { Context } from 'aws-lambda';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/notification/receipts.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logTick } from '../../shared/adapters/lambda/log/steps.ts';
import { lostUntil } from '../../shared/adapters/lambda/lost-until.ts';
import { oneRound } from '../../shared/adapters/one-round.ts';
import { openDecisions } from '../../shared/adapters/open-decisions.ts';
import { releaseDue } from '../../shared/flows/notification/release-due.ts';
import { sweepLetters } from '../../shared/flows/letter/sweep-letters.ts';
import { decideWithPostAndLetters } from '../../shared/flows/decision/decide-with-post-and-letters.ts';

const flow = onColdStart(async () => {
  const { dynamodb, tableName, vault, stores, choices, letters, doorbell, letterbell, deciding } =
    await openDecisions(now);
  const smsPerSecond = Number(readEnv({ SMS_PER_SECOND: given }).SMS_PER_SECOND);
  const decide = decideWithPostAndLetters(deciding);
  const receipts = dynamoReceipts(dynamodb, tableName, vault);
  const ports = { ...stores, ...choices, receipts, decide, doorbell, clock: now };
  return {
    release: releaseDue({ ...ports, smsPerSecond, lostUntil: lostUntil() }),
    sweep: sweepLetters({ letters: letters.letters, doorbell: letterbell, clock: now }),
  };
});

/** A tick ends itself this long before its function would be stopped. */
const margin = 5_000;

const makeRound = async (
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> => {
  const { release, sweep } = await flow();
  const timeLeft = () => context.getRemainingTimeInMillis() > margin;
  const [tick, letters] = await Promise.all([release(timeLeft), sweep(timeLeft)]);
  logTick({ ...tick, 'letters-rung': letters });
};

export const handler = oneRound('release-due', makeRound);
