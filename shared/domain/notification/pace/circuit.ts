/**
 * A carrier that takes nothing until somebody mends something at it: a spend limit, a balance, a key. Nothing more is handed
 * to it meanwhile but one message after a while, to see.
 */
import * as z from 'zod';
import { Instant, minutes, plus } from '../../values/instant.ts';

/** An open circuit. `wait` is how long the last pause was, in milliseconds. */
export type Circuit = { because: string; since: Instant; probeAt: Instant; wait: number };

/** Chosen figures: soon enough for a key that was just exchanged, seldom enough for an account that is empty till Monday. */
const firstWait = minutes(1);
const longestWait = minutes(30);

export const openedCircuit = (because: string, now: Instant): Circuit => ({
  because,
  since: now,
  probeAt: plus(now, firstWait),
  wait: firstWait,
});

/** The circuit while one message tries the carrier: the next one may after a pause twice as long. */
export const probing = (circuit: Circuit, now: Instant): Circuit => {
  const wait = Math.min(circuit.wait * 2, longestWait);
  return { ...circuit, wait, probeAt: plus(now, wait) };
};

/** A carrier that takes nothing now, why, and since when: every ward's texts by it wait. */
const OpenCircuit = z.strictObject({ carrier: z.string(), because: z.string(), since: Instant });
export type OpenCircuit = z.infer<typeof OpenCircuit>;

/** How a list of work tells of them. */
export const OpenCircuits = z
  .array(OpenCircuit)
  .optional()
  .describe('Carriers that take nothing until something is mended; on the first page of a list');

/** How the carriers stand; one that nobody ever wrote down stands at version 0, and closed. */
export interface Circuits {
  of(carrier: string): Promise<{ circuit?: Circuit; version: number }>;
  /** Opens, prolongs or, without a circuit, closes it, if it still stands as it was read. */
  write(carrier: string, version: number, circuit?: Circuit): Promise<'written' | 'conflict'>;
}
