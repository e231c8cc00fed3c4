import { waitAfter } from '../../domain/office/wrong-secrets.ts';
import type { TokenAnswer } from './issue-token.ts';

type Issue = (asked: { clientId: string; clientSecret: string; scope?: string }) => Promise<TokenAnswer>;

/** How many names are remembered; whoever tries more names than this is not slower by it, and rings all the same. */
const namesAtMost = 1_000;

/** Answers wrong secrets more and more slowly, name by name, and the right one at once. */
export const slowGuesses = (
  issue: Issue,
  { pause }: { pause: (milliseconds: number) => Promise<void> },
): Issue => {
  const wrong = new Map<string, number>();
  return async (asked) => {
    const answer = await issue(asked);
    if (answer.ok || answer.error !== 'invalid_client') {
      wrong.delete(asked.clientId);
      return answer;
    }
    const inARow = (wrong.get(asked.clientId) ?? 0) + 1;
    if (wrong.size >= namesAtMost && !wrong.has(asked.clientId)) wrong.clear();
    wrong.set(asked.clientId, inARow);
    await pause(waitAfter(inARow));
    return answer;
  };
};
