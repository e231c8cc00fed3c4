import type { Calendars } from '../../domain/calendar/calendar.ts';
import type { Refusal } from '../../domain/api/problem.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';
import {
  type Answerable,
  type ExportFile,
  type PersonAsked,
  type PersonFiles,
  type PersonRequest,
  type PersonRequests,
  personRequestFrom,
} from '../../domain/rights/person-request.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = {
  requests: PersonRequests;
  vault: Pick<Vault, 'hash'>;
  calendars: Calendars;
  clock: Clock;
};

type Said =
  | { is: 'asked'; request: PersonRequest }
  | (Refusal<'validation-failed'> & { errors: ProblemError[] });

/**
 * Writes down that a citizen wants to see their data, or wants it erased. Going through everything takes minutes, so it is
 * answered later (`answerRequests`); the same request of the same day is one, however often it is sent.
 */
export const askAboutPerson =
  ({ requests, vault, calendars, clock }: Ports) =>
  async (ward: Ward, what: Answerable, asked: PersonAsked, askedBy: string): Promise<Said> => {
    const at = clock();
    const read = personRequestFrom({ ward, what, askedBy, at, today: dayOf(at) }, asked, vault, calendars);
    if (!read.ok) return { is: 'validation-failed', errors: [read.error] };
    const { request } = read;
    const known = await requests.find(ward, request.id);
    if (known !== undefined) return { is: 'asked', request: known };
    const saved = await requests.save(request);
    return {
      is: 'asked',
      request: saved === 'saved' ? request : ((await requests.find(ward, request.id)) ?? request),
    };
  };

/** How long somebody who was given an address may follow it. */
const linkSeconds = 300;

/** Where a file of an answered export can be fetched; undefined where there is none (any more). */
export const linkToExport =
  ({ requests, files }: Pick<Ports, 'requests'> & { files: Pick<PersonFiles, 'link'> }) =>
  async (
    ward: Ward,
    id: string,
    name: ExportFile,
  ): Promise<{ url: string; request: PersonRequest } | undefined> => {
    const request = await requests.find(ward, id);
    if (request?.what !== 'export' || request.state !== 'done') return undefined;
    return { url: await files.link(request, name, linkSeconds), request };
  };
