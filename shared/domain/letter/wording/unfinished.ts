/** Words that no letter may bear: gaps, promises without their figure, a brace left open, a link that is none of the State's. */
import type { Sheet } from '../sheet.ts';
import type { ProblemError } from '../../values/problem-error.ts';
import { whatIsUnfinished } from '../../values/writing/unfinished.ts';

const looseBrace = /\{[^}]*$|^[^{]*\}/u;

/** Only bodies of the State may have these, so whoever trusts one in our name is not led astray; mail goes to whom it names. */
const trusted =
  /[\p{L}\p{N}_.-]+@[\p{L}\p{N}.-]+|(?:https?:\/\/)?(?:[a-z0-9-]+\.)+gov\.vn(?![\p{L}\p{N}-]|\.\p{L})/giu;
/** Narrower than in a text message: on paper `ThS.Nguyễn` opens nothing. */
const link =
  /\/\/|https?:|www\.|[\p{L}\p{N}-]\.(?:vn|com|net|org|info|biz|top|xyz|cc|io|ly|edu|gov|shop|site|online|club|link|asia|app|store|live|vip)(?![\p{L}\p{N}])/iu;

const whatIsWrong = (text: string): { code: string; message: string } | undefined =>
  whatIsUnfinished(text) ??
  (looseBrace.test(text.replaceAll(/\{[^{}]*\}/g, ''))
    ? { code: 'unfinished', message: 'Dấu { hoặc } đứng lẻ' }
    : link.test(text.replaceAll(trusted, ' '))
      ? { code: 'link', message: 'Thư không được có đường dẫn, trừ trang có đuôi .gov.vn' }
      : undefined);

/** Every text in this value that is not finished, by its place. */
export const unfinishedIn = (value: unknown, pointer = ''): ProblemError[] => {
  if (typeof value === 'string') {
    const wrong = whatIsWrong(value);
    return wrong ? [{ pointer, ...wrong }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unfinishedIn(part, `${pointer}/${name}`));
};

/** Gaps on a page that is to be printed: in its words, not in its id nor in the address behind a code. */
export const gapsOnSheet = ({ id: _id, plan, lookup, ...words }: Sheet): ProblemError[] =>
  unfinishedIn({
    ...words,
    lookup: lookup?.caption,
    ...(plan && { plan: { ...plan, link: plan.link?.caption } }),
  });
