import { describe, expect, it } from 'vitest';
import { type CarrierMessage, registeredWith } from '../../../shared/domain/text/carrier-message.ts';
import { receiptMeans } from '../../../shared/domain/inbound/carrier-report.ts';
import { registeredTemplates } from '../../../shared/domain/text/render.ts';
import { aTemplate } from '../../support/builders/sms-template.ts';

const values = { office: 'UBND xã Định Yên', code: 'H20.12-260302-0001' };

describe('a template registered with gateways', () => {
  const template = aTemplate({
    provider: {
      vnpt: { templateId: '77', params: ['code', 'office'], approved: true },
      zalo: { templateId: '7895417', params: ['office', 'code'], approved: true },
      esms: { templateId: '9', params: ['code', 'office'], approved: false },
    },
  });

  it('is filled for each gateway that approved it, in its order', () => {
    expect(registeredTemplates(template, values)).toEqual({
      vnpt: {
        templateId: '77',
        fields: ['code', 'office'],
        params: ['H20.12-260302-0001', 'UBND xa Dinh Yen'],
      },
      zalo: {
        templateId: '7895417',
        fields: ['office', 'code'],
        params: ['UBND xa Dinh Yen', 'H20.12-260302-0001'],
      },
    });
  });

  it('goes nowhere without its values, or when nobody registered it', () => {
    expect(registeredTemplates(template, { office: 'UBND' })).toEqual({});
    expect(registeredTemplates(template, { ...values, office: 'evil.vn' })).toEqual({});
    expect(registeredTemplates(aTemplate(), values)).toEqual({});
  });

  it('is found by the name of the carrier and by nothing else', () => {
    const message: CarrierMessage = {
      to: '+84912345678',
      text: 'Ho so da co ket qua',
      attempt: 'a-1',
      provider: registeredTemplates(template, values),
    };
    expect(registeredWith('vnpt', message)?.templateId).toBe('77');
    expect(registeredWith('esms', message)).toBeUndefined();
    expect(registeredWith('constructor', message)).toBeUndefined();
    expect(registeredWith('vnpt', { ...message, provider: {} })).toBeUndefined();
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
