import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/decision/decide.ts';
import { E164, readPhone } from '../../../shared/domain/phone/read-phone.ts';
import { playTestNumber } from '../../../shared/domain/notification/played-carrier.ts';
import { fateOf } from '../../../shared/domain/phone/test-numbers.ts';
import { anEvent, circumstances, now } from '../../support/builders/dossiers.ts';

const numbers = Array.from({ length: 9 }, (_, index) => `010000000${index + 1}`);
const toldAt = (phone: string) =>
  decide(anEvent({ applicant: { name: 'Nguyễn Thị Hằng', phone } }), undefined, circumstances(), now);

describe('a test number', () => {
  it.each(numbers)('%s is read like a mobile number, however it is written', (number) => {
    const e164 = number.replace(/^0/, '+84');
    for (const written of [
      number,
      e164,
      `0084${number.slice(1)}`,
      `${number.slice(0, 4)} ${number.slice(4)}`,
    ])
      expect(readPhone(written)).toEqual({ ok: true, e164, known: true, plays: fateOf(number) });
    expect(E164.safeParse(e164).success).toBe(true);
  });

  it.each(['0100000000', '0100000010', '0110000001', '01000000011', '0100000001 0100000002'])(
    'is not %s',
    (phone) => expect(readPhone(phone)).toMatchObject({ ok: false }),
  );

  it('plays its fate by its last digit', () => {
    const outcomes = numbers.map((number) => {
      const played = playTestNumber(number.replace(/^0/, '+84'), { attempt: 'a', attempts: 1 });
      return [played?.handover.outcome, played?.receipt];
    });
    expect(outcomes).toEqual([
      ['accepted', 'delivered'],
      ['accepted', 'undelivered'],
      ['refused', undefined],
      ['busy', undefined],
      ['unknown', undefined],
      ['accepted', undefined],
      ['accepted', 'delivered'],
      ['accepted', 'delivered'],
      ['busy', undefined],
    ]);
    const later = (attempts: number) => playTestNumber('+84100000004', { attempt: 'a', attempts });
    expect(later(2)).toMatchObject({ handover: { outcome: 'accepted' }, receipt: 'delivered' });
  });

  it('is decided like anybody: six get a text, the seventh wants none, the eighth a call', () => {
    const decisions = numbers.map((number) => toldAt(number));
    expect(decisions.map(({ notifications }) => notifications[0]?.channel)).toEqual([
      ...Array.from({ length: 6 }, () => 'sms'),
      undefined,
      'call-list',
      'sms',
    ]);
    expect(decisions[6]).toMatchObject({ silent: 'opted-out' });
    expect(decisions[0]!.spent?.phone.day.used).toBe(1);
  });

  it('is never a real phone', () => {
    expect(fateOf('+84912345678')).toBeUndefined();
    expect(playTestNumber('+84912345678', { attempt: 'a', attempts: 1 })).toBeUndefined();
  });
});
