import { countsOf, reportedRows, rowsAtOnce } from '../../domain/sheet/imports/import-rows.ts';
import { moved, type SheetImport } from '../../domain/sheet/imports/sheet-import.ts';
import { eventsAtOnce } from '../../domain/dossier/event/judge-event.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';
import type { PushRow } from '../../domain/sheet/json-rows.ts';
import type { AnsweredRow } from '../../domain/sheet/report/answered-rows.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { RowResult } from '../dossier/accept-status.ts';
import { checkImport, keepReport, openImport, readImport, type ReadingPorts } from './read-import.ts';

type Ports = ReadingPorts & {
  accept: (ward: Ward, rows: readonly unknown[], language: 'vi') => Promise<RowResult[]>;
  doorbell: Pick<Doorbell<string>, 'ring'>;
  pause: (milliseconds: number) => Promise<void>;
  /** How many rows are answered between two notes, the same for the whole life of an import. */
  chunk?: number;
};

/** `overtaken`: somebody else works on it or asked for something else; `later`: another ring goes on with it. */
export type ImportWorked = { is: 'waits' | 'done' | 'refused' | 'gone' | 'overtaken' | 'later' };

/** How long to wait before rows that the store was too busy to take are offered again, in milliseconds. */
const waits = [500, 2000, 5000];

const isBusyRow = ({ problem }: RowResult): boolean => problem?.type === 'try-again';

/** The results in order; throws where the store stays too busy, so that the ring comes back and goes on here. */
const taken = async (ports: Ports, ward: Ward, events: readonly unknown[]): Promise<RowResult[]> => {
  const results = await ports.accept(ward, events, 'vi');
  for (const wait of waits) {
    const again = results.flatMap((result, at) => (isBusyRow(result) ? [at] : []));
    if (again.length === 0) return results;
    await ports.pause(wait);
    const second = await ports.accept(
      ward,
      again.map((at) => events[at]),
      'vi',
    );
    again.forEach((at, place) => (results[at] = second[place]!));
  }
  if (results.some(isBusyRow)) throw new Error('the store is too busy to take rows of an import');
  return results;
};

/** A chunk of rows, a request's worth at a time: a file tells a day in its order. */
const answersTo = async (ports: Ports, ward: Ward, rows: readonly PushRow[]): Promise<AnsweredRow[]> => {
  const events = rows.flatMap((row) => ('event' in row ? [row] : []));
  const answers: AnsweredRow[] = [];
  for (let from = 0; from < events.length; from += eventsAtOnce) {
    const some = events.slice(from, from + eventsAtOnce);
    const results = await taken(
      ports,
      ward,
      some.map(({ event }) => event),
    );
    results.forEach(({ outcome, problem, warnings }, at) => {
      const errors =
        problem?.errors ?? (problem && [{ pointer: '', code: problem.type, message: problem.title }]);
      answers.push({
        row: some[at]!.row,
        outcome,
        ...(errors && { errors }),
        ...(warnings && { warnings }),
      });
    });
  }
  return answers;
};

const allAnswers = async ({ files, chunk = rowsAtOnce }: Ports, one: SheetImport): Promise<AnsweredRow[]> => {
  const answers: AnsweredRow[] = [];
  for (let from = 0; from < one.answered; from += chunk) {
    const kept = await files.read(one, `answers-${from}.json`);
    if (kept === undefined) throw new Error('answers of an import are gone');
    answers.push(...(JSON.parse(Buffer.from(kept).toString()) as AnsweredRow[]));
  }
  return answers;
};

/**
 * Sends the rows of an import that was started, from the last one that was answered on. Answers are kept before it is noted
 * how far it came, so whoever goes on after a death repeats at most one chunk, whose events are known then.
 */
const sendRows = async (
  ports: Ports,
  started: SheetImport,
  isLate: () => boolean,
): Promise<SheetImport | 'conflict' | 'later'> => {
  const opened = await openImport(ports, started);
  if (!opened.ok) throw new Error(`an import that was read is ${opened.problem.code} now`);
  let one = started;
  while (one.answered < opened.rows.length) {
    if (isLate()) return 'later';
    const from = one.answered;
    const rows = opened.rows.slice(from, from + (ports.chunk ?? rowsAtOnce));
    const answers = await answersTo(ports, one.ward, rows);
    await ports.files.keep(one, `answers-${from}.json`, Buffer.from(JSON.stringify(answers)));
    const noted = await ports.imports.save({ ...one, answered: from + rows.length });
    if (noted === 'conflict') return noted;
    one = noted;
  }
  const rows = reportedRows(opened, await allAnswers(ports, one));
  await keepReport(ports.files, one, rows);
  const ended = moved(one, 'ended', { counts: countsOf(rows), endedAt: ports.clock() });
  return ended ? ports.imports.save(ended) : 'conflict';
};

/**
 * Answers one ring: brings an import as far as it goes without a person, from wherever it stands. Whoever is late rings
 * again; of two that work on one import the slower stops at its next note.
 */
export const runImport =
  (ports: Ports) =>
  async ({ ward, id }: { ward: Ward; id: string }, isLate: () => boolean): Promise<ImportWorked> => {
    let one = await ports.imports.find(ward, id);
    if (one === undefined) return { is: 'gone' };
    const ringAgain = async (): Promise<ImportWorked> => {
      await ports.doorbell.ring([{ ward, id }]);
      return { is: 'later' };
    };
    for (;;) {
      if (one.state === 'checked') return { is: 'waits' };
      if (one.state === 'done' || one.state === 'refused') return { is: one.state };
      if (isLate()) return ringAgain();
      const next: SheetImport | 'conflict' | 'later' =
        one.state === 'uploaded'
          ? await readImport(ports)(one)
          : one.state === 'read'
            ? await checkImport(ports)(one)
            : await sendRows(ports, one, isLate);
      if (next === 'conflict') return { is: 'overtaken' };
      if (next === 'later') return ringAgain();
      one = next;
    }
  };
