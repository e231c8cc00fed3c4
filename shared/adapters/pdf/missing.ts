/** How the compiler says, for each run of text, that the typeface does not have it. */
const complaint = /the text `\\?"(.+?)\\?"` could not be displayed with font/g;

const unescape = (text: string): string =>
  text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** What the compiler complained of: the addon puts it into the error's code, its message may be empty. */
export const complaintsOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : String(error);

/**
 * The characters that stopped the letter, each once, or nothing when it failed for another reason: that one is a fault
 * of ours and is thrown.
 */
export const missingIn = (complaints: string): string[] | undefined => {
  const found = [...complaints.matchAll(complaint)].flatMap(([, text]) => Array.from(unescape(text!)));
  return found.length > 0 ? [...new Set(found)] : undefined;
};
