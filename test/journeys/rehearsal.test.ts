import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RehearsalAnswer } from '../../shared/domain/rehearsal/rehearsal.ts';
import { tool } from './actors/a-tool.ts';
import {
  aDirectory,
  aWardOffice,
  type Credentials,
  dayAt,
  itemsOf,
  ledgerOf,
  notificationsIn,
  until,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from './actors/a-ward-office.ts';

const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

const body = (number: number, differs: Record<string, unknown> = {}) => ({
  eventId: `r-${number}`,
  dossierCode: `H29.26-260302-000${number}`,
  status: 'completed',
  applicant: { name: 'Nguyễn Thị Hằng', phone: `09123456${70 + number}` },
  ...differs,
});

describe('rehearse on the command line', () => {
  it('answers each row, and a row that cannot be played says what to do and stops no other', async () => {
    const at = '2026-03-02T09:30:00+07:00';
    const event = body(1, { occurredAt: '2026-03-02T09:15:00+07:00' });
    const input = lines([
      { steps: [{ at, events: [event, { ...event, eventId: 'r-2', status: 'done' }] }] },
      { steps: [{ at: '2026-03-02 09:30' }] },
      { steps: [{ at, events: [{ ...event, applicant: { phone: '0100000003' } }] }] },
    ]);
    const { status, stdout } = await tool(['rehearse'], { input });
    const [first, second, third] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(status).toBe(1);
    expect(RehearsalAnswer.parse(first)).toMatchObject({
      messages: [{ to: '+84912345671', state: 'sent', parts: 1 }],
      rejected: [{ step: 1, row: 2, errors: [{ pointer: '/status' }] }],
      worklist: [{ list: 'rows', dossierCode: event.dossierCode }],
    });
    expect(second).toMatchObject({ error: 'unreadable', errors: [{ pointer: '/steps/0/at' }] });
    expect(third).toMatchObject({ messages: [{ state: 'failed' }], worklist: [{ list: 'failed' }] });
  });
});

describe('a file, tried out and then pushed', () => {
  let office: WardOffice;
  let clerk: Credentials;
  let file: string;
  let rows: Record<string, unknown>[];
  beforeAll(async () => {
    office = await aWardOffice();
    clerk = await office.credentials('--ward', vungTau);
    await office.cli(['ward', 'set', vungTau, '--office', 'UBND P. Vung Tau', '--hotline', '0254 385 2999']);
    // An hour that is over by this machine's own clock as well, which is the one that a dry run goes by.
    const occurredAt = `${dayAt(0)}T00:00:00+07:00`;
    rows = [
      body(1, { occurredAt, returnMethod: 'electronic' }),
      body(2, { occurredAt, status: 'supplement-requested' }),
      body(3, { occurredAt, applicant: { phone: '0100000002' }, status: 'not-accepted' }),
      body(4, { occurredAt, applicant: { phone: '0254 385 2101' }, returnMethod: 'electronic' }),
      body(5, { occurredAt, applicant: { phone: '12' } }),
      body(6, { occurredAt, status: 'done' }),
    ];
    file = join(await aDirectory(), 'day.ndjson');
    await writeFile(file, lines(rows));
  }, 120_000);
  afterAll(() => office.stop());

  it('is priced and shown before anything is sent', async () => {
    const tried = await office.cli(['push', file, '--dry-run', '--show', '--price-per-part', '440'], clerk);
    expect(tried.stderr).toBe('');
    expect(tried.status).toBe(1);
    expect(tried.stdout.split('\n')[0]).toBe(
      'This would text 3 citizens (5 parts, about 2,200 đ), ask for 1 call, write 0 letters, order 0 journeys; 1 row refused.',
    );
    expect(tried.stdout).toContain('row 6 ');
    expect(tried.stdout).toContain('unreachable H29.26-260302-0005 phone-unreadable');
    expect(tried.stdout).toMatch(/\+84912345671 sms UBND P\. Vung Tau: .*ho so H29\.26-260302-0001/i);
  });

  it('tells the citizens what the rehearsal said, word for word', async () => {
    const tried = await office.cli(['push', file, '--dry-run', '--show'], clerk);
    await office.cli(['push', file], clerk);
    const told = notificationsIn(await whenAllIsSaid(office.system, 5));
    expect(told).toHaveLength(4);
    const taken = await ledgerOf(office.system);
    const said = tried.stdout.split('\n').filter((line) => line.startsWith('+84'));
    expect(taken.map(({ to, text }) => `${to} sms ${text}`).toSorted()).toEqual(
      said.filter((line) => !line.startsWith('+84100000002')).toSorted(),
    );
    expect(taken).toHaveLength(2);
    // Whether it arrived a carrier says in its own time.
    await until('the third is known not to have arrived', async () =>
      notificationsIn(await itemsOf(office.system)).some(
        ({ dossierCode, state }) => dossierCode.endsWith('3') && state === 'undelivered',
      ),
    );
  });
});
