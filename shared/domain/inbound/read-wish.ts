import { asDigits, plainCode, strokes } from '../dossier/dossier-code.ts';
import { type Score, scoreIn } from '../dossier/rating.ts';
import { toAscii } from '../text/ascii.ts';
import { type Instant, between, days, hours } from '../values/instant.ts';
import { type E164, readPhone } from '../phone/read-phone.ts';
import { readWish } from './wish/wishes.ts';

/** What a citizen's message to us asks for. Whatever is not understood is a call for help. */
export type InboundQuestion =
  | { readonly asks: 'status'; readonly code: string; readonly more?: readonly string[] }
  | { readonly asks: 'opt-out' | 'opt-in' | 'unclear-stop' | 'help' }
  /** How they were served, from 1 to 5; of the dossier it names, or of the last one. */
  | { readonly asks: 'rating'; readonly score: Score; readonly code?: string; readonly line?: string }
  /** Six digits to a phone that is to be confirmed; nobody writes this, the page asks it for them. */
  | { readonly asks: 'phone-code'; readonly digits: string };

/** `DG 5`, `đánh giá: 4 điểm`; and what follows. */
const ratingWords = /^(?:DG|DANH ?GIA)[\s:.,-]*([1-5])(?![\d./-]*\d)(?: ?(?:DIEM|SAO|\*))?(.*)$/;

const ratingIn = (text: string, words: string): InboundQuestion | undefined => {
  const [, step, rest = ''] = ratingWords.exec(words) ?? [];
  const score = scoreIn(step);
  if (score === undefined) return undefined;
  const [code] = codesIn(rest);
  const line = /^\s*\S+(?:\s+\S{1,4})?[\s:.,-]*[1-5](?:\s*(?:điểm|diem|sao|\*))?[\s:.,-]*(.*)$/isu.exec(
    text,
  )?.[1];
  return {
    asks: 'rating',
    score,
    ...(code !== undefined && { code }),
    ...(code === undefined && line !== undefined && line.trim() !== '' && { line: line.trim() }),
  };
};

const keyword = /^(?:(?:TRA ?CUU|TC|XEM)[\s:.-]*)?(?:(?:MA )?(?:SO )?(?:HO ?SO|HS)[\s:.-]*)?/;
const codeLike = /^(?=.*\d)[A-Z0-9][A-Z0-9./-]{4,29}$/;

/**
 * Agency identifier, day, number (`H29.26-260302-0001`, `000.00.15.H03-190515-0001`) wherever they stand, with the
 * letters that look like digits typed for them and spaces for hyphens.
 */
const dossierCodes =
  /(?<![A-Z0-9]|[A-Z0-9][.-])(?:HS|HOSO|TC|MA)?((?:[\dO]{3}(?:\.[\dOIL]{2,3}){2}\.)?)([A-Z])([\dOIL]{2}(?:\.[\dOIL]{1,4})*[- ](?:[\dOIL]{8}|[\dOIL]{6})[- ][\dOIL]{4,8})(?![A-Z0-9])/g;

/** More dossiers in one message than anybody follows by hand; each costs an answer. */
const codesAtOnce = 3;

const codesIn = (words: string): string[] => {
  const found = [...words.matchAll(dossierCodes)].map(
    ([, before = '', letter = '', after = '']) =>
      asDigits(before) + letter + asDigits(after).replaceAll(' ', '-'),
  );
  return [...new Set(found)].slice(0, codesAtOnce);
};

const longest = 320;

/**
 * Reads what a citizen sent: `HS H29.26-260302-0001` in any case, with or without accents, spaces for hyphens and
 * letters for digits, the bare code, or several; `DG 5` for how they were served; or a wish to be left alone or told again, in people’s own words. The
 * codes are put in order, not looked up.
 */
export function readInboundSms(text: string): InboundQuestion {
  const wish = readWish(text.slice(0, 2000));
  if (wish?.grade === 'clear') return { asks: wish.wish };
  const words = toAscii(text.slice(0, longest).normalize('NFKC').replaceAll(strokes, '-'))
    .text.toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/["'()<>[\]]/g, '')
    .replace(/ ?- ?/g, '-')
    .replace(/^\s+|[\s.,!?]+$/g, '');
  const rating = ratingIn(text.slice(0, longest), words);
  if (rating !== undefined) return rating;
  const [code, ...more] = text.length > longest ? [] : codesIn(words);
  // Whoever complains that nothing came and names the dossier is best told how it stands.
  if (code !== undefined && wish?.wish !== 'stop')
    return { asks: 'status', code, ...(more.length > 0 && { more }) };
  if (wish) return { asks: 'unclear-stop' };
  const asked = words.replace(keyword, '');
  const other = asked !== words && codeLike.test(asked) && text.length <= longest;
  return other ? { asks: 'status', code: plainCode(asked) } : { asks: 'help' };
}

/** To whom an answer may go. Brandnames, our own among them, and short codes are machines: answering makes a loop. */
export function answerTo(from: string | null): E164 | 'ignore' {
  const sender = readPhone(from);
  return sender.ok ? sender.e164 : 'ignore';
}

/** Answers that one number gets; enough for a family with several dossiers, too few to find codes or to spend our money. */
export const inboundLimits = { perHour: 5, perDay: 20 } as const;

/** Whether one more answer is within the limits, given when this number was answered before. */
export function mayAnswer(answered: readonly Instant[], now: Instant): boolean {
  const within = (span: number): number => answered.filter((at) => between(at, now) < span).length;
  return within(hours(1)) < inboundLimits.perHour && within(days(1)) < inboundLimits.perDay;
}
