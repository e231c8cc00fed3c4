import { describe, expect, it } from 'vitest';
import { gatewayParameters } from '../../shared/domain/gateway-parameters.ts';
import { aTemplate } from '../support/sms-template.ts';

const registered = (approved: boolean) =>
  aTemplate({ provider: { vnpt: { templateId: '77', params: ['code', 'office'], approved } } });
const values = { office: 'UBND xã Định Yên', code: 'H20.12-260302-0001' };

describe('a gateway that sends registered templates', () => {
  it('gets the values in its own order, written as the citizen reads them', () => {
    expect(gatewayParameters(registered(true), 'vnpt', values)).toEqual({
      templateId: '77',
      params: ['H20.12-260302-0001', 'UBND xa Dinh Yen'],
    });
  });

  it.each([
    ['it has not approved the template', registered(false), 'vnpt', values],
    ['it is another gateway', registered(true), 'esms', values],
    ['a value is missing', registered(true), 'vnpt', { office: 'UBND' }],
    ['a value is refused', registered(true), 'vnpt', { ...values, office: 'evil.vn' }],
  ])('gets nothing when %s', (_, template, gateway, given) => {
    expect(gatewayParameters(template, gateway, given)).toBeUndefined();
  });
});
