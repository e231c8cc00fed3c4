import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  aDirectory,
  aWardOffice,
  dayAt,
  itemsOf,
  ledgerOf,
  notificationsIn,
  until,
  vungTau,
} from './actors/a-ward-office.ts';

describe('a carrier whose answer is lost', () => {
  it.each([
    ['End User Messaging gives our notification back in its events', 'eum'],
    ['eSMS gives our attempt back in its callback', 'esms'],
  ])('settles the doubt by its report: %s', async (_, carrier) => {
    const office = await aWardOffice({ carriers: [carrier], faults: 'drop-after-accept=100%' });
    onTestFinished(() => office.stop());
    const clerk = await office.credentials('--ward', vungTau);
    const row = {
      eventId: 'e-1',
      dossierCode: 'H29.26-260302-0001',
      status: 'completed',
      occurredAt: `${dayAt(office.clockOffset)}T16:00:00+07:00`,
      applicant: { phone: '0912 888 001' },
    };
    const file = join(await aDirectory(), 'day.ndjson');
    await writeFile(file, JSON.stringify(row));
    await office.cli(['push', file], clerk);
    // A report that comes before the doubt has its name waits for the clock, which strikes each minute.
    await until(
      'the doubt settled',
      async () => notificationsIn(await itemsOf(office.system))[0]?.state === 'delivered',
      90_000,
    );
    expect(office.counted('unknown')).toBe(1);
    expect(await ledgerOf(office.system)).toHaveLength(1);
  });
});
