import { readFieldValue } from '../field-values.ts';
import { type PublishedBody, publishBody } from './publish-body.ts';
import type { SmsTemplate, TemplateDraft, TemplateField } from '../sms-template.ts';
import type { TemplateProblem } from './template-problem.ts';

/**
 * Checks a draft and freezes it: both languages, the words as they will be sent, the fields, and what the longest
 * values would cost. Every problem is reported at once, in words or values, not only the first.
 */
export function publishTemplate(
  draft: TemplateDraft,
): { ok: true; template: SmsTemplate } | { ok: false; problems: TemplateProblem[] } {
  const fields: TemplateField[] = Object.entries(draft.fields).map(([name, rule]) => ({ name, ...rule }));
  const vi = publishBody(draft, 'vi', fields);
  const en = publishBody(draft, 'en', fields);
  const problems = [
    ...vi.problems,
    ...en.problems,
    ...languageProblems(vi, en),
    ...fields.flatMap((field) => fieldProblems(draft, field, [...vi.names, ...en.names])),
    ...gatewayProblems(draft),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { bodies: _, fields: __, ...heading } = draft;
  return {
    ok: true,
    template: {
      ...heading,
      fields,
      pieces: { vi: vi.pieces, en: en.pieces },
      worst: { vi: vi.worst, en: en.worst },
    },
  };
}

const languageProblems = (vi: PublishedBody, en: PublishedBody): TemplateProblem[] => [
  ...vi.names
    .filter((field) => !en.names.includes(field))
    .map((field) => ({ problem: 'fields-differ', language: 'en', field }) as const),
  ...en.names
    .filter((field) => !vi.names.includes(field))
    .map((field) => ({ problem: 'fields-differ', language: 'vi', field }) as const),
];

function fieldProblems(
  draft: TemplateDraft,
  field: TemplateField,
  used: readonly string[],
): TemplateProblem[] {
  const { name } = field;
  if (!used.includes(name)) return [{ problem: 'unused-field', field: name }];
  if (field.kind === 'flag') {
    const shown = new RegExp(`\\(\\(\\s*${name}\\s*\\)\\)`);
    const visible = shown.test(draft.bodies.vi) || shown.test(draft.bodies.en);
    return visible ? [{ problem: 'flag-shown', field: name }] : [];
  }
  const example = readFieldValue(field, field.example, draft.accents);
  return 'why' in example ? [{ problem: 'example-refused', field: name, detail: example.why }] : [];
}

/** A gateway with registered templates has to be given every value that citizens are to read. */
const gatewayProblems = (draft: TemplateDraft): TemplateProblem[] =>
  Object.entries(draft.provider ?? {}).flatMap(([gateway, { params }]) => [
    ...params
      .filter((field) => !Object.hasOwn(draft.fields, field))
      .map((field) => ({ problem: 'unknown-parameter', field, detail: gateway }) as const),
    ...Object.entries(draft.fields)
      .filter(([field, rule]) => rule.required && rule.kind !== 'flag' && !params.includes(field))
      .map(([field]) => ({ problem: 'parameter-missing', field, detail: gateway }) as const),
  ]);
