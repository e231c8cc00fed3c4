import { describe, expect, it } from 'vitest';
import { type CarrierMessage, registeredWith } from '../../shared/domain/carrier-message.ts';
import { receiptMeans } from '../../shared/domain/carrier-report.ts';

const aMessage = (given: Partial<CarrierMessage> = {}): CarrierMessage => ({
  to: '+84912345678',
  text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua',
  attempt: 'a-1',
  values: { office: 'UBND P. Vung Tau', code: 'H29.26-260302-0001' },
  provider: { vnpt: { templateId: '1234', params: ['code', 'office'], approved: true } },
  ...given,
});

describe('a template registered with a gateway', () => {
  it('gets its values in the order the gateway wants', () => {
    expect(registeredWith('vnpt', aMessage())).toEqual({
      ok: true,
      templateId: '1234',
      params: [
        { field: 'code', value: 'H29.26-260302-0001' },
        { field: 'office', value: 'UBND P. Vung Tau' },
      ],
    });
  });

  it('may leave a value empty', () => {
    const message = aMessage({ values: { office: '', code: 'H29.26-260302-0001' } });
    expect(registeredWith('vnpt', message)).toMatchObject({ ok: true });
  });

  it.each([
    ['another gateway knows nothing of it', 'zalo', {}, 'template-not-registered'],
    ['no gateway was named', 'vnpt', { provider: {} }, 'template-not-registered'],
    ['a gateway is called like a property of every object', 'constructor', {}, 'template-not-registered'],
    ['a value is missing', 'vnpt', { values: { code: 'x' } }, 'value-missing'],
    [
      'it waits for approval',
      'vnpt',
      { provider: { vnpt: { templateId: '1234', params: [], approved: false } } },
      'template-not-approved',
    ],
  ])('cannot be used when %s', (_, carrier, given, why) => {
    expect(registeredWith(carrier, aMessage(given))).toEqual({ ok: false, why });
  });
});

describe('what a receipt is worth', () => {
  it.each(['sns', 'eum', 'esms', 'speedsms', 'vnpt', 'one we never met'])(
    '%s only says that the carrier took it',
    (carrier) => {
      expect(receiptMeans(carrier)).toMatchObject({ evidence: 'carrier', en: 'carrier accepted' });
    },
  );

  it('only Zalo can say that the phone has it', () => {
    expect(receiptMeans('zalo').evidence).toBe('phone');
  });
});
