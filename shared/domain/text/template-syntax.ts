/** A body read: words, a field, or words behind a flag; `broken` when a double bracket is left over. */
export type Token = { words: string } | { field: string } | { flag: string; words: string };

const placeholder = /\(\(([^()]+)\)\)/g;
const condition = /^\s*(\w+)\s*\?\?(.*)$/s;

/**
 * Reads `((field))` and `((flag??text))`. A placeholder has no brackets inside, so `(((field)))` is the field in
 * round brackets, and conditions do not nest.
 */
export function readBody(body: string): { tokens: Token[]; broken: boolean } {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of body.matchAll(placeholder)) {
    if (match.index > end) tokens.push({ words: body.slice(end, match.index) });
    tokens.push(readPlaceholder(match[1] as string));
    end = match.index + match[0].length;
  }
  if (end < body.length) tokens.push({ words: body.slice(end) });
  const words = tokens.map((token) => ('field' in token ? '' : token.words)).join('\0');
  return { tokens, broken: /\(\(|\)\)|\?\?/.test(words) };
}

function readPlaceholder(inner: string): Token {
  const [, flag, words] = condition.exec(inner) ?? [];
  return flag === undefined || words === undefined ? { field: inner.trim() } : { flag, words };
}

/** The names that a body mentions, each once, in order. */
export const fieldNamesIn = (tokens: readonly Token[]): string[] => [
  ...new Set(
    tokens.flatMap((token) => ('field' in token ? [token.field] : 'flag' in token ? [token.flag] : [])),
  ),
];
