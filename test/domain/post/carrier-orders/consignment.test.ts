import { describe, expect, it } from 'vitest';
import { consignmentOf, wholeAddress } from '../../../../shared/domain/post/carrier-orders/consignment.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { aJob, anAddress, aWantedJob } from '../../../support/builders/post.ts';

const consigned = (...job: Parameters<typeof aJob>) => consignmentOf(aJob(...job), 'BT1', placesSample);

describe('what a carrier is asked to carry', () => {
  it('goes to a place in the names of the catalogue, and says nothing about whose affairs it is', () => {
    const consignment = consigned();
    expect(consignment.to).toEqual({
      name: 'Nguyễn Thị Hằng',
      phone: '0912345678',
      line: 'Số 12, đường Nguyễn Huệ, Khóm 2',
      commune: { code: '29926', name: 'xã Tân Hồng' },
      province: { code: '82', name: 'Đồng Tháp' },
    });
    expect(wholeAddress(consignment.to)).toBe('Số 12, đường Nguyễn Huệ, Khóm 2, xã Tân Hồng, Đồng Tháp');
    expect(JSON.stringify(consignment)).not.toMatch(/H29|result-papers/);
  });

  it('names the district of before July 2025 only where the address still has one', () => {
    const legacy = { legacy: { district: 'Huyện Tân Hồng' } };
    const recipient = { ...aWantedJob().recipient, address: anAddress(legacy) };
    expect(consigned({}, { recipient }).to.district).toBe('Huyện Tân Hồng');
    expect(consigned().to).not.toHaveProperty('district');
  });

  it('collects what is due at the door, in whole đồng, and then the office pays the carrier', () => {
    expect(consigned()).toMatchObject({ cod: 30_000, payer: 'office' });
    expect(consigned({}, { codDue: 0 })).toMatchObject({ cod: 0, payer: 'recipient' });
  });

  it('tells the deliverer whom to hand it to', () => {
    expect(consigned().note).toBe('Kiểm tra giấy tờ tùy thân của người nhận. Chỉ giao tận tay người nhận.');
    const recipient = { ...aWantedJob().recipient, idDocumentRequired: false, proxyAllowed: true };
    expect(consigned({}, { recipient }).note).toBe('');
  });
});
