import { e164 } from '../../../domain/phone/read-phone.ts';
import type { Marks } from '../../../domain/rights/erasure.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { fromItem, type Item } from '../item.ts';
import type { Held } from './kinds.ts';

/** Runs of digits that may be a phone, as people write one; two beside each other are tried apart and together. */
const phoneLike = /\(?\+?\d[\d\s().\-·]{6,22}\d/g;

/** Whether a text names one of these phones in any spelling, itself or inside a sentence. */
const namesPhone = (text: string, phones: ReadonlySet<string>, vault: Vault): boolean =>
  [...text.matchAll(phoneLike)].some(([written]) => {
    const digits = written.replaceAll(/\D/g, '');
    const pieces = [written, ...written.split(/\s{2,}|[()]/), ...windowsOf(digits)];
    return pieces.some((piece) => {
      const phone = e164(piece);
      return phone !== undefined && phones.has(vault.hash(phone));
    });
  });

/** Every ten digits of a longer run: two numbers written as one hide neither. */
const windowsOf = (digits: string): string[] =>
  digits.length <= 11
    ? []
    : Array.from({ length: Math.min(digits.length, 40) - 9 }, (_, from) => digits.slice(from, from + 10));

const bounded = (id: string): string =>
  `(?<![\\p{L}\\p{N}])${id.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`;

/** Everything that is somebody's in one ward: hashes by which it was asked for, and the ids that follow from them. */
export type Whose = {
  ward: Ward;
  phones: ReadonlySet<string>;
  codeHashes: ReadonlySet<string>;
  codes: Set<string>;
  letters: Set<string>;
  jobs: Set<string>;
};

export const whoseOf = (ward: Ward, { phones, dossiers }: Marks): Whose => ({
  ward,
  phones: new Set(phones),
  codeHashes: new Set(dossiers),
  codes: new Set(),
  letters: new Set(),
  jobs: new Set(),
});

/** The ward that an item's key or its open fields name; undefined where it belongs to none, as a receipt. */
const wardOf = (item: Item): string | undefined =>
  /^[A-Z-]+#(\d{5})(?:[#_]|$)/.exec(item['pk']?.S ?? '')?.[1] ??
  item['ward']?.S ??
  item['manifest']?.M?.['ward']?.S;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Takes from a dossier, an event, a letter or a job what else is this person's. Kinds have to come in this order. */
export const learn = (whose: Whose, item: Item, { read }: Held, vault: Vault): void => {
  if (wardOf(item) !== whose.ward) return;
  const whole = read(item, vault) as Record<string, unknown>;
  const [code, letter, jobId, id] = [
    textOf(whole['code'] ?? whole['dossierCode']),
    textOf(whole['letter']),
    textOf(whole['jobId']),
    textOf(whole['id']),
  ];
  const isTheirs =
    whose.codes.has(code) ||
    whose.letters.has(letter) ||
    (code !== '' && whose.codeHashes.has(vault.hash(code))) ||
    (item['kind']?.S !== 'letter' && namesPhone(JSON.stringify(whole), whose.phones, vault));
  if (!isTheirs) return;
  if (code !== '') whose.codes.add(code);
  if (item['kind']?.S === 'letter') whose.letters.add(id);
  for (const decided of (whole['lettersDecided'] as string[] | undefined) ?? []) whose.letters.add(decided);
  if (jobId !== '') whose.jobs.add(jobId);
};

/** The question whether an item is about this person: by its ids, by the hash that it lies under, by a phone in its words. */
export const isAbout = (whose: Whose, vault: Vault) => {
  const { codes, letters, jobs, phones } = whose;
  const ids = [...codes, ...letters, ...jobs];
  const named = ids.length === 0 ? undefined : new RegExp(ids.map(bounded).join('|'), 'u');
  const marks = [
    ...phones,
    ...[...codes].flatMap((code) => [
      vault.hash(`dossier ${code}`),
      vault.hash(`phone check ${whose.ward} ${code}`),
    ]),
    ...[...letters].map((letter) => vault.hash(`letter ${letter}`)),
  ];
  const theirs = new Set([...phones, ...whose.codeHashes, ...[...codes].map((code) => vault.hash(code))]);
  return (item: Item, held: Held): boolean => {
    const ward = wardOf(item);
    if (ward !== undefined && ward !== whose.ward) return false;
    const { pk = '', sk = '', ...plain } = fromItem(item);
    const key = `${String(pk)} ${String(sk)}`;
    if (marks.some((mark) => key.endsWith(`#${mark} ${String(sk)}`))) return true;
    const isTraces = item['kind']?.S === 'person';
    const isList = item['kind']?.S === 'manifest' || item['kind']?.S === 'confirmation';
    if (!isList && named?.test(`${key} ${JSON.stringify(plain)}`)) return true;
    const whole = held.read(item, vault);
    if (isTraces)
      return (whole as { traces: { letterId: string }[] }).traces.some(({ letterId }) =>
        letters.has(letterId),
      );
    if (item['kind']?.S === 'person-request') {
      const asked = (whole as { marks: Marks }).marks;
      if ([...asked.phones, ...asked.dossiers].some((mark) => theirs.has(mark))) return true;
    }
    const text = JSON.stringify(whole);
    return (!isList && named?.test(text)) || namesPhone(text, phones, vault);
  };
};
