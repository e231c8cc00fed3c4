import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUtf8 } from '../../../../shared/domain/values/wire/read-utf8.ts';

describe('the bytes of a text', () => {
  it('are read as they were written, a byte order mark or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('L', 'ê', 'ế', 'ạ', '{"', '\n', '😀')), (letters) => {
        const text = letters.join('');
        expect(readUtf8(Buffer.from(text))).toEqual({ ok: true, text });
        expect(readUtf8(Buffer.from(`\uFEFF${text}`))).toEqual({ ok: true, text });
      }),
    );
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFF{"a":"Nguyễn"}', 'utf16le'), 'utf-16'],
    ['UTF-16 without a mark', Buffer.from('{"events":[{"eventId":"1"}]}', 'utf16le'), 'utf-16'],
    ['UTF-16, the other way round', Buffer.from('\uFEFF{"a":"b"}', 'utf16le').swap16(), 'utf-16'],
    ['one byte a letter', Buffer.from('Nguyên Vãn', 'latin1'), 'not-utf-8'],
    ['a letter cut in the middle', Buffer.from('Lê').subarray(0, 2), 'not-utf-8'],
  ])('are called by their name when they are %s', (_, bytes, why) => {
    expect(readUtf8(bytes)).toEqual({ ok: false, why });
  });
});
