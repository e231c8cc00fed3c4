/** Bytes that should be text in UTF-8. A letter that is lost here would stand as a sign on a condolence, so none is guessed. */

export type ReadText = { ok: true; text: string } | { ok: false; why: 'utf-16' | 'not-utf-8' };

/** What is wrong, and what to do about it, in the words that an officer reads, and for programs' people. */
export const notUtf8 = {
  'utf-16': {
    vi: 'Tệp đang ở dạng UTF-16; xin lưu lại dạng UTF-8 rồi gửi lại.',
    en: 'The text is in UTF-16; please save it as UTF-8 and send it again.',
  },
  'not-utf-8': {
    vi: 'Nội dung không phải UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258); xin chuyển sang UTF-8 rồi gửi lại.',
    en: 'The text is not UTF-8 (it may be TCVN3, VNI or Windows-1258); please convert it and send it again.',
  },
} as const;

/** How much of a text shows whether every other byte is nothing. */
const sample = 200;

/** A mark of UTF-16, or Latin letters with a zero byte before or behind each. */
const isUtf16 = (bytes: Uint8Array): boolean => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const seen = bytes.subarray(0, sample);
  const zeroes = seen.filter((byte) => byte === 0).length;
  return seen.length >= 2 && zeroes * 3 >= seen.length;
};

/** The text of these bytes without its byte order mark, or why they are none. */
export const readUtf8 = (bytes: Uint8Array): ReadText => {
  if (isUtf16(bytes)) return { ok: false, why: 'utf-16' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, why: 'not-utf-8' };
  }
};
