/** How a dossier comes to know an event, whichever came first. */
import { type Dossier, type FactName, factNames, type Facts, knows } from './dossier.ts';
import { fitsTheRule } from './dossier-code.ts';
import { orderOf } from './event-order.ts';
import type { AcceptedEvent } from './event/status-event.ts';
import { newest, newestOfEach } from './latest-fact.ts';
import { type Step, withoutRepeats } from './rounds.ts';
import { statuses } from './statuses.ts';
import { carriedIn, takenOver } from './take-over.ts';
import type { EventId } from '../values/ids.ts';

/** How many steps, and acts of people, a dossier remembers, the newest ones: far more than any procedure has. */
const stepsRemembered = 40;

const anEmptyDossier = (event: AcceptedEvent): Dossier => ({
  ward: event.ward,
  code: event.dossierCode,
  codeFits: fitsTheRule(event.dossierCode),
  facts: {},
  steps: [],
  told: [],
});

const byOrder = (a: Step, b: Step): number => (a.order < b.order ? -1 : 1);

/**
 * The dossier as it is once it knows this event too. Absorbing is a join: the same events, in any order and any
 * number of times, end in the same facts and steps.
 */
export const absorb = (before: Dossier | undefined, event: AcceptedEvent): Dossier => {
  const own = before ?? anEmptyDossier(event);
  const dossier = event.carried === undefined ? own : takenOver(own, carriedIn(event.carried));
  const order = orderOf(event);
  const { instead } = event.act ?? {};
  const was = (name: FactName) => instead && { instead: instead[name] };
  const said = (name: FactName) =>
    name === 'applicant'
      ? newestOfEach(dossier.facts.applicant, event.applicant, order, was(name) as never)
      : name === 'onTheSpot'
        ? newestOfEach(dossier.facts.onTheSpot, event.onTheSpot, order, was(name) as never)
        : newest<unknown>(dossier.facts[name], event[name], order, was(name));
  const { asksUntil = false } = statuses[event.status];
  const askedUntil = untilOf(dossier, event);
  const facts = Object.fromEntries(
    factNames
      .map((name) => [name, name === 'dueAt' && asksUntil ? dossier.facts.dueAt : said(name)])
      .filter(([, fact]) => fact !== undefined),
  ) as Facts;
  const known = { ...dossier, facts, ...(askedUntil && { askedUntil }) };
  if (event.act !== undefined) return acted(known, event);
  if (event.voids !== undefined) return without(dossier, event.voids);
  if (knows(dossier, event.eventId) || dossier.voided?.includes(event.eventId)) return known;

  // Nobody knows where it belongs among the others.
  if (event.timeUnknown === true) return known;

  const { eventId, status, occurredAt, round } = event;
  const step: Step = { eventId, status, occurredAt, order, ...(round !== undefined && { round }) };
  const steps = withoutRepeats([...dossier.steps, step].toSorted(byOrder)).slice(-stepsRemembered);
  return { ...known, steps };
};

/** Until when the citizen is asked to act. A person puts right what the newest report of that status said. */
const untilOf = ({ askedUntil, steps }: Dossier, event: AcceptedEvent): Dossier['askedUntil'] => {
  const { status, dueAt } = event;
  if (!statuses[status].asksUntil) return askedUntil;
  if (event.act === undefined) return newest(askedUntil, dueAt, orderOf(event));
  const said = steps.findLast((step) => step.status === status)?.order ?? orderOf(event);
  return newest(askedUntil, dueAt, said, { instead: askedUntil?.value });
};

const acted = (dossier: Dossier, { eventId, voids, act }: AcceptedEvent): Dossier => ({
  ...(voids === undefined ? dossier : without(dossier, voids)),
  ...(act?.to !== undefined && { movedTo: act.to }),
  ...(act?.from !== undefined && { movedFrom: act.from }),
  acts: [...(dossier.acts ?? []).filter((known) => known !== eventId), eventId].slice(-stepsRemembered),
});

/** The dossier as if that event had never come. */
const without = (dossier: Dossier, voids: EventId): Dossier => ({
  ...dossier,
  voided: [...new Set([...(dossier.voided ?? []), voids])],
  steps: dossier.steps.filter(({ eventId }) => eventId !== voids),
});
