import type { Headline } from './report.ts';
import { inWords } from './table/listing.ts';

/** Whether a figure has what was aimed at; undefined where nothing was aimed at, or nothing is known. */
export const meets = ({ now, target }: Headline): boolean | undefined => {
  if (now === undefined || target === undefined) return undefined;
  return 'atLeast' in target ? now >= target.atLeast : now <= target.atMost;
};

/** `từ 80,0 %`, `không có`: what is aimed at; empty where nothing is. */
export const aimInWords = ({ is, target }: Headline): string => {
  if (target === undefined) return '';
  if ('atLeast' in target) return `từ ${inWords(is, target.atLeast)}`;
  return target.atMost === 0 ? 'không có' : `đến ${inWords(is, target.atMost)}`;
};
