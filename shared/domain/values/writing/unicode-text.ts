/** Controls, zero-width and direction marks, soft hyphens, variation selectors: nothing a reader sees. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{DI}]/gu;
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const breaks = /\r\n?|[\u0085\u2028\u2029]/g;
const beyond = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/**
 * Accented text as it is sent: composed (NFC), since decomposed letters cost twice, and without what nobody sees.
 * Characters outside the basic plane, such as emoji, are left out and counted: gateways break them, and a pair at
 * a seam would cost a part more than was promised.
 */
export function composed(text: string): { text: string; lost: number } {
  const basic = text.replace(beyond, '');
  const visible = basic.replace(/\t/g, ' ').replace(breaks, '\n').replace(unseen, '').replace(spaces, ' ');
  return { text: visible.normalize('NFC'), lost: basic === text ? 0 : (text.match(beyond)?.length ?? 0) };
}
