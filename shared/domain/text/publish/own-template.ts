/**
 * A ward's own words for a purpose. The ward writes the two bodies; the fields and their limits stay ours, so that a
 * ward can change how something is said but never what a citizen has to learn, and no value reaches a text that we do
 * not have.
 */
import * as z from 'zod';
import { hasLink } from '../../values/writing/links.ts';
import { canonical } from '../../values/writing/canonical.ts';
import { Instant } from '../../values/instant.ts';
import { ambiguousIn } from './ambiguous-words.ts';
import { publishTemplate } from './publish-template.ts';
import { SmsTemplate, TemplateDraft } from '../sms-template.ts';
import { type SmsPurpose, smsPurposes, smsTemplateFor, type TextStyle } from '../texts/all.ts';
import type { TemplateProblem } from './template-problem.ts';
import { fieldNamesIn, readBody } from '../template-syntax.ts';
import { whatIsUnfinished } from '../../values/writing/unfinished.ts';
import type { Ward } from '../../values/ward.ts';

/** Version 1 of every text is ours; a ward's own begin here. */
export const firstOwnVersion = 2;

/** What an officer hands in. Without a version it becomes the next one; without `maxParts` it may cost what ours does. */
export const OwnDraft = TemplateDraft.pick({ bodies: true, provider: true }).extend({
  key: z.enum(smsPurposes),
  version: z.int().min(firstOwnVersion).optional(),
  accents: z.boolean().default(false),
  maxParts: TemplateDraft.shape.maxParts.optional(),
});
export type OwnDraft = z.infer<typeof OwnDraft>;

/** A ward's published version: never changed again. The bodies are kept as they were written, for the next version. */
export const OwnTemplate = SmsTemplate.extend({
  key: z.enum(smsPurposes),
  bodies: TemplateDraft.shape.bodies,
  publishedAt: Instant,
});
export type OwnTemplate = z.infer<typeof OwnTemplate>;

/** What the words of a purpose may cost unless the draft says otherwise. */
const usualParts = (key: SmsPurpose, accents: boolean): number => smsTemplateFor(key, { accents }).maxParts;

/** Gaps in a body, and promises whose figure no field brings: each field counts as a figure, each condition as met. */
const unfinishedIn = (body: string): string[] => {
  const said = readBody(body).tokens.map((token) => ('field' in token ? '0' : token.words));
  const found = whatIsUnfinished(said.join(''));
  return found ? [found.message] : [];
};

/** Eight digits and more, however they are parted: somebody's number to ring or to pay to. */
const longNumber = /(?<!\d)\d(?:[ .()-]{0,2}\d){7,}/g;
/** A dossier's code, which an example may show. */
const dossierCode = /\p{Lu}\d{2}[\d.]*-\d{6}-\d{4,}/gu;
/** Sums in thousands, `1.000.000.000`, and days, `01-12-2026`, are none. */
const noNumber = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,2}[.-]\d{1,2}[.-]\d{4})$/;

/** Numbers that stand in the words themselves: the office's own comes from its settings, and nobody asks for money by SMS. */
const numbersIn = (body: string): string[] =>
  readBody(body)
    .tokens.flatMap((token) =>
      'field' in token ? [] : [...token.words.replaceAll(dossierCode, ' ').matchAll(longNumber)],
    )
    .map(([number]) => number.trim())
    .filter((number) => !noNumber.test(number));

/** Nobody puts a space before a stop, but who wants a link to be read by people and not by us. */
const spacedLinkIn = (body: string): boolean => {
  const words = readBody(body)
    .tokens.map((token) => ('field' in token ? '|' : token.words))
    .join('');
  return !hasLink(words) && hasLink(words.replaceAll(/\s+\.\s*/g, '.'));
};

/** Checks a ward's draft and freezes it under this version, or says everything that is wrong with it. */
export const publishOwn = (
  { key, accents, maxParts = usualParts(key, accents), bodies, provider }: OwnDraft,
  version: number,
  publishedAt: Instant,
): { ok: true; template: OwnTemplate } | { ok: false; problems: TemplateProblem[] } => {
  const used = new Set(Object.values(bodies).flatMap((body) => fieldNamesIn(readBody(body).tokens)));
  const ours = smsTemplateFor(key).fields;
  const leftOut = ours.filter(({ name, required }) => required && !used.has(name));
  const fields = Object.fromEntries(
    ours.filter(({ name }) => used.has(name)).map(({ name, ...rule }) => [name, rule]),
  );
  const draft = { key, version, accents, maxParts, bodies, fields, ...(provider && { provider }) };
  const published = publishTemplate(draft);
  const problems = [
    ...leftOut.map(({ name }) => ({ problem: 'field-left-out', field: name }) as const),
    ...(accents ? [] : ambiguousIn(bodies.vi)).map(
      (detail) => ({ problem: 'ambiguous-words', language: 'vi', detail }) as const,
    ),
    ...(['vi', 'en'] as const).flatMap((language) =>
      unfinishedIn(bodies[language]).map((detail) => ({ problem: 'unfinished', language, detail }) as const),
    ),
    ...(['vi', 'en'] as const).flatMap((language) =>
      numbersIn(bodies[language]).map((detail) => ({ problem: 'number', language, detail }) as const),
    ),
    ...(['vi', 'en'] as const)
      .filter((language) => spacedLinkIn(bodies[language]))
      .map((language) => ({ problem: 'link', language }) as const),
    ...(published.ok ? [] : published.problems),
  ];
  if (problems.length > 0 || !published.ok) return { ok: false, problems };
  return { ok: true, template: { ...published.template, key, bodies, publishedAt } };
};

/** What an officer would hand in to have this very version. */
export const ownDraftOf = ({ key, version, accents, maxParts, bodies, provider }: OwnTemplate): OwnDraft => ({
  key,
  version,
  accents,
  maxParts,
  bodies,
  ...(provider && { provider }),
});

/** Whether two versions say the same. */
export const sameWords = (one: OwnTemplate, other: OwnTemplate): boolean => {
  const words = ({ version: _version, publishedAt: _at, ...rest }: OwnTemplate) => rest;
  return canonical(words(one)) === canonical(words(other));
};

/** The newest version of a text that a ward published. */
export const newestOf = (published: readonly OwnTemplate[], key: SmsPurpose): OwnTemplate | undefined =>
  published
    .filter((template) => template.key === key)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);

/**
 * What a ward says a purpose with: the newest version it published, accented or not as that version was written; else
 * our own text, as the ward chose to have it worded.
 */
export const templateOf = (
  published: readonly OwnTemplate[],
  purpose: SmsPurpose,
  wording: TextStyle = {},
): SmsTemplate => newestOf(published, purpose) ?? smsTemplateFor(purpose, wording);

/** The texts that ward offices wrote themselves. A version is immutable: a notification says which one it was. */
export interface Templates {
  /** Every version of every text of this ward, in no order. */
  all(ward: Ward): Promise<OwnTemplate[]>;
  /** Keeps a version, unless the ward has one of this number for this key. */
  publish(ward: Ward, template: OwnTemplate): Promise<'published' | 'exists'>;
}
