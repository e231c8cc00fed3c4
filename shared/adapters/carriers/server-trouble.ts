/**
 * A machine's own trouble, told inside an answer that HTTP calls good. Gateways say 200 and then `500`, `timeout`, `system
 * busy`: whether the message was taken nobody knows, so it may not be called a refusal, or it would go out twice.
 */

/** Parts of an answer that say how it went, and parts in which such parts lie. */
const telling = /code|status|error|message|msg|reason|desc|detail|result/i;

const wordsIn = (value: unknown, depth = 0): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): string[] => {
    if (typeof part === 'object' && depth < 1) return wordsIn(part, depth + 1);
    if (!telling.test(name)) return [];
    return typeof part === 'string' || typeof part === 'number' ? [plain(String(part))] : [];
  });
};

/** Without accents and in small letters: gateways write both ways. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();

const tooMany =
  /^429$|too.?many|rate.?limit|quota|throttl|vuot (?:qua )?(?:han muc|gioi han|so luong)|qua nhieu/;
const failing = new RegExp(
  [
    '^(?:5\\d\\d|408)$',
    'time.?out|timed out|internal|unavailable|maintenance|exception|try again later|thu lai sau',
    '(?:system|server|service|gateway).{0,12}(?:busy|error|fail|down)|bad gateway',
    'loi (?:he thong|may chu|noi bo)|(?:he thong|may chu).{0,12}(?:ban|loi|gian doan|bao tri|qua tai)',
  ].join('|'),
);

/** What a machine says of itself in an answer that is no yes; nothing where it speaks of what it was given. */
export const troubleIn = (value: unknown): 'too-many' | 'failing' | undefined => {
  const words = wordsIn(value);
  if (words.some((said) => failing.test(said))) return 'failing';
  return words.some((said) => tooMany.test(said)) ? 'too-many' : undefined;
};
