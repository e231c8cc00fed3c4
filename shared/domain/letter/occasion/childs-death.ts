import { addMonthsClamped } from '../../values/day.ts';
import { earliestOf, latestOf } from '../../values/known-date.ts';
import type { PersonEvent } from './person-event.ts';

/**
 * Under sixteen one is a child (Luật Trẻ em 2016, điều 1); the words that ship are not for them. Where a date is known
 * by its year alone, who may have been a child is met with a child's care.
 */
export const isChildsDeath = (event: PersonEvent): boolean => {
  if (event.kind !== 'death') return false;
  if (event.little || (event.deceasedName === undefined && event.childOf !== undefined)) return true;
  const { bornOn, diedOn } = event;
  if (bornOn === undefined || diedOn === undefined) return false;
  return addMonthsClamped(latestOf(bornOn), 16 * 12) > earliestOf(diedOn);
};
