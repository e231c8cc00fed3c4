import type { CodeTable } from '../carrier-codes.ts';

/**
 * The feed of the public postal service on the government bus, polled by cursor. Only one code is known from public
 * code bases; every other one is kept as unknown until the contract names it.
 */
export const vnPostPublicPost: CodeTable = {
  name: 'vnpost-public-post/2020',
  source: 'Order tracking of the VNPost public post feed as used by OpenCPS (2020): 4 is done',
  confidence: 'C',
  codes: { '4': 'delivered' },
};

/** What the order interface answers: 101 says that it already has the order, which is as good as 100. */
export const vnPostOrderAnswers: Readonly<Record<string, 'taken' | 'taken-before'>> = {
  '100': 'taken',
  '101': 'taken-before',
};
