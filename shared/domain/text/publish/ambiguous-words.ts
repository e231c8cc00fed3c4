import * as z from 'zod';
import { toAscii } from '../ascii.ts';
import { readBody } from '../template-syntax.ts';
import listed from './ambiguous-words-2026.json' with { type: 'json' };

/**
 * Words that read two ways once their accents are gone, as data with its date, source and confidence: what each can be
 * read as, what to write instead, and the only phrases in which it has one meaning (`#` is a number or a field).
 */
const AmbiguousWords = z.strictObject({
  version: z.iso.date(),
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
  words: z.array(
    z.strictObject({
      word: z.string(),
      readings: z.string(),
      instead: z.string(),
      in: z.array(z.string()).optional(),
    }),
  ),
});

const whole = (phrase: string): RegExp =>
  new RegExp(`(?<![a-z0-9#])${phrase.replaceAll('/', '\\/')}(?![a-z0-9#])`, 'g');

const words = AmbiguousWords.parse(listed).words.map(({ word, in: phrases = [], ...rest }) => ({
  ...rest,
  word,
  found: whole(word),
  // The longest first: what is left of a phrase would be a word by itself.
  phrases: phrases.toSorted((one, other) => other.length - one.length).map(whole),
}));

/** A body as its reader meets it: no accents, small letters, a field or a number as `#`. */
const asRead = (body: string): string =>
  toAscii(
    readBody(body)
      .tokens.map((token) => ('field' in token ? ' # ' : token.words))
      .join(''),
  )
    .text.toLowerCase()
    .replaceAll(/\d[\d:./-]*/g, '#')
    .replaceAll(/[.;!?()]/g, ' | ')
    .replaceAll(/\s+/g, ' ');

/** What in a Vietnamese body reads two ways as it is sent: the word, what it can be read as, what to write instead. */
export const ambiguousIn = (body: string): string[] => {
  const text = asRead(body);
  return words.flatMap(({ word, readings, instead, found, phrases }) => {
    const rest = phrases.reduce((left, phrase) => left.replaceAll(phrase, '|'), text);
    return rest.search(found) === -1 ? [] : [`“${word}” (${readings}); xin viết: ${instead}`];
  });
};
