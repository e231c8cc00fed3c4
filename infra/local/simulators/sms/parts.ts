// Counted here once more, apart from the product's own counter, so that the ledger can contradict it.
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const escaped = new Set('^{}\\[~]|€\f');

const filled = (sizes: readonly number[], room: number): number => {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
};

/**
 * SMS parts that a carrier bills (3GPP TS 23.038 and 23.040): 160 septets alone or 153 in a chain, otherwise UCS-2 with
 * 70 or 67 units. An escape pair or a surrogate pair is never torn apart between two parts.
 */
export const countParts = (text: string): number => {
  const characters = Array.from(text);
  const septets = characters.every((character) => basic.has(character) || escaped.has(character));
  const sizes = characters.map((character) =>
    septets ? (escaped.has(character) ? 2 : 1) : character.length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, chained] = septets ? [160, 153] : [70, 67];
  return total <= alone ? 1 : filled(sizes, chained);
};
