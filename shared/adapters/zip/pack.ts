/** Files packed into one (ZIP, PKWARE APPNOTE 6.3.10): deflated, names in UTF-8, one fixed date, so that the same files give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** The first of January 1980, the earliest that the format knows. */
const date = 0x21;
const utf8 = 0x800;
const deflated = 8;
const version = 20;

/** What the header before a file and its entry in the directory both say. */
const facts = (file: Buffer, packed: Buffer, name: Buffer): Buffer => {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(version, 0);
  said.writeUInt16LE(utf8, 2);
  said.writeUInt16LE(deflated, 4);
  said.writeUInt16LE(0, 6);
  said.writeUInt16LE(date, 8);
  said.writeUInt32LE(crc32(file), 10);
  said.writeUInt32LE(packed.length, 14);
  said.writeUInt32LE(file.length, 18);
  said.writeUInt16LE(name.length, 22);
  return said;
};

const signed = (signature: number, ...parts: Buffer[]): Buffer => {
  const begin = Buffer.alloc(4);
  begin.writeUInt32LE(signature, 0);
  return Buffer.concat([begin, ...parts]);
};

/** The files, by their names, in this order. */
export const packed = (files: Readonly<Record<string, string>>): Uint8Array => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [file, called] = [Buffer.from(text), Buffer.from(name)];
    const small = deflateRawSync(file);
    const said = facts(file, small, called);
    const whole = Buffer.concat([signed(0x04034b50, said, called), small]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    directory.push(signed(0x02014b50, Buffer.from([version, 0]), said, where, called));
    parts.push(whole);
    at += whole.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, entries, signed(0x06054b50, end)]);
};
