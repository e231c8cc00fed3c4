import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actOnDossier, type DossierAct } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { hours } from '../../../shared/domain/values/instant.ts';
import type { EventId } from '../../../shared/domain/values/ids.ts';
import { anEventBody, code, vungTau } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

const anOffice = async () => {
  const day = aWardsDay({ outcome: 'accepted', reference: 'r' });
  const act = actOnDossier({
    ...day.store,
    decide: day.decide,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    clock: day.clock,
  });
  const report = async (body: Record<string, unknown>) => {
    await day.accept(vungTau, [body], 'vi');
    await day.decide(await day.store.events.find(vungTau, [body['eventId'] as EventId]));
    for (const id of day.rung.splice(0)) await day.send(id);
  };
  const does = async (asked: DossierAct, key?: string) => {
    day.turn(hours(0.01));
    const acted = await act(vungTau, code, asked, { by: 'one-stop', key });
    for (const id of day.rung.splice(0)) await day.send(id);
    return acted;
  };
  await report(anEventBody());
  return { ...day, does, report, to: () => day.taken.map((one) => one.to) };
};
const phone = (number: string): DossierAct => ({
  what: 'correct',
  reason: 'gõ nhầm số',
  facts: { applicant: { phone: number } },
});

describe('an office puts a dossier right', () => {
  it('tells the right phone once, keeps who did it and why, and says when nothing is left to do', async () => {
    const office = await anOffice();
    expect(await office.does(phone('0987 654 321'))).toMatchObject({ is: 'done', outcome: 'accepted' });
    expect(await office.does(phone('0987 654 321'))).toMatchObject({ is: 'done', outcome: 'unchanged' });
    expect(office.to()).toEqual(['+84912345678', '+84987654321']);
    const kept = office.store.kept();
    expect(kept.events.at(-1)).toMatchObject({
      act: { what: 'correct', by: 'one-stop', reason: 'gõ nhầm số' },
    });
    expect(kept.events.at(-1)!.outcome!.corrects).toHaveLength(1);
  });

  it('does one key once, and refuses it for another act', async () => {
    const office = await anOffice();
    await office.does(phone('0987 654 321'), 'k-1');
    expect(await office.does(phone('0987 654 321'), 'k-1')).toMatchObject({ outcome: 'duplicate' });
    expect(await office.does(phone('0908 111 222'), 'k-1')).toEqual({ is: 'event-id-reused' });
  });

  it('takes back by one apology what was told by mistake, and knows nobody else’s events', async () => {
    const office = await anOffice();
    const mistake = {
      what: 'void',
      reason: 'nhầm hồ sơ',
      eventId: 'e-1' as EventId,
      silently: false,
    } as const;
    expect(await office.does(mistake)).toMatchObject({ outcome: 'accepted' });
    expect(await office.does(mistake)).toMatchObject({ outcome: 'unchanged' });
    expect(office.taken.map(({ text }) => text).at(-1)).toMatch(/Tin truoc ve ho so .* la gui nham, xin loi/);
    expect(office.taken).toHaveLength(2);
    expect(await office.does({ ...mistake, eventId: 'nobodys' as EventId })).toEqual({ is: 'not-found' });
  });
});
