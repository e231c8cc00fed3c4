import * as z from 'zod';
import { fieldAt } from '../../../../shared/domain/api/fields/all.ts';
import type { ProblemType } from '../../../../shared/domain/api/problem.ts';
import { codeTables } from '../../../../shared/domain/post/tracking/code-tables.ts';
import { postProblems } from '../../../../shared/domain/post/problems.ts';
import { type Word, words, type GuideLanguage } from './words.ts';

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  description?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

const limit = (most: number | undefined): number | undefined =>
  most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most;

/** How many: `2 to 5`, `at least 2`, `at most 5`. */
const range = (say: Word, least: number | undefined, most: number | undefined): string => {
  if (least === undefined || least === 0) return most === undefined ? '' : `${say.atMost} ${most}`;
  return most === undefined ? `${say.atLeast} ${least}` : `${least} ${say.upTo} ${most}`;
};

/** What a value may be, in a few words. */
const form = (schema: Schema, say: Word): string => {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' ');
  const told = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ');
  switch (schema.type) {
    case 'array':
      return told(
        `${say.list} ${form(schema.items ?? {}, say)}`,
        range(say, schema.minItems, schema.maxItems),
      );
    case 'object':
      return say.below;
    case 'integer': {
      const least =
        schema.exclusiveMinimum === undefined ? (schema.minimum ?? 0) : schema.exclusiveMinimum + 1;
      const most = limit(schema.maximum);
      return most === undefined
        ? `${say.whole} ${say.from} ${least}`
        : `${say.whole} ${least} ${say.upTo} ${most}`;
    }
    case 'boolean':
      return '`true` `false`';
    default:
  }
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.format === 'date-time') return say.instant;
  if (schema.pattern !== undefined) return `${say.text}, \`${schema.pattern.replaceAll('|', '\\|')}\``;
  return told(say.text, range(say, schema.minLength, schema.maxLength));
};

const rowsOf = (schema: Schema, path: readonly string[], say: Word): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = [...path, name];
    const isNeeded = (schema.required ?? []).includes(name);
    const shown = at.slice(1).join('.');
    const inner = field.type === 'array' ? (field.items ?? {}) : field;
    const deeper = rowsOf(inner, field.type === 'array' ? [...path, `${name}[]`] : at, say);
    const plain = at.map((part) => part.replace('[]', ''));
    const said = say.says ? ` ${field.description ?? fieldAt(plain)?.[0] ?? ''} |` : '';
    return [`| \`${shown}\` | ${isNeeded ? say.yes : ''} | ${form(field, say)} |${said}`, ...deeper];
  });

/** A table of the fields of a shape, nested ones by their path, as the door checks them. */
export const fieldTable = (name: string, shape: z.ZodType, language: GuideLanguage): string => {
  const say = words[language];
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  const heads = [say.field, say.needed, say.form, ...(say.says ? [say.says] : [])];
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rowsOf(schema, [name], say),
  ].join('\n');
};

/** What each code of our own table says, and what it does to a parcel. */
export const codeWords = (language: GuideLanguage): string => {
  const say = words[language];
  const codes = Object.keys(codeTables[0]!.codes);
  return [
    `| ${say.code} | ${say.means} |`,
    '| --- | --- |',
    ...codes.map((code) => `| \`${code}\` | ${say.codes[code] ?? ''} |`),
  ].join('\n');
};

export const codeTableList = (language: GuideLanguage): string => {
  const say = words[language];
  return [
    `| ${say.name} | ${say.count} | ${say.source} | ${say.confidence} |`,
    '| --- | --- | --- | --- |',
    ...codeTables.map(
      ({ name, codes, source, confidence }) =>
        `| \`${name}\` | ${Object.keys(codes).length} | ${source} | ${confidence} |`,
    ),
  ].join('\n');
};

/** What a partner may be told, and what its program does then. */
export const problemTable = (language: GuideLanguage): string => {
  const say = words[language];
  const known: Readonly<Record<string, { status: number; vi: string; en: string }>> = postProblems;
  const rows = Object.entries(say.remedies).map(([type, [status, remedy]]) => {
    const problem = known[type as ProblemType];
    return `| \`${type}\` | ${problem?.status ?? status} | ${problem ? `${problem[language]}. ` : ''}${remedy} |`;
  });
  return [`| ${say.type} | ${say.status} | ${say.remedy} |`, '| --- | --- | --- |', ...rows].join('\n');
};

/** A body as the guide shows it. */
export const block = (body: unknown): string => `\`\`\`json\n${JSON.stringify(body, undefined, 2)}\n\`\`\``;
