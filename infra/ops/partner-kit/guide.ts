import * as z from 'zod';
import { codeTables } from '../../../shared/domain/post/tracking/code-tables.ts';
import { EvidenceRequest } from '../../../shared/domain/post/evidence/evidence.ts';
import { AcceptJobRequest, ClaimRequest } from '../../../shared/domain/post/job/lease.ts';
import { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import * as asks from '../../../shared/domain/post/partner/partner-requests.ts';
import { postProblems } from '../../../shared/domain/post/problems.ts';
import { RemittanceLine, RemittanceReport } from '../../../shared/domain/post/money/remittance.ts';
import { TrackingEvent } from '../../../shared/domain/post/tracking/tracking-event.ts';
import { WardPost } from '../../../shared/domain/post/partner/ward-post.ts';
import { prose } from './guide-prose.ts';

type Schema = {
  type?: string;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

/** What a value may be, in a few words. */
const words = (schema: Schema): string => {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' ');
  if (schema.type === 'array')
    return `list of ${words(schema.items ?? {})}, at most ${schema.maxItems ?? 'any'}`;
  if (schema.type === 'object')
    return Object.keys(schema.properties ?? {})
      .map((name) => `\`${name}\``)
      .join(', ');
  if (schema.type === 'integer') return `whole number ${schema.minimum ?? 0} to ${schema.maximum ?? 'any'}`;
  if (schema.format === 'date-time') return 'instant with offset';
  if (schema.pattern) return 'text of a fixed form';
  return schema.maxLength === undefined ? (schema.type ?? 'any') : `text, at most ${schema.maxLength}`;
};

/** A table of the fields of a shape, as the API checks them. */
export const fieldTable = (shape: z.ZodType): string => {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema;
  const rows = Object.entries(properties).map(
    ([name, schema]) => `| \`${name}\` | ${required.includes(name) ? 'yes' : ''} | ${words(schema)} |`,
  );
  return ['| field | needed | what |', '| --- | --- | --- |', ...rows].join('\n');
};

const problemTable = (): string =>
  [
    '| type | status | what it says |',
    '| --- | --- | --- |',
    ...Object.entries(postProblems).map(([type, { status, en }]) => `| \`${type}\` | ${status} | ${en} |`),
  ].join('\n');

const codeTableList = (): string =>
  [
    '| name | codes | source | confidence |',
    '| --- | --- | --- | --- |',
    ...codeTables.map(
      ({ name, codes, source, confidence }) =>
        `| \`${name}\` | ${Object.keys(codes).length} | ${source} | ${confidence} |`,
    ),
  ].join('\n');

/** The partner guide, its tables printed from the schemas that check the requests. */
export const partnerGuide = (): string =>
  prose({
    claim: fieldTable(ClaimRequest),
    renew: fieldTable(asks.RenewRequest),
    release: fieldTable(asks.ReleaseRequest),
    accept: fieldTable(AcceptJobRequest),
    reject: fieldTable(asks.RejectRequest),
    scan: fieldTable(TrackingEvent),
    evidence: fieldTable(EvidenceRequest),
    remittance: fieldTable(RemittanceReport),
    remittanceLine: fieldTable(RemittanceLine),
    partner: fieldTable(PostalPartner),
    ward: fieldTable(WardPost),
    problems: problemTable(),
    codes: codeTableList(),
  });
