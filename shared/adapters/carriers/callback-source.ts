import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two words are the same, in a time that tells nothing about where they differ. */
export const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

/** Whether this is the caller's word, or the one that it is being exchanged for. Both are always looked at. */
export const knowsWord = (
  given: string,
  { word, also }: { word: string; also?: string | undefined },
): boolean => [isSame(given, word), also !== undefined && isSame(given, also)].includes(true);

/**
 * Whether a caller's address is one of these (`203.0.113.7`, `203.0.113.0/24`). Gateways in Viet Nam publish none:
 * they name them on request, and until then the list is empty and the secret in the path alone opens the door.
 */
export const comesFrom = (address: string, allowed: readonly string[]): boolean => {
  if (allowed.length === 0) return true;
  if (isIP(address) === 0) return false;
  const list = new BlockList();
  for (const each of allowed) {
    const [base = '', bits] = each.split('/');
    const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(base, family);
    else list.addSubnet(base, Number(bits), family);
  }
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
};
