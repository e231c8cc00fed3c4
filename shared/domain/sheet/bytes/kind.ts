/** What a file is, by its first bytes: names lie, since provincial systems call an HTML table `.xls`. */
import { type Shut, shut } from '../file-problem.ts';

const starts = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[at] === byte);

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** The name of the stream in which Office keeps what it has encrypted, as a compound file spells it. */
const encrypted = ascii('EncryptedPackage').flatMap((byte) => [byte, 0]);

const holds = (bytes: Uint8Array, wanted: readonly number[]): boolean => {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, behind) => bytes[at + behind] === byte)) return true;
  return false;
};

/** Beginnings of what is no text and no zip: PDF, PNG, JPEG, GIF, gzip, RAR, 7z, programs. */
const others = [
  ascii('%PDF'),
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  ascii('GIF8'),
  [0x1f, 0x8b],
  ascii('Rar!'),
  ascii('7z\xbc\xaf'),
  ascii('MZ\x90'),
  [0x7f, ...ascii('ELF')],
  ascii('{\\rtf'),
  ascii('SQLite format'),
];

/** A zip, bytes of text, or a file of a kind that is not read. */
export const kindOfBytes = (bytes: Uint8Array): { ok: true; kind: 'zip' | 'text' } | Shut => {
  if (bytes.length === 0) return shut('empty');
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return { ok: true, kind: 'zip' };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return shut(holds(bytes, encrypted) ? 'password' : 'old-xls');
  // BIFF 2 to 4 stood in no compound file yet.
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1]!) && [4, 6].includes(bytes[2]!) && bytes[3] === 0)
    return shut('old-xls');
  if (starts(bytes, ...ascii('MIME-Version:'))) return shut('web-archive');
  if (others.some((wanted) => starts(bytes, ...wanted))) return shut('no-table');
  return { ok: true, kind: 'text' };
};
