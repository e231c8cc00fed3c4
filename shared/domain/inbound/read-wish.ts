import { toAscii } from '../text/ascii.ts';
import { type Instant, between, days, hours } from '../values/instant.ts';
import { type E164, readPhone } from '../phone/read-phone.ts';

/** What a citizen's message to us asks for. Whatever is not understood is a call for help. */
export type InboundQuestion =
  | { readonly asks: 'status'; readonly code: string }
  | { readonly asks: 'opt-out' | 'opt-in' | 'help' };

/**
 * Whole messages only: `HUY HEN` is not an opt-out. Bare `TC` is how advertising texts teach people to refuse, `HUY DK` how
 * services teach them to leave.
 */
const optOut = new RegExp(
  `^(?:${[
    'STOP|UNSUBSCRIBE|TC|TU ?CHOI|NGUNG|HUY(?: DK| DANG KY)?',
    '(?:HUY|TU CHOI|NGUNG)(?: NHAN)? TIN(?: NHAN)?',
    '(?:KHONG|KHONG MUON|DUNG) NHAN TIN(?: NHAN)?(?: NUA)?',
  ].join('|')})(?: HS| HO SO)?$`,
);
const optIn = /^(?:START|DK|DANG KY|NHAN TIN|NHAN LAI)(?: HS| HO SO)?$/;

const keyword = /^(?:(?:TRA ?CUU|TC|XEM)[\s:.-]*)?(?:(?:MA )?(?:HO ?SO|HS)[\s:.-]*)?/;
const codeLike = /^(?=.*\d)[A-Z0-9][A-Z0-9./-]{4,29}$/;

/** Agency identifier, day, number (`H29.26-260302-0001`, `000.00.15.H03-190515-0001`), with O typed for zero. */
const dossierCode =
  /^((?:[\dO]{3}(?:\.[\dO]{2,3}){2}\.)?)([A-Z])([\dO]{2}(?:\.[\dO]{1,4})*-(?:[\dO]{6}|[\dO]{8})-[\dO]{4,8})$/;

const longest = 320;

/**
 * Reads what a citizen sent: `HS H29.26-260302-0001` in any case, with or without accents, spaces for hyphens and
 * letters O for zeros, or the bare code. The code is put in order, not looked up.
 */
export function readInboundSms(text: string): InboundQuestion {
  if (text.length > longest) return { asks: 'help' };
  const words = toAscii(text.normalize('NFKC').replaceAll(/\p{Pd}/gu, '-'))
    .text.toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/["'()<>[\]]/g, '')
    .replace(/ ?- ?/g, '-')
    .replace(/^\s+|[\s.,!?]+$/g, '');
  if (optOut.test(words)) return { asks: 'opt-out' };
  if (optIn.test(words)) return { asks: 'opt-in' };
  const asked = words.replace(keyword, '');
  const known = dossierCode.exec(asked.replaceAll(' ', '-')) ?? dossierCode.exec(words);
  if (known) {
    const [, before, letter, after] = known as unknown as [string, string, string, string];
    return { asks: 'status', code: zeros(before) + letter + zeros(after) };
  }
  return asked !== words && codeLike.test(asked) ? { asks: 'status', code: asked } : { asks: 'help' };
}

const zeros = (digits: string): string => digits.replaceAll('O', '0');

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
