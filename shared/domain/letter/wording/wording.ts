/**
 * The words of the letters as versioned data. What ships is a draft; a letter goes out only with a wording that its
 * ward has read, changed where it liked, and approved.
 */
import * as z from 'zod';
import drafted from './drafts-2026-12-01.json' with { type: 'json' };
import insertsDrafted from './inserts-2026-12-01.json' with { type: 'json' };
import type { LetterKind } from '../content.ts';
import { PrintedText } from './printed-text.ts';

const everywhere = ['agency', 'desk', 'phone', 'recipient'] as const;

/** The facts that a wording of each kind may name in braces. */
const placeholders = {
  birth: [...everywhere, 'childName', 'bornOn', 'healthStationPhone'],
  marriage: [...everywhere, 'firstSpouse', 'secondSpouse', 'marriedOn', 'pronoun'],
  condolence: [...everywhere, 'deceased', 'diedOn'],
  apology: [
    ...everywhere,
    'dossierCode',
    'procedure',
    'receivedOn',
    'oldDueAt',
    'newDueAt',
    'unit',
    'reason',
    'returnPlace',
  ],
  'funeral-support': everywhere,
} as const satisfies Record<LetterKind, readonly string[]>;

/** The facts without which a letter of each kind does not say what it is about, or promises nothing. */
const needed = {
  birth: ['childName'],
  marriage: ['firstSpouse', 'secondSpouse'],
  condolence: ['deceased'],
  apology: ['dossierCode', 'newDueAt'],
  'funeral-support': [],
} as const satisfies Record<LetterKind, readonly string[]>;

/** What an officer calls a letter of each kind. */
const called = {
  birth: 'Thư chúc mừng khai sinh',
  marriage: 'Thư chúc mừng kết hôn',
  condolence: 'Thư chia buồn',
  apology: 'Văn bản xin lỗi',
  'funeral-support': 'Tờ hướng dẫn sau khai tử',
} as const satisfies Record<LetterKind, string>;

const named = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);

const Wording = z.strictObject({
  approved: z.boolean(),
  heading: PrintedText,
  subheading: PrintedText.optional(),
  addressee: PrintedText.optional(),
  paragraphs: z.array(PrintedText).min(1),
  facts: z.record(z.string(), PrintedText).default({}),
  afterFacts: z.array(PrintedText).default([]),
  /** Where the office can be reached; small print on a card. */
  help: PrintedText.optional(),
  closing: PrintedText.optional(),
  insertsHeading: PrintedText,
});
export type Wording = z.infer<typeof Wording>;

const textsOf = ({ heading, subheading, addressee, help, closing, ...more }: Wording): string[] =>
  [heading, subheading, addressee, help, closing, more.paragraphs, Object.values(more.facts), more.afterFacts]
    .flat()
    .filter((text) => text !== undefined);

/** A wording of this kind; one that names a fact its letters do not have, or leaves out one they must have, is refused. */
const wordingOf = (kind: LetterKind) =>
  Wording.superRefine((wording, context) => {
    const known: readonly string[] = placeholders[kind];
    const names = textsOf(wording).flatMap(named);
    const unknown = names.filter((name) => !known.includes(name));
    for (const name of unknown)
      context.addIssue(
        `${called[kind]} không có {${name}}; dùng được: ${known.map((one) => `{${one}}`).join(', ')}`,
      );
    const missing = needed[kind].filter((name) => !names.includes(name));
    for (const name of missing) context.addIssue(`${called[kind]} phải có {${name}}`);
  });

/** One wording for each kind; a ward's own copy has the same shape, and a slip in a placeholder is refused here. */
export const Wordings = z.strictObject({
  version: z.iso.date(),
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
  wordings: z.strictObject({
    birth: wordingOf('birth'),
    marriage: wordingOf('marriage'),
    condolence: wordingOf('condolence'),
    apology: wordingOf('apology'),
    'funeral-support': wordingOf('funeral-support'),
  }),
});
export type Wordings = z.infer<typeof Wordings>;

/** A ward's own copies, as many as it has made: what it has not copied it has not approved. */
export const WardWordings = Wordings.shape.wordings.partial();
export type WardWordings = z.infer<typeof WardWordings>;

export const Insert = z.strictObject({
  id: z.string(),
  for: z.enum(['birth', 'marriage', 'funeral-support']),
  approved: z.boolean(),
  title: PrintedText,
  text: PrintedText,
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
});
export const InsertLibrary = z.strictObject({ version: z.iso.date(), inserts: z.array(Insert) });
export type InsertLibrary = z.infer<typeof InsertLibrary>;

export const draftWordings: Wordings = Wordings.parse(drafted);
export const draftInserts: InsertLibrary = InsertLibrary.parse(insertsDrafted);

/** The facts, by placeholder; a fact that this letter does not have is absent. */
export type WordingFields = Partial<Record<(typeof placeholders)[LetterKind][number], string>>;

/** The text with its facts, or nothing when it names a fact that this letter does not have. */
export const fill = (text: string, fields: WordingFields): string | undefined => {
  const values = new Map(Object.entries(fields));
  if (named(text).some((name) => !values.get(name))) return undefined;
  return text.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => values.get(name)!);
};
