/**
 * Reads a row by its shape so that a detail never costs the whole: only what identifies and times a thing may refuse
 * it. Numbers that came as text and text that came as numbers are taken where nothing is lost; every other trouble
 * leaves its field out, or cuts it, and says so.
 */
import * as z from 'zod';
import { type Warning, warningsAtMost } from '../../values/warning.ts';
import { warnings } from './row-troubles.ts';

export type Lenience = {
  /** Fields without which the row is nothing. */
  needed: readonly string[];
  /** Names of fields, or of lists, whose text may be cut, since its beginning is still true. */
  cuttable: readonly string[];
};

type Issue = z.ZodError['issues'][number];
type Tree = Record<PropertyKey, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const at = (row: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (isTree(value) ? value[step] : undefined), row);

const put = (row: unknown, path: readonly PropertyKey[], value: unknown): void => {
  const parent = at(row, path.slice(0, -1)) as Tree;
  const name = path.at(-1)!;
  if (value !== undefined) parent[name] = value;
  else if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
};

const yes = ['true', '1', 'yes', 'co', 'có'];
const no = ['false', '0', 'no', 'khong', 'không'];

/** The same value in the type that is wanted, if nothing is guessed: `null` and empty text are nothing, never 0. */
const inType = (wanted: string, value: unknown): unknown => {
  if (wanted === 'string') return Number.isSafeInteger(value) ? String(value) : undefined;
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (wanted === 'number' || wanted === 'int') return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (wanted !== 'boolean') return undefined;
  const said = text.toLowerCase();
  return yes.includes(said) ? true : no.includes(said) ? false : undefined;
};

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Cut so that it shows, and never through the middle of a character. */
const cutTo = (text: string, most: number): string =>
  `${text
    .trim()
    .normalize()
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')}…`;

/** Mends the row where this issue lies; what the office should know of it. */
const mend = (row: unknown, issue: Issue, { cuttable }: Lenience): Warning[] => {
  const { path } = issue;
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) put(row, [...path, key], undefined);
    return issue.keys.map((key) => warnings.unknown(`${field}.${key}`));
  }
  const value = at(row, path);
  const other = issue.code === 'invalid_type' ? inType(issue.expected, value) : undefined;
  if (other !== undefined) {
    put(row, path, other);
    return [];
  }
  const name = path.findLast((step) => typeof step === 'string');
  if (issue.code === 'too_big' && typeof value === 'string' && cuttable.includes(String(name))) {
    put(row, path, cutTo(value, Number(issue.maximum)));
    return [warnings.cut(field, Number(issue.maximum))];
  }
  // A part that has to be there is missing: the whole it belongs to says nothing.
  const without = isNothing(value) && path.length > 1 && !Array.isArray(at(row, path.slice(0, -1)));
  const left = without && (value === undefined || value === null) ? path.slice(0, -1) : path;
  put(row, left, undefined);
  return isNothing(value) && left === path ? [] : [warnings.unreadable(left.map(String).join('.'))];
};

/** A row with more faults than this loses the faulty field whole. */
const mendsPerField = 8;

/** Reads the row, or says what keeps it from being one. */
export const readLeniently = <Shape extends z.ZodType>(
  shape: Shape,
  given: unknown,
  lenience: Lenience,
): { ok: true; value: z.output<Shape>; warnings: Warning[] } | { ok: false; error: z.ZodError } => {
  let parsed = shape.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
  const row: unknown = isTree(given) ? structuredClone(given) : given;
  const found: Warning[] = [];
  const mended = new Map<PropertyKey, number>();
  while (!parsed.success) {
    const { issues } = parsed.error;
    const refusing = issues.filter(
      ({ path }) => path.length === 0 || lenience.needed.includes(String(path[0])),
    );
    const typed = refusing.find(({ path, code }) => path.length > 0 && code === 'invalid_type') as
      | Extract<Issue, { code: 'invalid_type' }>
      | undefined;
    const other = typed && inType(typed.expected, at(row, typed.path));
    if (other !== undefined) put(row, typed!.path, other);
    else if (refusing.length > 0) return { ok: false, error: new z.ZodError(refusing) };
    else {
      const [issue] = issues;
      const name = issue!.path[0]!;
      const times = (mended.get(name) ?? 0) + 1;
      mended.set(name, times);
      if (times > mendsPerField) {
        put(row, [name], undefined);
        found.push(warnings.unreadable(String(name)));
      } else found.push(...mend(row, issue!, lenience));
    }
    parsed = shape.safeParse(row);
  }
  const once = new Map(found.map((warning) => [warning.field, warning]));
  return { ok: true, value: parsed.data, warnings: [...once.values()].slice(0, warningsAtMost) };
};
