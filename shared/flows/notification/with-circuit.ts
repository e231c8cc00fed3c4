import { between, type Clock, type Instant, seconds } from '../../domain/values/instant.ts';
import type { Carrier, Handover } from '../../domain/notification/carrier.ts';
import {
  type Circuit,
  type Circuits,
  openedCircuit,
  probing,
} from '../../domain/notification/pace/circuit.ts';

/** For how long what was read is believed: a message more to a carrier that just broke harms nobody. */
const believedFor = seconds(10);

const isBroken = (said: Handover): said is Extract<Handover, { outcome: 'busy' }> & { toMend: string } =>
  said.outcome === 'busy' && said.toMend !== undefined;

const notAsked = ({ because, probeAt }: Circuit, now: Instant): Handover => ({
  outcome: 'busy',
  retryAfter: Math.max(between(now, probeAt), seconds(1)),
  reason: `not asked: ${because}`,
  closed: true,
});

/**
 * The same carrier, left alone once it says that something of ours has to be mended. Its messages are busy and wait; one
 * of them tries again after a while, twice as long each time, and what it says decides. What has to be mended is said by
 * whoever opens the circuit and by each that tries, not by every message.
 */
export const withCircuit = (
  carrier: Carrier,
  { circuits, clock }: { circuits: Circuits; clock: Clock },
): Carrier => {
  let known: { at: Instant; standing: Awaited<ReturnType<Circuits['of']>> } | undefined;
  const standingAt = async (now: Instant) => {
    if (known === undefined || between(known.at, now) >= believedFor || known.standing.circuit !== undefined)
      known = { at: now, standing: await circuits.of(carrier.name) };
    return known.standing;
  };
  const write = async (version: number, circuit?: Circuit) => {
    known = undefined;
    return circuits.write(carrier.name, version, circuit);
  };

  return {
    ...carrier,
    take: async (message): Promise<Handover> => {
      const now = clock();
      const { circuit, version } = await standingAt(now);
      if (circuit === undefined) {
        const said = await carrier.take(message);
        if (!isBroken(said)) return said;
        const opened = await write(version, openedCircuit(said.toMend, now));
        const { toMend, ...quietly } = said;
        return { ...quietly, closed: true, ...(opened === 'written' && { toMend }) };
      }
      if (now < circuit.probeAt) return notAsked(circuit, now);
      const next = probing(circuit, now);
      if ((await write(version, next)) === 'conflict') return notAsked(next, now);
      const said = await carrier.take(message);
      if (isBroken(said)) return { ...said, closed: true };
      if (said.outcome === 'accepted' || said.outcome === 'refused') await write(version + 1);
      return said;
    },
  };
};
