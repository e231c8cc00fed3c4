import * as z from 'zod';

/** `units` are septets in GSM-7 and UTF-16 code units in UCS-2; a carrier bills `parts`. */
export const SmsMeasure = z.strictObject({
  encoding: z.enum(['GSM-7', 'UCS-2']),
  units: z.int().nonnegative(),
  parts: z.int().nonnegative(),
});
export type SmsMeasure = z.infer<typeof SmsMeasure>;

/** The default alphabet and its extension table (3GPP TS 23.038, 6.2.1): an extended character costs an escape too. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

const septets = new Uint8Array(65536);
for (const character of basic) septets[character.charCodeAt(0)] = 1;
for (const character of extended) septets[character.charCodeAt(0)] = 2;

/** Units in a lone message, and in each part of a longer one, where six octets go to the header (3GPP TS 23.040). */
const capacity = {
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
} as const;

/** How many parts a text of so many units takes when none of its characters can straddle a seam. */
export function partsOf(encoding: SmsMeasure['encoding'], units: number): number {
  const { alone, joined } = capacity[encoding];
  if (units === 0) return 0;
  return units <= alone ? 1 : Math.ceil(units / joined);
}

/** The most units that so many parts hold. */
export const unitsIn = (encoding: SmsMeasure['encoding'], parts: number): number =>
  parts === 1 ? capacity[encoding].alone : parts * capacity[encoding].joined;

/**
 * What a text costs as an SMS. Neither an escape pair nor a surrogate pair is split over two parts, so a part may
 * hold 152 septets or 66 code units. An empty text has no parts.
 */
export function measureSms(text: string): SmsMeasure {
  let units = 0;
  for (let at = 0; at < text.length; at += 1) {
    const cost = septets[text.charCodeAt(at)];
    if (cost === 0) return { encoding: 'UCS-2', units: text.length, parts: ucs2Parts(text) };
    units += cost as number;
  }
  const seamless = units === text.length || units <= capacity['GSM-7'].alone;
  return { encoding: 'GSM-7', units, parts: seamless ? partsOf('GSM-7', units) : gsmParts(text) };
}

function gsmParts(text: string): number {
  let parts = 1;
  let used = 0;
  for (let at = 0; at < text.length; at += 1) {
    const cost = septets[text.charCodeAt(at)] as number;
    used += cost;
    if (used > capacity['GSM-7'].joined) {
      parts += 1;
      used = cost;
    }
  }
  return parts;
}

function ucs2Parts(text: string): number {
  if (text.length <= capacity['UCS-2'].alone) return 1;
  let parts = 0;
  for (let end = 0; end < text.length; parts += 1) {
    end += capacity['UCS-2'].joined;
    const high = text.charCodeAt(end - 1) & 0xfc00;
    if (high === 0xd800 && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end -= 1;
  }
  return parts;
}
