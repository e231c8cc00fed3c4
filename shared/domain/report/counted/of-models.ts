/** What a dossier adds to the figures of the models that offices try out. */
import { type Dossier, fact } from '../../dossier/dossier.ts';
import { statuses } from '../../dossier/statuses.ts';
import { type Day, dayOf, timeOf, weekdayOf } from '../../values/day.ts';
import type { Instant } from '../../values/instant.ts';
import type { Figure } from '../figures.ts';

/** Evenings, early mornings and weekends; whoever filed online came to no counter. */
const isAfterHours = (dossier: Dossier, filedAt: Instant): boolean => {
  const channel = fact(dossier, 'filingChannel') ?? 'counter';
  const [time, weekday] = [timeOf(filedAt), weekdayOf(dayOf(filedAt))];
  return channel === 'counter' && (weekday > 5 || time < '07:00' || time >= '17:00');
};

/** Received, appraised, approved, stamped and handed back on the day it was filed, each of them noted. */
const isOnTheSpot = (dossier: Dossier, filedOn: Day): boolean => {
  const { appraisedAt, approvedAt, stampedAt } = fact(dossier, 'onTheSpot') ?? {};
  const handedOver = dossier.steps.find(({ status }) => status === 'returned')?.occurredAt;
  const noted = [appraisedAt, approvedAt, stampedAt, handedOver];
  return noted.every((instant) => instant !== undefined && dayOf(instant) === filedOn);
};

/** Counted on the day of filing. */
export const modelsOf = (dossier: Dossier, filedAt: Instant): Figure[] => {
  const filedOn = dayOf(filedAt);
  const helped = new Set(fact(dossier, 'helped') ?? []);
  const result = dossier.steps.find(({ status }) => statuses[status].ends === 'with-result');
  const kept = result !== undefined && dayOf(result.occurredAt) === filedOn;
  const decidedBy = fact(dossier, 'decidedBy');
  const named: (readonly [Figure, boolean])[] = [
    ['helped-writing', helped.has('writing')],
    ['helped-online', helped.has('online')],
    ['at-once-filed', dossier.atOnce === true],
    ['at-once-kept', dossier.atOnce === true && kept],
    ['on-the-spot', isOnTheSpot(dossier, filedOn)],
    ['filed-together', fact(dossier, 'bundle') !== undefined],
    ['decided-elsewhere', decidedBy !== undefined && decidedBy !== dossier.ward],
    ['filed-after-hours', isAfterHours(dossier, filedAt)],
    ['returned-electronically', result !== undefined && fact(dossier, 'returnMethod') === 'electronic'],
  ];
  return named.filter(([, counts]) => counts).map(([figure]) => figure);
};
