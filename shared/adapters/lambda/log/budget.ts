import type { Crossing } from '../../../domain/notification/limits.ts';

/** How many wards passed half, most and all of their day or month, as the alarms count it. */
export const budgetCounts = (crossed: readonly Crossing[] = []) => {
  const reached = (percent: Crossing['percent']) => crossed.filter((one) => one.percent === percent).length;
  return { budget50: reached(50), budget80: reached(80), budget100: reached(100) };
};
