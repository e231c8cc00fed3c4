import { describe, expect, it } from 'vitest';
import { hours } from '../../../shared/domain/values/instant.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import type { EventId } from '../../../shared/domain/values/ids.ts';
import { vungTau } from '../../support/builders/dossiers.ts';
import { aDaysEvents } from '../../support/counting/counted-day.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

/** The messages of the sample day, told by an office with a long name for its counter. */
const messagesOf = async (shortTexts: boolean) => {
  const { accept, decide, turn, store } = aWardsDay('accepted');
  const names = {
    office: 'UBND P. Vung Tau',
    returnPlace: 'Trung tam PVHCC P. Vung Tau',
    hotline: '0254 3852 101',
  };
  await store.settings.save({ ...defaultSettings(vungTau), ...names, shortTexts });
  turn(hours(9));
  const events = aDaysEvents(1);
  for (let at = 0; at < events.length; at += 100) await accept(vungTau, events.slice(at, at + 100), 'vi');
  const ids = [...new Set(events.map(({ eventId }) => eventId))] as string[] as EventId[];
  const { rows } = await decide(await store.events.find(vungTau, ids));
  return rows
    .flatMap((row) => ('decision' in row ? row.decision.notifications : []))
    .filter(({ channel }) => channel === 'sms');
};

const meanOf = (parts: readonly number[]): number => parts.reduce((sum, one) => sum + one, 0) / parts.length;

describe('the messages of a sample day', () => {
  it('cost 1.4 parts in the mean at most, though what asks for something says all', async () => {
    const told = await messagesOf(false);
    expect(told.length).toBeGreaterThan(100);
    expect(meanOf(told.map(({ parts }) => parts))).toBeLessThanOrEqual(1.4);
  });

  it('cost one part each in an office that chose short texts', async () => {
    const told = await messagesOf(true);
    expect(new Set(told.map(({ parts }) => parts))).toEqual(new Set([1]));
  });
});
