/** XML and HTML as a run of tags and text: enough for the sheets in which they lie, forgiving, and never slower than long. */

export type Tag = {
  /** In small letters and without its prefix: `x:row` is `row`. */
  name: string;
  kind: 'open' | 'close' | 'alone';
  attributes: string;
};
export type MarkupPiece = { tag: Tag } | { text: string };

const named = new Map([
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' }),
  ...Object.entries({ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' }).flatMap(
    ([name, mark]) =>
      Array.from('aeiouyAEIOUY', (letter): [string, string] => [
        letter + name,
        (letter + mark).normalize('NFC'),
      ]),
  ),
]);

const codePoint = (code: number): string =>
  code > 0 && code <= 0x10_ff_ff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : '\ufffd';

/** Text with its entities as letters; what is none stays as it is. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,8}));/g, (whole, decimal, hex, name) =>
        decimal !== undefined
          ? codePoint(Number(decimal))
          : hex !== undefined
            ? codePoint(Number.parseInt(hex as string, 16))
            : (named.get(name as string) ?? whole),
      )
    : text;

/** An attribute by its name without prefix, whatever quotes it has, or none. */
export const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : unescaped(value);
};

/** Longer ones are an attribute whose quote was never closed. */
const longestAttribute = 2000;

/** Where a tag ends; a `>` inside quotes does not end it, unless the quotes never do. */
const endOfTag = (markup: string, from: number): number => {
  let at = from;
  for (;;) {
    const end = markup.indexOf('>', at);
    if (end < 0) return -1;
    const open = markup.slice(at, end).search(/["']/);
    if (open < 0) return end;
    const inside = at + open + 1;
    const close = markup.slice(inside, inside + longestAttribute).indexOf(markup[inside - 1]!);
    if (close < 0) return end;
    at = inside + close + 1;
  }
};

const tagOf = (inside: string): Tag | undefined => {
  const written = /^(\/?)\s*(?:[\w.-]+:)?([\w.-]+)/.exec(inside);
  if (written === null) return undefined;
  const kind = written[1] === '/' ? 'close' : inside.endsWith('/') ? 'alone' : 'open';
  return { name: written[2]!.toLowerCase(), kind, attributes: inside.slice(written[0].length) };
};

/** What the letters between these tags are is no text for anybody. */
const unread = new Set(['script', 'style']);

const behind = (markup: string, sign: string, from: number): number => {
  const at = markup.indexOf(sign, from);
  return at < 0 ? markup.length : at + sign.length;
};

/** The pieces in order; comments, declarations and instructions are none. */
export function* piecesOf(markup: string): Generator<MarkupPiece> {
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open > at || open < 0) yield { text: unescaped(markup.slice(at, open < 0 ? undefined : open)) };
    if (open < 0) return;
    if (markup.startsWith('<!--', open)) at = behind(markup, '-->', open);
    else if (markup.startsWith('<![CDATA[', open)) {
      at = behind(markup, ']]>', open);
      yield { text: markup.slice(open + 9, at - 3) };
    } else {
      const end = endOfTag(markup, open + 1);
      if (end < 0) return;
      const tag = tagOf(markup.slice(open + 1, end));
      at = end + 1;
      if (tag === undefined) continue;
      yield { tag };
      if (unread.has(tag.name) && tag.kind === 'open') at = closing(markup, tag.name, at);
    }
  }
}

const closing = (markup: string, name: string, from: number): number => {
  const found = new RegExp(`</${name}`, 'i');
  const at = markup.slice(from).search(found);
  return at < 0 ? markup.length : from + at;
};
