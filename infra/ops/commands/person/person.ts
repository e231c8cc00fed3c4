import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { DossierSummary } from '../../../../shared/domain/api/timeline.ts';
import { nationalCalendars } from '../../../../shared/domain/calendar/national/calendars.ts';
import {
  deadlines,
  firstAnswer,
  lastDayFor,
  personRights,
} from '../../../../shared/domain/rights/deadlines.ts';
import { Erasure, type Marks, RequestedBy } from '../../../../shared/domain/rights/erasure.ts';
import { keptInWords } from '../../../../shared/domain/rights/api-shapes.ts';
import { marksOf } from '../../../../shared/domain/rights/person-request.ts';
import { personPaper } from '../../../../shared/domain/rights/person-paper.ts';
import { dayOf, Day } from '../../../../shared/domain/values/day.ts';
import { InstantWithOffset, instantOf } from '../../../../shared/domain/values/instant.ts';
import type { Vault } from '../../../../shared/domain/values/vault.ts';
import { erasePerson } from '../../../../shared/flows/rights/erase-person.ts';
import { signIn } from '../../api-client/api.ts';
import { wardIn, writeLine } from '../ward/ward.ts';
import { openPersonPress } from '../../../../shared/adapters/pdf/person-press.ts';
import { openRights } from './store.ts';

type Whom = { ward: string; phone?: string; dossier?: string };

/** Who is meant, as hashes. Throws on a phone or a code that nothing is kept under. */
const meant = ({ phone, dossier }: Omit<Whom, 'ward'>, vault: Pick<Vault, 'hash'>): Marks => {
  const read = marksOf({ phone, dossierCode: dossier }, vault);
  if (!read.ok) throw new Error(`${read.error.message}: --phone with a mobile number, or --dossier.`);
  return read.marks;
};

const requested = (given: unknown): RequestedBy => {
  const { request, by, reason } = given as RequestedBy;
  return RequestedBy.parse({ request, by, reason });
};

const whom = (command: Command): Command =>
  command
    .requiredOption('--ward <code>', 'the office that was asked, five digits')
    .option('--phone <number>', 'the citizen’s phone, in any spelling')
    .option('--dossier <code>', 'instead of a phone: everything of this dossier')
    .requiredOption('--request <number>', 'the office’s number of the citizen’s own request')
    .requiredOption('--by <name>', 'the leader who answers for it')
    .requiredOption('--reason <words>', 'why; it is kept sealed in the office’s log');

const exportPerson = async (given: Whom & { pdf?: string }, command: Command): Promise<void> => {
  const { request, by, reason } = requested(given);
  const { persons, audit, vault, clock } = await openRights(command);
  const ward = wardIn(given.ward);
  const told = await persons.find(ward, meant(given, vault));
  const at = clock();
  const deed = { id: randomUUID(), ward, at, officer: 'command-line', by, what: 'person-exported' };
  await audit.note({ ...deed, about: request, outcome: 'done', words: reason });
  if (given.pdf !== undefined) {
    const printed = openPersonPress()(personPaper(told, { office: `UBND ${ward}`, request, at }));
    if (!printed.ok) throw new Error('The paper was not printed.');
    writeFileSync(given.pdf, printed.pdf, { mode: 0o600 });
  }
  process.stdout.write(
    `${JSON.stringify({ ward, request, at, count: told.length, items: told }, undefined, 2)}\n`,
  );
};

/** The receipt as it is handed over: with what is kept in words, and where that is written. */
const receiptOf = (erasure: Erasure) => ({
  ...erasure,
  kept: keptInWords(erasure.kept),
});

const erase = async (given: Whom, command: Command): Promise<void> => {
  const { persons, audit, vault, clock, files } = await openRights(command);
  const flow = erasePerson({ persons, audit, files: files(), clock, newId: randomUUID });
  writeLine(receiptOf(await flow(wardIn(given.ward), meant(given, vault), requested(given))));
};

/** Puts a phone right in each of its dossiers, or facts of one, as an office does at its desk. */
const correct = async (
  given: { phone?: string; to?: string; dossier?: string; facts?: string; reason: string },
  command: Command,
): Promise<void> => {
  const api = await signIn(command);
  const { phone, dossier, to, facts, reason } = given;
  if ((phone === undefined) === (dossier === undefined)) throw new Error('Give either --phone or --dossier.');
  if ((phone === undefined ? facts : to) === undefined)
    throw new Error('Give --phone with --to, or --dossier with --facts.');
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await api.fetch(path, init);
    if (!answer.ok) throw new Error(`${api.url} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const Found = z.object({ dossiers: z.array(DossierSummary.pick({ dossierCode: true })) });
  const codes =
    dossier === undefined
      ? Found.parse(await ask(`/v1/dossiers?phone=${encodeURIComponent(phone!)}`)).dossiers.map(
          ({ dossierCode }) => dossierCode,
        )
      : [dossier];
  const body = {
    reason,
    facts: facts === undefined ? { applicant: { phone: to } } : (JSON.parse(facts) as unknown),
  };
  for (const code of codes)
    writeLine(
      await ask(`/v1/dossiers/${encodeURIComponent(code)}/correct`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
};

const list = async (_options: unknown, command: Command): Promise<void> => {
  const { persons } = await openRights(command);
  for (const erasure of await persons.erasures()) writeLine(erasure);
};

const receiptsIn = (from: string): Erasure[] =>
  readFileSync(from === '-' ? 0 : from, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Erasure.parse(JSON.parse(line)));

const reapply = async (
  { from, since }: { from?: string; since: string },
  command: Command,
): Promise<void> => {
  const { persons, files } = await openRights(command);
  const broughtBackFrom = InstantWithOffset.parse(since);
  const receipts = from === undefined ? await files().receipts() : receiptsIn(from);
  // Whoever was erased before is so in the table, and may have come again with something new.
  for (const erasure of receipts.filter(({ at }) => at > broughtBackFrom)) {
    const { erased, kept, fileKeys, jobs } = await persons.erase(erasure.ward, erasure.marks);
    await files().removeFiles(fileKeys);
    for (const job of jobs) await files().removeEvidence(job);
    await persons.remember(erasure);
    writeLine({ id: erasure.id, ward: erasure.ward, request: erasure.request, erased, kept });
  }
};

const due = ({ on }: { on?: string }): void => {
  const day = on === undefined ? dayOf(instantOf(new Date())) : Day.parse(on);
  for (const [asked, deadline] of [
    ['first-answer', firstAnswer] as const,
    ...personRights.map((name) => [name, deadlines[name]] as const),
  ])
    writeLine({ asked, lastDay: lastDayFor(deadline, day, nationalCalendars), ...deadline });
};

/** `person`: what a citizen may ask of an office about their own data. */
export const personCommand = (): Command => {
  const person = new Command('person').description(
    'a citizen’s rights over their own data: show, correct, erase',
  );
  whom(person.command('export'))
    .description('everything that is kept about somebody, as one JSON, and to be printed with --pdf')
    .option('--pdf <file>', 'also as a paper for the citizen')
    .action(exportPerson);
  whom(person.command('erase'))
    .description(
      'erase somebody, but what a law keeps; the receipt names nobody. Keep its line outside the table',
    )
    .action(erase);
  person
    .command('correct')
    .description('put a phone right in all its dossiers, or facts of one dossier')
    .option('--phone <number>', 'the phone as it is noted now')
    .option('--to <number>', 'with --phone: the phone that is right')
    .option('--dossier <code>', 'the dossier whose facts are wrong')
    .option('--facts <json>', 'with --dossier: such as {"applicant":{"name":"…"}}')
    .requiredOption('--reason <words>', 'why; it is kept with who asked')
    .action(correct);
  person
    .command('erased')
    .description('who was erased, by keyed hashes: one line each, to be kept outside the table')
    .action(list);
  person
    .command('reapply')
    .description(
      'erase again whom a table that was brought back knows of: before anybody works with it, and once more when the offices have reported again',
    )
    .requiredOption(
      '--since <instant>',
      'the moment it was brought back from, such as 2026-03-02T09:00:00+07:00',
    )
    .option(
      '--from <file>',
      'the lines of `person erased`, - for stdin; without it, what lies beside the table',
    )
    .action(reapply);
  person
    .command('due')
    .description('until when requests that come in on a day are to be answered, and where that is written')
    .option('--on <day>', 'such as 2026-12-01; today without it')
    .action(due);
  return person;
};
