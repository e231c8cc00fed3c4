import { deflateRawSync } from 'node:zlib';

/** One part of a zip; `lies` are what its directory says instead of the truth. */
export type Part = {
  name: string;
  content: string | Uint8Array;
  stored?: true;
  lies?: { size?: number; flags?: number; method?: number };
};

const two = (value: number) => Uint8Array.of(value & 0xff, value >> 8);
const four = (value: number) =>
  Uint8Array.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24);

/** A zip as spreadsheets write it; checksums are zero, since nobody here reads them. */
export const aZip = (parts: readonly Part[]): Uint8Array => {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, stored, lies = {} } of parts) {
    const plain = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = stored ? plain : deflateRawSync(plain);
    const named = Buffer.from(name);
    const { flags = 0, method = stored ? 0 : 8, size = plain.length } = lies;
    const shared = [
      two(flags),
      two(method),
      four(0),
      four(0),
      four(packed.length),
      four(size),
      two(named.length),
      two(0),
    ];
    const heading = Buffer.concat([four(0x04034b50), two(20), ...shared, named]);
    local.push(heading, packed);
    directory.push(
      Buffer.concat([
        four(0x02014b50),
        two(20),
        two(20),
        ...shared,
        two(0),
        two(0),
        two(0),
        four(0),
        four(at),
        named,
      ]),
    );
    at += heading.length + packed.length;
  }
  const rows = Buffer.concat(directory);
  const many = two(parts.length);
  const end = [four(0x06054b50), two(0), two(0), many, many, four(rows.length), four(at), two(0)];
  return Buffer.concat([...local, rows, ...end]);
};
