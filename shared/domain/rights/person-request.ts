/** What a citizen asked of an office about their own data, from the day it was written down until it is answered. */
import * as z from 'zod';
import type { Calendars } from '../calendar/calendar.ts';
import { DossierCode } from '../dossier/dossier-code.ts';
import { readPhone } from '../phone/read-phone.ts';
import { Day } from '../values/day.ts';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import type { ProblemError } from '../values/problem-error.ts';
import type { Vault } from '../values/vault.ts';
import { Ward } from '../values/ward.ts';
import { deadlines, lastDayFor } from './deadlines.ts';
import { Erasure, Marks, RequestedBy } from './erasure.ts';

/** What is answered by going through everything that is kept. Facts are corrected in their dossiers. */
export const Answerable = z.enum(['export', 'erase']);
export type Answerable = z.infer<typeof Answerable>;

/** As an office writes it down: who, by one of both; the citizen's own request, the leader who answers for it, and why. */
export const PersonAsked = z.strictObject({
  phone: z.string().max(60).optional(),
  dossierCode: z.string().max(60).optional(),
  ...RequestedBy.shape,
  /** The day on which it came in; today without it. */
  receivedOn: Day.optional(),
});
export type PersonAsked = z.infer<typeof PersonAsked>;

/** It holds keyed hashes of whom it is about, and no phone: so it can be kept when they are erased. */
export const PersonRequest = z.strictObject({
  /** In the order of the days; the same request of the same day has the same. */
  id: z.string(),
  ward: Ward,
  version: z.int(),
  what: Answerable,
  state: z.enum(['asked', 'done']),
  request: z.string(),
  by: z.string(),
  /** Gone once it is done: it may name the citizen. The office's log keeps it sealed. */
  reason: z.string().optional(),
  /** The officer or the machine that wrote it down. */
  askedBy: z.string(),
  marks: Marks,
  receivedOn: Day,
  /** The last day for the answer, by law. */
  answerBy: Day,
  askedAt: Instant,
  endedAt: Instant.optional(),
  /** How many entries an export holds. */
  found: z.int().optional(),
  erasure: Erasure.optional(),
});
export type PersonRequest = z.infer<typeof PersonRequest>;

export const personRequestPrivacy = {
  id: 'open',
  ward: 'open',
  version: 'open',
  what: 'open',
  state: 'open',
  request: 'open',
  by: 'personal',
  reason: 'personal',
  askedBy: 'open',
  marks: 'open',
  receivedOn: 'open',
  answerBy: 'open',
  askedAt: 'open',
  endedAt: 'open',
  found: 'open',
  erasure: 'open',
} as const satisfies Privacy<PersonRequest>;

type Read<T> = ({ ok: true } & T) | { ok: false; error: ProblemError };

/** Whom it is about, as hashes: by a phone in any spelling, or by one dossier. */
export const marksOf = (
  { phone: written, dossierCode }: Pick<PersonAsked, 'phone' | 'dossierCode'>,
  { hash }: Pick<Vault, 'hash'>,
): Read<{ marks: Marks }> => {
  const refuse = (pointer: string, code: string, message: string) =>
    ({ ok: false, error: { pointer, code, message } }) as const;
  if ((written === undefined) === (dossierCode === undefined))
    return refuse('/phone', 'phone-or-dossier', 'Give either a phone or a dossier code');
  if (written === undefined) {
    const code = DossierCode.safeParse(dossierCode);
    return code.success
      ? { ok: true, marks: { phones: [], dossiers: [hash(code.data)] } }
      : refuse('/dossierCode', 'invalid-format', 'Not a dossier code');
  }
  const phone = readPhone(written);
  return phone.ok
    ? { ok: true, marks: { phones: [hash(phone.e164)], dossiers: [] } }
    : refuse('/phone', phone.reason, 'Not a Vietnamese mobile number');
};

/** What is kept of a request that has come in. Refuses a day that lies ahead: its time would run too late. */
export const personRequestFrom = (
  {
    ward,
    what,
    askedBy,
    at,
    today,
  }: Pick<PersonRequest, 'ward' | 'what' | 'askedBy'> & { at: Instant; today: Day },
  { phone, dossierCode, receivedOn = today, ...asked }: PersonAsked,
  vault: Pick<Vault, 'hash'>,
  calendars: Calendars,
): Read<{ request: PersonRequest }> => {
  const whom = marksOf({ phone, dossierCode }, vault);
  if (!whom.ok) return whom;
  if (receivedOn > today) {
    const message = 'This day has not come yet';
    return { ok: false, error: { pointer: '/receivedOn', code: 'in-the-future', message } };
  }
  const { marks } = whom;
  const name = vault.hash(`person request ${ward} ${what} ${asked.request} ${JSON.stringify(marks)}`);
  const request: PersonRequest = {
    ...asked,
    id: `${receivedOn}-${name.slice(0, 22)}`,
    ward,
    version: 0,
    what,
    state: 'asked',
    askedBy,
    marks,
    receivedOn,
    answerBy: lastDayFor(deadlines[what], receivedOn, calendars),
    askedAt: at,
  };
  return { ok: true, request };
};

/** One entry of what is kept about somebody, in clear, by its kind. */
export type HeldItem = { kind: string; says: unknown };

/** The files of an export, for the citizen to read and for another system to take over. */
export const exportFiles = ['du-lieu.pdf', 'du-lieu.json'] as const;
export type ExportFile = (typeof exportFiles)[number];

/** Where they lie: under a keyed hash, which names no office and nobody. */
export const exportKey = (
  { ward, id }: Pick<PersonRequest, 'ward' | 'id'>,
  name: ExportFile,
  { hash }: Pick<Vault, 'hash'>,
): string => `persons/${hash(`person request/${ward}/${id}`).slice(0, 22)}/${name}`;

/** Requests by office. */
export interface PersonRequests {
  find(ward: Ward, id: string): Promise<PersonRequest | undefined>;
  /** Newest first, the last fifty. */
  of(ward: Ward): Promise<PersonRequest[]>;
  /** Those of all offices that wait for their answer. */
  waiting(): Promise<PersonRequest[]>;
  /** Writes it one version later, if nobody wrote meanwhile; version 0 is new. */
  save(request: PersonRequest): Promise<'saved' | 'conflict'>;
}

/** Their files, which go by themselves after two weeks. */
export interface PersonFiles {
  keep(request: PersonRequest, name: ExportFile, bytes: Uint8Array): Promise<void>;
  /** An address under which a file can be fetched for a few minutes by whoever has it. */
  link(request: PersonRequest, name: ExportFile, seconds: number): Promise<string>;
}
