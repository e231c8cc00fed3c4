import { dynamoClient } from './dynamodb/client.ts';
import { dynamoRounds } from './dynamodb/rounds.ts';
import { onColdStart } from './lambda/cold-start.ts';
import { given, readEnv } from './lambda/env.ts';
import { logStep } from './lambda/log/log.ts';

type Call = { getRemainingTimeInMillis: () => number };
type Round = (event: unknown, call: Call) => Promise<void>;

/**
 * A round that is made by one at a time, whoever else is called meanwhile; whoever finds it taken goes home, since the
 * clock strikes again. Reserving an execution would do the same, but a new account has ten of them and may reserve none.
 */
export const oneRound = (name: string, round: Round): Round => {
  const open = onColdStart(() => {
    const { TABLE_NAME } = readEnv({ TABLE_NAME: given });
    return dynamoRounds(dynamoClient(), TABLE_NAME);
  });
  return async (event, call) => {
    const rounds = await open();
    const now = Date.now();
    const turn = await rounds.take(name, now, now + call.getRemainingTimeInMillis());
    if (turn === undefined) {
      logStep({ step: 'round', outcome: 'taken', reason: name });
      return;
    }
    try {
      await round(event, call);
    } finally {
      await rounds.giveBack(name, turn);
    }
  };
};
