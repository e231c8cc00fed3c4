import { type Dossier, fact } from '../../dossier/dossier.ts';
import { late, promisedFor } from '../../dossier/standing/overdue.ts';
import { statuses } from '../../dossier/statuses.ts';
import { type Day, dayOf } from '../../values/day.ts';
import type { Instant } from '../../values/instant.ts';
import { modelsOf } from './of-models.ts';
import { type Figure, standing, type PromiseKept } from '../figures.ts';
import type { Tally } from '../tally.ts';

/** Days are compared, not hours, and a dossier without a date is on time (form II.06a, TT 01/2020/TT-VPCP; confidence A/B). */
const keptFor = (finishedOn: Day, dueAt: Instant | undefined): PromiseKept => {
  if (dueAt === undefined || finishedOn === dayOf(dueAt)) return 'on-time';
  return finishedOn < dayOf(dueAt) ? 'early' : 'late';
};

const digitisedIn = (dossier: Dossier): Figure => {
  const digitised = fact(dossier, 'digitised');
  if (digitised === undefined) return 'digitised-unsaid';
  return digitised ? 'digitised-yes' : 'digitised-no';
};

/** What its end adds to the day of the end: whether the promise was kept, apologised for, and answered within the day. */
const talliesOfEnd = (dossier: Dossier, filedOn: Day, finishedAt: Instant): Tally[] => {
  const { steps } = dossier;
  const promised = promisedFor(dossier);
  const day = dayOf(finishedAt);
  const [wasLate] = late([promised], finishedAt);
  const withResult = steps.some(({ status }) => statuses[status].ends === 'with-result');
  const handedOver = steps.find(({ status }) => status === 'returned');
  const figures: Figure[] = [
    `finished-${keptFor(day, promised.dueAt)}`,
    ...(wasLate
      ? ([
          `late-apology-${wasLate.apology}`,
          `late-because-${fact(dossier, 'lateBecause') ?? 'unsaid'}`,
        ] as const)
      : []),
    ...(withResult ? (['with-result'] as const) : []),
    ...(withResult && day === filedOn ? (['answered-same-day'] as const) : []),
    ...(handedOver && dayOf(handedOver.occurredAt) === filedOn ? (['handed-over-same-day'] as const) : []),
  ];
  return figures.map((figure) => ({ day, figure, by: 1 }));
};

/**
 * What a dossier adds: to the day it was filed how, to the day it ended how; and itself to what is open now. Whoever has
 * handed it over to another office counts it no more, since the other does.
 */
export const talliesOfDossier = (dossier: Dossier): Tally[] => {
  const [first] = dossier.steps;
  if (first === undefined || dossier.movedTo !== undefined) return [];
  const filedOn = dayOf(first.occurredAt);
  const { finishedAt } = promisedFor(dossier);
  return [
    { day: filedOn, figure: `filed-${fact(dossier, 'filingChannel') ?? 'unsaid'}`, by: 1 },
    { day: filedOn, figure: digitisedIn(dossier), by: 1 },
    ...modelsOf(dossier, first.occurredAt).map((figure) => ({ day: filedOn, figure, by: 1 })),
    ...(finishedAt === undefined
      ? [{ day: standing, figure: 'open' as const, by: 1 }]
      : talliesOfEnd(dossier, filedOn, finishedAt)),
  ];
};
