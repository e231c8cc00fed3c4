import type { DecidedEvent } from '../dossier/event/decided-event.ts';
import { type Dossier, fact } from '../dossier/dossier.ts';
import { promiseOf } from '../dossier/standing/promise.ts';
import type { Letter } from '../letter/letter.ts';
import type { Notification, NotificationState } from '../notification/notification.ts';
import { notifiedAs, notifiedPhone } from '../office/contact-channel.ts';
import { readLandline } from '../phone/read-phone.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import type { RehearsalAnswer } from './rehearsal.ts';
import { inOrderOfUrgency, type Kept, workOf, workOfRow } from '../api/worklist.ts';
import { effectOf } from '../values/procedure.ts';
import { procedures2026 } from '../values/procedures-2026.ts';
import type { ProblemError } from '../values/problem-error.ts';

/** A row that was not taken in, with the code that it named. */
export type RejectedRow = { step: number; row: number; dossierCode: string; errors: ProblemError[] };

const tookIt: readonly NotificationState[] = ['sent', 'unconfirmed', 'delivered', 'undelivered'];

const messageOf = (notification: Notification): RehearsalAnswer['messages'][number] => {
  const { to, channel, text, parts, purpose, dossierCode, dueAt, state, attempt, reason } = notification;
  const sentAt = tookIt.includes(state) && attempt !== undefined ? attempt.at : null;
  const why = reason !== undefined && { reason };
  return { to, channel, text, parts, purpose, dossierCode, dueAt, sentAt, state, ...why };
};

const letterOf = ({ kind, dossierCode, state, reason }: Letter): RehearsalAnswer['letters'][number] => ({
  kind,
  dossierCode,
  state,
  ...(reason !== undefined && { why: reason }),
});

const kinds = { birth: 'birth', marriage: 'marriage', death: 'condolence' } as const;

/** Occasions that came to no letter; a letter that is there already is told by itself. */
const unwritten = (
  dossier: Dossier,
  events: readonly DecidedEvent[],
): RehearsalAnswer['letters'][number][] => {
  const act = fact(dossier, 'personEvent')?.kind ?? effectOf(procedures2026, fact(dossier, 'procedureCode'));
  return events.flatMap(({ status, outcome }) =>
    outcome?.noLetter === undefined || outcome.noLetter === 'already-known'
      ? []
      : {
          kind:
            act === undefined || act === 'none' || status === 'delayed' ? ('apology' as const) : kinds[act],
          dossierCode: dossier.code,
          state: 'none' as const,
          why: outcome.noLetter,
        },
  );
};

const jobOf = ({
  dossierCode,
  state,
  waitsFor,
  partner,
  cod,
}: DispatchJob): RehearsalAnswer['jobs'][number] => ({
  dossierCode,
  state,
  ...(waitsFor !== undefined && { waitsFor }),
  partner,
  ...(cod.due > 0 && { codDue: cod.due }),
});

const dossierOf = (
  dossier: Dossier,
  events: readonly DecidedEvent[],
): RehearsalAnswer['dossiers'][number] => {
  const phone = notifiedPhone(dossier) ?? readLandline(notifiedAs(dossier));
  const dueAt = promiseOf(dossier);
  const silent = events.flatMap(({ outcome }) => outcome?.silent ?? []);
  return {
    code: dossier.code,
    status: dossier.steps.at(-1)?.status ?? 'registered',
    ...(phone !== undefined && { phone }),
    ...(dueAt !== undefined && { dueAt }),
    ...(silent.length > 0 && { silent }),
  };
};

/** What a rehearsal came to, from all that it left behind. */
export const rehearsed = (kept: Kept, rejected: readonly RejectedRow[]): RehearsalAnswer => {
  const byDossier = Map.groupBy(kept.events, ({ dossierCode }) => dossierCode);
  const eventsOf = ({ code }: Dossier) => byDossier.get(code) ?? [];
  return {
    messages: kept.notifications.map(messageOf),
    letters: [
      ...kept.letters.map(letterOf),
      ...kept.dossiers.flatMap((dossier) => unwritten(dossier, eventsOf(dossier))),
    ],
    jobs: kept.jobs.map(jobOf),
    dossiers: kept.dossiers.map((dossier) => dossierOf(dossier, eventsOf(dossier))),
    rejected: rejected.map(({ step, row, errors }) => ({ step, row, errors })),
    worklist: inOrderOfUrgency([...workOf(kept), ...rejected.flatMap(workOfRow)]),
  };
};
