import { eventsAtOnce } from '../../domain/dossier/event/judge-event.ts';
import { dayOf } from '../../domain/values/day.ts';
import { inboundTextOf } from '../../domain/inbound/sms.ts';
import { between, type Instant, minutes, plus } from '../../domain/values/instant.ts';
import { nameOfSchedule, type WardLetters } from '../../domain/letter/ward-letters.ts';
import { readNationalSync } from '../../domain/dossier/national-sync/read-records.ts';
import type { Problem } from '../../domain/api/problem.ts';
import type { Rehearsal, RehearsalAnswer, RehearsalStep } from '../../domain/rehearsal/rehearsal.ts';
import { rehearsed, type RejectedRow } from '../../domain/rehearsal/rehearsed.ts';
import { currentSchedule } from '../../domain/letter/vaccination/schedule.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { flowsOn, type Stage } from './stage.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';
import type { EventId } from '../../domain/values/ids.ts';

/** The inbox that every rehearsed message comes to. */
const inbox = { provider: 'rehearsal', to: 'inbox' };

/** Without a board of its own a clock that runs minute by minute finds what is due at the next whole minute. */
const tickAfter = (now: Instant, due: Instant): Instant => {
  const earliest = due > now ? due : plus(now, 1);
  const over = Date.parse(earliest) % minutes(1);
  return over === 0 ? earliest : plus(earliest, minutes(1) - over);
};

/**
 * Plays what a ward would report and what citizens would write, with the decisions, texts, letters and journeys of the
 * deployed flows, and tells nobody. The clock jumps from one minute in which something is due to the next: in between
 * nothing happens by itself. The same rehearsal always has the same answer.
 */
export const rehearse =
  (newStage: () => Stage) =>
  async (given: Rehearsal): Promise<RehearsalAnswer> => {
    const stage = newStage();
    const { ward, steps, until } = given;
    await choose(stage, given);
    const start = steps[0]!.at;
    const flows = flowsOn(stage, given.post && { ...given.post, ward }, start);
    let now = start;
    const elapse = async (to: Instant): Promise<void> => {
      for (let due = stage.nextDue(); due !== undefined; due = stage.nextDue()) {
        const tick = tickAfter(now, due);
        if (tick > to) break;
        flows.setClock((now = tick));
        await flows.tick();
      }
      flows.setClock((now = to));
    };

    const rejected: RejectedRow[] = [];
    for (const [index, step] of steps.entries()) {
      if (between(now, step.at) > 0) await elapse(step.at);
      if (step.carrier) flows.setCarrier(step.carrier);
      rejected.push(...(await report(stage, flows, ward, step, index + 1)));
      if (step.sms) await write(stage, flows, step.sms, step.at, index + 1);
    }
    await elapse(until);
    return rehearsed(stage.kept(), rejected);
  };

type Flows = ReturnType<typeof flowsOn>;

const choose = async (
  stage: Stage,
  { ward, settings, templates, letters, confirmSchedule, steps }: Rehearsal,
): Promise<void> => {
  await stage.inboxes.give(ward, inbox.provider, inbox.to);
  if (settings) await stage.settings.save({ ...settings, ward });
  for (const template of templates) await stage.templates.publish(ward, template);
  const chosen: WardLetters = letters ? { ...letters, ward } : await stage.wardLetters.of(ward);
  const on = dayOf(steps[0]!.at);
  const scheduleConfirmed = { schedule: nameOfSchedule(currentSchedule), by: 'rehearsal', on };
  await stage.wardLetters.save(confirmSchedule ? { ...chosen, scheduleConfirmed } : chosen);
};

type Row = { row: number; dossierCode: string } & ({ event: unknown } | { errors: ProblemError[] });

const wrongIn = ({ type, title, errors }: Problem): ProblemError[] =>
  errors ?? [{ pointer: '', code: type, message: title }];

const codeIn = (row: unknown): string => {
  const { dossierCode, MaHoSo } = Object(row) as { dossierCode?: unknown; MaHoSo?: unknown };
  return [dossierCode, MaHoSo].find((code) => typeof code === 'string') ?? '';
};

const rowsIn = ({ events = [], records }: RehearsalStep): Row[] => {
  const reported = events.map((event, at) => ({ row: at + 1, dossierCode: codeIn(event), event }));
  if (records === undefined) return reported;
  const synced = readNationalSync(records).rows.map((each): Row => {
    const { row } = each;
    const dossierCode = codeIn('event' in each ? each.event : Object(records)[row - 1]);
    if ('event' in each) return { row, dossierCode, event: each.event };
    const { field, sentence: message } = each.problem;
    return {
      row,
      dossierCode,
      errors: [{ pointer: `/${field.replaceAll('.', '/')}`, code: 'record', message }],
    };
  });
  return [...reported, ...synced];
};

/** Reports in requests of the usual size, each decided before the next comes; answers the rows that were not taken in. */
const report = async (
  stage: Stage,
  flows: Flows,
  ward: Ward,
  step: RehearsalStep,
  number: number,
): Promise<RejectedRow[]> => {
  const rows = rowsIn(step);
  const rejected: RejectedRow[] = [];
  for (let from = 0; from < rows.length; from += eventsAtOnce) {
    const some = rows.slice(from, from + eventsAtOnce);
    const events = some.flatMap((row) => ('event' in row ? [row] : []));
    const results = await flows.accept(
      ward,
      events.map(({ event }) => event),
      'vi',
    );
    const refusals = new Map(
      events.flatMap(({ row }, at): [number, ProblemError[]][] => {
        const { problem } = results[at]!;
        return problem ? [[row, wrongIn(problem)]] : [];
      }),
    );
    for (const { row, dossierCode, ...rest } of some) {
      const errors = 'errors' in rest ? rest.errors : refusals.get(row);
      if (errors) rejected.push({ step: number, row, dossierCode, errors });
    }
    const taken = results.flatMap(({ eventId, outcome }) =>
      outcome === 'accepted' ? [eventId as EventId] : [],
    );
    if (taken.length > 0) await flows.decide(await stage.events.find(ward, taken));
    await flows.answerRings();
  }
  return rejected;
};

const write = async (
  { vault }: Stage,
  flows: Flows,
  { from, text, id }: NonNullable<RehearsalStep['sms']>,
  receivedAt: Instant,
  number: number,
): Promise<void> => {
  const message = { ...inbox, from, text, receivedAt, providerId: id ?? `step-${number}` };
  await flows.answer(inboundTextOf(message, (name) => vault.hash(name)));
  await flows.answerRings();
};
