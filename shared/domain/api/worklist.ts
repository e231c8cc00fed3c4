/** What a person of the office has to look at, derived from the states that things are in and from nothing else. */
import type { DecidedEvent } from '../dossier/event/decided-event.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Letter } from '../letter/letter.ts';
import { settledAt, toldWronglySince } from '../dossier/event/told-wrongly.ts';
import { waitsForMending } from '../notification/carrier.ts';
import { mayHaveLeft } from '../notification/has-left.ts';
import type { Notification } from '../notification/notification.ts';
import { maskPhone } from '../phone/read-phone.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import { wishWork } from '../post/job/ends/cancel.ts';
import { redirectWork } from '../post/job/ends/redirect.ts';
import { openWarnings } from './row-warnings.ts';
import {
  ofJobs,
  ofLetters,
  ofMoney,
  ofNoLetter,
  ofNotifications,
  ofSilence,
  type Worklist,
  worklists,
} from './work-by-state.ts';
import type { Instant } from '../values/instant.ts';
import type { ProblemError } from '../values/problem-error.ts';

/** One thing on a list; `because` is the reason as it is kept, for programs too. */
export type WorkItem = { list: Worklist; dossierCode: string; because: string };

const listed = (list: Worklist | undefined, dossierCode: string, because: string): WorkItem[] =>
  list === undefined ? [] : [{ list, dossierCode, because }];

export const workOfNotification = ({
  channel,
  state,
  dossierCode,
  purpose,
  reason,
  wrote,
  heldBy,
  dueAt,
}: Pick<
  Notification,
  'channel' | 'state' | 'dossierCode' | 'purpose' | 'reason' | 'wrote' | 'heldBy' | 'dueAt'
>): WorkItem[] => {
  const because = [purpose, wrote && `“${wrote}”`, reason].filter((part) => part !== undefined).join(': ');
  if (state === 'queued' && channel === 'call-list')
    return listed(wrote === undefined ? 'call-list' : 'wishes', dossierCode, because);
  // Whoever is on duty mends it; until then the office knows who is not told, and why.
  if (waitsForMending({ state, reason }))
    return listed('carriers', dossierCode, `${because}, again at ${dueAt}`);
  // Nobody has to do anything, but whoever is impatient sees why, and until when.
  if (state === 'queued' && heldBy !== undefined)
    return listed('held-back', dossierCode, `${because}, again at ${dueAt}`);
  return listed(ofNotifications[state], dossierCode, because);
};

/** A letter whose file waits for a person's word is work as much as one that stopped. */
export const workOfLetter = ({ kind, state, dossierCode, reason, toldWrongly }: Letter): WorkItem[] =>
  toldWrongly === undefined || state === 'withdrawn'
    ? listed(ofLetters[state], dossierCode, `${kind} ${state}${reason === undefined ? '' : `: ${reason}`}`)
    : listed('told-wrongly', dossierCode, wronglyTold(kind, state, toldWrongly));

/** The letter without what is wrong of it, where somebody has seen to that since. */
const seenTo = ({ toldWrongly, ...letter }: Letter, settled: Instant | undefined): Letter =>
  toldWrongly === undefined || (settled !== undefined && toldWrongly.at <= settled)
    ? letter
    : { ...letter, toldWrongly };

/** Why it is wrong, and what to do about it: out of the pile where it still is, the right one in its place else. */
const wronglyTold = (
  kind: Letter['kind'],
  state: Letter['state'],
  { because, what, instead }: NonNullable<Letter['toldWrongly']>,
): string => {
  const why = [because, what.join(', ')].filter((part) => part !== '').join(' ');
  const there = state === 'printed' ? 'take it out of the pile' : 'speak to the family';
  return `${kind} ${state}: ${why}; ${instead ? `${there} and revise it` : there}`;
};

/**
 * What a journey still waits for is work in whichever state it is, and so is a label with an address of before, and
 * another address that its partner has not agreed to, a wish of the office that it has not fulfilled, and cash in dispute.
 */
export const workOfJob = (job: DispatchJob): WorkItem[] => {
  const { state, dossierCode, waitsFor = [], rejectReason, labelOutdated } = job;
  const because = [
    ...waitsFor,
    ...(labelOutdated ? ['label-outdated'] : []),
    ...redirectWork(job),
    ...wishWork(job),
  ];
  return [
    ...listed(
      because.length > 0 ? 'journeys' : ofJobs[state],
      dossierCode,
      [state, ...because, ...(rejectReason ? [rejectReason] : [])].join(', '),
    ),
    ...listed(
      ofMoney[job.cod.state],
      dossierCode,
      [`cash ${job.cod.state}`, job.cod.disputedBecause ?? []].flat().join(': '),
    ),
  ];
};

export const workOfRow = (row: { dossierCode: string; errors: readonly ProblemError[] }): WorkItem[] =>
  listed(
    'rows',
    row.dossierCode,
    row.errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('; '),
  );

/** The list that a table names for a reason as it is kept; what stands behind a colon explains it. */
const listFor = (table: Readonly<Record<string, Worklist | undefined>>, why = ''): Worklist | undefined => {
  const [reason = ''] = why.split(': ');
  return Object.hasOwn(table, reason) ? table[reason] : undefined;
};

/**
 * What the events of one dossier, in the order in which they were decided, leave to a person. The last word that was owed
 * counts: whoever is told in the end was not unreachable.
 */
const workOfEvents = (dossierCode: string, events: readonly DecidedEvent[]): WorkItem[] => {
  const undecided = events.filter(({ outcome }) => outcome === undefined);
  const last = events.findLast(
    ({ outcome }) => outcome && (outcome.told.length > 0 || listFor(ofSilence, outcome.silent) !== undefined),
  )?.outcome;
  const { silent = '', because } = last ?? {};
  const written = events.findLast(
    ({ outcome }) => outcome?.noLetter !== undefined || (outcome?.letters ?? []).length > 0,
  )?.outcome;
  const unwritten = written?.letters?.length ? [] : (written?.noLetter?.split('; ') ?? []);
  return [
    ...undecided.flatMap(({ stuck = 'not decided yet' }) => listed('undecided', dossierCode, stuck)),
    ...listed(
      listFor(ofSilence, silent),
      dossierCode,
      because === undefined ? silent : `${silent}: ${because}`,
    ),
    ...unwritten.flatMap((why) => listed(listFor(ofNoLetter, why), dossierCode, why)),
    ...openWarnings(events).flatMap(({ field, sentence }) =>
      listed('warnings', dossierCode, `${field}: ${sentence}`),
    ),
  ];
};

export const workOfDossier = (
  { code, codeFits }: Pick<Dossier, 'code' | 'codeFits'>,
  events: readonly DecidedEvent[],
): WorkItem[] => [
  ...listed(codeFits ? undefined : 'dossier-code', code, 'unknown form of code'),
  ...workOfEvents(code, events),
];

/** What a phone that is not the citizen's was told, or what the citizen was told and was not so, until it is settled. */
const workOfCorrections = (
  byDossier: ReadonlyMap<string, readonly DecidedEvent[]>,
  notifications: readonly Notification[],
): WorkItem[] => {
  const open = [...byDossier.values()].flatMap((events) => toldWronglySince(events, settledAt(events)));
  const wrong = new Set(open.flatMap(({ outcome }) => outcome?.corrects ?? []));
  return notifications
    .filter((one) => wrong.has(one.id) && mayHaveLeft(one))
    .flatMap(({ dossierCode, purpose, to }) =>
      listed('told-wrongly', dossierCode, `${purpose} to ${maskPhone(to)}`),
    );
};

/** What is kept of a ward, or a part of it, that a worklist is made of. */
export type Kept = {
  events: readonly DecidedEvent[];
  dossiers: readonly Dossier[];
  notifications: readonly Notification[];
  letters: readonly Letter[];
  jobs: readonly DispatchJob[];
};

/** All that is left to a person of what is kept: the one maker of every worklist. */
export const workOf = ({ events, dossiers, notifications, letters, jobs }: Kept): WorkItem[] => {
  const byDossier = Map.groupBy(events, ({ dossierCode }) => dossierCode);
  return [
    ...notifications.flatMap(workOfNotification),
    ...dossiers.flatMap((dossier) => workOfDossier(dossier, byDossier.get(dossier.code) ?? [])),
    ...workOfCorrections(byDossier, notifications),
    ...letters
      .map((letter) => seenTo(letter, settledAt(byDossier.get(letter.dossierCode) ?? [])))
      .flatMap(workOfLetter),
    ...jobs.flatMap(workOfJob),
  ];
};

/** One list of all of it, most urgent list first and each thing once. */
export const inOrderOfUrgency = (work: readonly WorkItem[]): WorkItem[] => {
  const once = new Map(work.map((item) => [`${item.list} ${item.dossierCode} ${item.because}`, item]));
  return [...once.values()].toSorted((a, b) => worklists.indexOf(a.list) - worklists.indexOf(b.list));
};
