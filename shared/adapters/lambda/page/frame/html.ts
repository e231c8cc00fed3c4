/** Markup that is safe by construction: whatever is put into it is text, unless it was made here. */

const made = Symbol('html');

export type Html = { readonly [made]: string };
type Part = Html | string | number | false | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const isHtml = (part: Part): part is Html => typeof part === 'object' && made in part;
const isList = (part: Part): part is readonly Part[] => Array.isArray(part);

const written = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (isList(part)) return part.map(written).join('');
  if (isHtml(part)) return part[made];
  return String(part).replace(/[&<>"']/g, (character) => entities[character] as string);
};

/** A piece of a page. Values are escaped for text and for attributes in double quotes, the only ones there are. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  [made]: texts.map((text, index) => text + written(parts[index])).join(''),
});

/** The text of a piece, to be sent. */
export const pageText = (piece: Html): string => piece[made];

/** An address of our own: what is put into it is one segment or value, so that nothing leads elsewhere. */
export const address = (texts: TemplateStringsArray, ...values: readonly string[]): string =>
  texts
    .map((text, index) => text + (index < values.length ? encodeURIComponent(values[index]!) : ''))
    .join('');
