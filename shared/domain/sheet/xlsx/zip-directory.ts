/** The directory of a zip, judged before anything in it is inflated: what it declares is what it may cost. */
import { type Shut, shut } from '../file-problem.ts';

/** One file in a zip. Offsets and sizes in bytes; `size` is what it will be when inflated. */
export type ZipEntry = {
  name: string;
  method: 'stored' | 'deflated';
  from: number;
  packed: number;
  size: number;
};

/** A workbook with pictures and a dozen sheets has some eighty. */
const entriesAtMost = 200;
/** What all of it may declare to be. 20,000 dossiers are about 30 MB. */
const bytesAtMost = 96 * 1024 * 1024;
/** XML of sheets packs to a fortieth at best; small files may do better. */
const ratioAtMost = 250;
const smallEntry = 1024 * 1024;

const endMark = 0x06_05_4b_50;
const entryMark = 0x02_01_4b_50;
const localMark = 0x04_03_4b_50;

/** Its comment is at most so long. */
const endAtMost = 22 + 0xff_ff;

const endOf = (view: DataView): number => {
  const earliest = Math.max(0, view.byteLength - endAtMost);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  return -1;
};

/** A name that leads out of the workbook, or that no workbook has. */
const isStrange = (name: string): boolean =>
  name === '' || name.length > 200 || /^[/\\]|^[A-Za-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(name);

/** Where the bytes of an entry begin, behind its own heading; nothing where none stands there. */
const bytesBehind = (view: DataView, local: number): number | undefined =>
  local + 30 > view.byteLength || view.getUint32(local, true) !== localMark
    ? undefined
    : local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);

const names = new TextDecoder('utf-8');

/** Reads the entry whose row of the directory begins at `at`. */
const entryAt = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } | 'zip-broken' | 'zip-suspicious' | 'password' => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return 'zip-broken';
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const from = bytesBehind(view, view.getUint32(at + 42, true));
  if ((flags & 1) === 1) return 'password';
  if (isStrange(name) || (method !== 0 && method !== 8) || (method === 0 && packed !== size))
    return 'zip-suspicious';
  if (size > smallEntry && size > packed * ratioAtMost) return 'zip-suspicious';
  if (from === undefined || from + packed > view.byteLength) return 'zip-broken';
  return { entry: { name, method: method === 0 ? 'stored' : 'deflated', from, packed, size }, next };
};

/** Entries that share bytes are how a small zip becomes a large one. */
const overlap = (entries: readonly ZipEntry[]): boolean => {
  const inOrder = entries.filter(({ packed }) => packed > 0).toSorted((one, other) => one.from - other.from);
  return inOrder.some((entry, at) => at > 0 && inOrder[at - 1]!.from + inOrder[at - 1]!.packed > entry.from);
};

/** What is in a zip, by name, or why it stays shut. Folders are left out. */
export const directoryOf = (
  bytes: Uint8Array,
): { ok: true; entries: ReadonlyMap<string, ZipEntry> } | Shut => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return shut('zip-broken');
  const many = view.getUint16(end + 10, true);
  if (many > entriesAtMost) return shut('zip-suspicious');
  const entries: ZipEntry[] = [];
  for (let at = view.getUint32(end + 16, true), read = 0; read < many; read += 1) {
    const found = entryAt(bytes, view, at);
    if (typeof found === 'string') return shut(found);
    at = found.next;
    if (!found.entry.name.endsWith('/')) entries.push(found.entry);
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  return declared > bytesAtMost || byName.size < entries.length || overlap(entries)
    ? shut('zip-suspicious')
    : { ok: true, entries: byName };
};
