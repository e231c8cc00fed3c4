import { toAscii } from '../ascii.ts';
import { hasLink } from '../../values/writing/links.ts';
import { type SmsMeasure, partsOf, unitsIn } from '../parts.ts';
import type { Piece, SmsLanguage, TemplateDraft, TemplateField } from '../sms-template.ts';
import type { TemplateProblem } from './template-problem.ts';
import { type Token, fieldNamesIn, readBody } from '../template-syntax.ts';
import { composed } from '../../values/writing/unicode-text.ts';

const costly = /[[\]{}|\\^~€]/g;
const mostFlags = 6;

/** Stands for a field while the words around it are looked at. */
const slot = '\uffff';

/** A field right beside a letter, a dot or another field could make a link, or a word, that nobody checked. */
const touching = new RegExp(`[^\\s("':]${slot}|${slot}(?!$|[\\s),;:!?"'%]|[.](?:\\s|$))`);

export type PublishedBody = {
  readonly names: readonly string[];
  readonly pieces: Piece[];
  readonly worst: SmsMeasure;
  readonly problems: TemplateProblem[];
};

/** One language of a draft: its words as they will be sent, what they cost at worst, and what is wrong with them. */
export function publishBody(
  draft: TemplateDraft,
  language: SmsLanguage,
  fields: readonly TemplateField[],
): PublishedBody {
  const problems: TemplateProblem[] = [];
  const report = (problem: TemplateProblem['problem'], detail?: string): void => {
    problems.push({ problem, language, ...(detail !== undefined && { detail }) });
  };
  const { tokens, broken } = readBody(draft.bodies[language]);
  const names = fieldNamesIn(tokens);
  if (broken) report('broken-brackets');
  if (draft.bodies[language].trim() === '') report('empty');
  for (const name of names) {
    if (!Object.hasOwn(draft.fields, name))
      problems.push({ problem: 'unknown-field', language, field: name });
  }
  const source = tokens.map((token) => ('field' in token ? '' : token.words)).join('');
  const found = draft.accents ? null : source.match(costly);
  if (found) report('costly-characters', [...new Set(found)].join(' '));
  const write = draft.accents ? composed : toAscii;
  const lost = Array.from(source).filter((character) => write(character).lost > 0);
  if (lost.length > 0) report('lost-characters', lost.join(' '));

  const written = tokens.map((token) =>
    'field' in token ? token : { ...token, words: write(token.words).text },
  );
  const flags = [...new Set(written.flatMap((token) => ('flag' in token ? [token.flag] : [])))];
  if (flags.length > mostFlags) report('too-many-flags', `${flags.length} > ${mostFlags}`);
  else {
    const shapes = subsetsOf(flags).map((up) => shapeOf(written, up));
    if (shapes.some((shape) => touching.test(shape))) report('field-touches-text');
    if (shapes.some(hasLink)) report('link');
  }
  const worst = worstOf(draft, written, fields);
  if (worst.parts > draft.maxParts) report('too-many-parts', `${worst.units} ký tự, ${worst.parts} phần`);
  return { names, pieces: piecesOf(written, fields), worst, problems };
}

const subsetsOf = (flags: readonly string[]): string[][] =>
  flags.reduce<string[][]>((sets, flag) => sets.flatMap((set) => [set, [...set, flag]]), [[]]);

const shapeOf = (tokens: readonly Token[], up: readonly string[]): string =>
  tokens
    .map((token) =>
      'field' in token ? slot : !('flag' in token) || up.includes(token.flag) ? token.words : '',
    )
    .join('');

function worstOf(
  draft: TemplateDraft,
  tokens: readonly Token[],
  fields: readonly TemplateField[],
): SmsMeasure {
  const longest = (name: string): number => fields.find((field) => field.name === name)?.maxLength ?? 0;
  const unitsOf = (all: readonly Token[]): number =>
    all.reduce((sum, token) => sum + ('field' in token ? longest(token.field) : token.words.length), 0);
  const encoding = draft.accents ? 'UCS-2' : 'GSM-7';
  const without = (kind: 'spared' | 'yields', said: readonly Token[]): Token[] => {
    const gone = new Set(fields.filter((field) => field[kind] === true).map(({ name }) => name));
    return said.filter(
      (token) => !gone.has('field' in token ? token.field : 'flag' in token ? token.flag : ''),
    );
  };
  const sure = without('spared', tokens);
  const all = unitsOf(sure);
  const kept = unitsOf(without('yields', sure));
  const most = unitsIn(encoding, draft.maxParts);
  const units = kept <= most ? Math.min(all, most) : kept;
  return { encoding, units, parts: partsOf(encoding, units) };
}

function piecesOf(tokens: readonly Token[], fields: readonly TemplateField[]): Piece[] {
  const pieces: Piece[] = [];
  const indexOf = (name: string): number => fields.findIndex((field) => field.name === name);
  for (const token of tokens) {
    if ('flag' in token) pieces.push({ on: indexOf(token.flag), text: token.words });
    else if ('words' in token) pieces.push(token.words);
    else {
      const at = indexOf(token.field);
      const before = pieces.at(-1);
      const detached = fields[at]?.required === false && typeof before === 'string' && before.endsWith(' ');
      if (detached) pieces.splice(-1, 1, before.slice(0, -1));
      pieces.push({ at, lead: detached ? ' ' : '' });
    }
  }
  return pieces;
}
