import { describe, expect, it } from 'vitest';
import { hours } from '../../../shared/domain/values/instant.ts';
import { listOverdue } from '../../../shared/flows/dossier/list-overdue.ts';
import { anEventBody, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

const received = (code: string, dueAt: string, differs: object = {}) =>
  anEventBody({
    eventId: `${code}-r`,
    dossierCode: code,
    status: 'received',
    occurredAt: '2026-02-20T08:00:00+07:00',
    dueAt,
    ...differs,
  });
const yesterday = '2026-02-27T17:00:00+07:00';
const today = '2026-03-02T17:00:00+07:00';

describe('what a ward owes an apology for', () => {
  it('is late and unfinished without an apology, the longest late first, and what is due today', async () => {
    const { accept, decide, store, clock, turn } = aWardsDay('accepted');
    const rows = [
      received('LATE-1', yesterday),
      received('LATE-2', '2026-02-25T17:00:00+07:00'),
      received('TODAY', today),
      received('LATER', '2026-03-09T17:00:00+07:00'),
      received('DONE', yesterday),
      anEventBody({ eventId: 'DONE-c', dossierCode: 'DONE', occurredAt: '2026-02-27T16:00:00+07:00' }),
      received('SORRY', yesterday),
      anEventBody({
        eventId: 'SORRY-d',
        dossierCode: 'SORRY',
        status: 'delayed',
        occurredAt: '2026-02-27T09:00:00+07:00',
        newDueAt: '2026-03-06T17:00:00+07:00',
      }),
    ];
    await accept(vungTau, rows, 'vi');
    turn(hours(1));
    const ids = rows.map(({ eventId }) => eventId as never);
    await decide(await store.events.find(vungTau, ids));
    const overdue = listOverdue({ dossiers: store.dossiers, clock });
    expect(await overdue(vungTau)).toEqual({
      late: [
        { code: 'LATE-2', dueOn: '2026-02-25', daysLate: 5 },
        { code: 'LATE-1', dueOn: '2026-02-27', daysLate: 3 },
      ],
      apologiseToday: [{ code: 'TODAY', dueAt: '2026-03-02T10:00:00.000Z' }],
    });
    expect(await overdue(tanHong)).toEqual({ late: [], apologiseToday: [] });
  });
});
