import * as z from 'zod';
import { cleanText } from './clean-text.ts';
import { hasLink, spaceAbbreviations } from './links.ts';

/** Words on their way to a paper: what nobody sees is left out before they are measured. */
export const cleaned = (least: number, most: number) =>
  z.string().transform(cleanText).pipe(z.string().min(least).max(most));

/** The name of somebody on a paper; a link is none, and nobody may be led by one in our name. */
export const PaperName = cleaned(1, 120).refine(
  (name) => !hasLink(spaceAbbreviations(name)),
  'a name holds no link · họ tên không được chứa đường dẫn',
);
