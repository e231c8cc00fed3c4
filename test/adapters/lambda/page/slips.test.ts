import { describe, expect, it } from 'vitest';
import { slipPage } from '../../../../shared/adapters/lambda/page/slips/slip-page.ts';
import { pageText } from '../../../../shared/adapters/lambda/page/frame/html.ts';
import { memoryVault } from '../../../../shared/adapters/memory/vault.ts';
import { SlipForm } from '../../../../shared/domain/dossier/by-hand/slips.ts';
import type { DossierCode } from '../../../../shared/domain/dossier/dossier-code.ts';
import { receiptCodeOf } from '../../../../shared/domain/dossier/receipt/receipt-code.ts';
import { noLetters, WardLetters } from '../../../../shared/domain/letter/ward-letters.ts';
import { passIn } from '../../../../shared/domain/lookup/pass.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { readSlip } from '../../../../shared/flows/dossier/read-slip.ts';
import { anEventBody, code, vungTau } from '../../../support/builders/dossiers.ts';
import { aWardsDay } from '../../../support/builders/wards-day.ts';

const at = { officer: { name: 'Trần Thị Hoa', roles: ['clerk' as const] }, office: 'UBND', token: 't' };
const vault = memoryVault();
const open = 'để trống, ghi tay';

const anOffice = async (...events: Record<string, unknown>[]) => {
  const day = aWardsDay({ outcome: 'accepted', reference: 'r' });
  const letterhead = {
    parent: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
    name: 'Ủy ban nhân dân phường Vũng Tàu',
    place: 'Vũng Tàu',
    desk: 'Trung tâm Phục vụ hành chính công phường Vũng Tàu',
    phone: '0254 000 0000',
    authority: ['TM. Ủy ban nhân dân'],
    signer: 'Bùi Thị Liên',
  };
  const of = (withHead: boolean) =>
    readSlip({
      ...day.store,
      wardLetters: {
        of: async (ward) => (withHead ? WardLetters.parse({ ward, letterhead }) : noLetters(ward)),
      },
      places: async () => placesSample,
      receiptCodes: receiptCodeOf((text) => vault.hash(text)),
      vault,
      publicUrl: 'https://bao-tin.example.vn',
      clock: day.clock,
    });
  await day.accept(vungTau, events, 'vi');
  const ids = events.map(({ eventId }) => eventId as never);
  await day.decide(await day.store.events.find(vungTau, ids));
  const read = (form?: SlipForm, withHead = true) => of(withHead)(vungTau, code, form);
  const paper = async (form?: SlipForm, withHead = true) => {
    const text = pageText(slipPage(at, (await read(form, withHead))!));
    return text.slice(text.indexOf('<article'));
  };
  return { ...day, read, paper };
};
const received = (more: Record<string, unknown> = {}) =>
  anEventBody({ status: 'received', occurredAt: '2026-03-02T09:15:00+07:00', ...more });

describe('a slip', () => {
  it('is the receipt with both codes, a square code that opens the dossier, and who brings what', async () => {
    const { paper, read, clock } = await anOffice(
      received({ dueAt: '2026-03-06T17:00:00+07:00', filingChannel: 'online', procedureCode: '1.004873' }),
    );
    const text = await paper();
    for (const said of [
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      'Mẫu số 01',
      code,
      '17 giờ 00 phút, ngày 06/03/2026',
      '09 giờ 15 phút, ngày 02/03/2026',
      'Trực tuyến',
      'Cấp giấy xác nhận tình trạng hôn nhân',
      'Trung tâm Phục vụ hành chính công phường Vũng Tàu',
      'giấy ủy quyền',
    ])
      expect(text).toContain(said);
    const slip = (await read())!;
    expect(text).toContain(`${slip.receiptCode.slice(0, 4)} ${slip.receiptCode.slice(4)}`);
    expect(passIn(vault, slip.lookup.split('/tra-cuu/')[1]!, clock())).toEqual({ ward: vungTau, code });
  });

  it('leaves open what nobody told us, and makes up neither a date nor an office', async () => {
    const { paper } = await anOffice(received({ applicant: null, dueAt: null, procedureCode: null }));
    const text = await paper('01', false);
    expect(text).toContain('□ Không có ngày hẹn trả cụ thể theo quy định');
    expect(text).not.toMatch(/undefined|null|NaN/);
    expect(text.split(open).length).toBeGreaterThan(8);
  });

  it.each([
    ['02', { status: 'supplement-requested', reason: 'thiếu tờ khai', dueAt: '2026-03-12T17:00:00+07:00' }],
    ['03', { status: 'not-accepted', reason: 'không thuộc thẩm quyền' }],
    ['04', { status: 'delayed', reason: 'chờ xác minh', newDueAt: '2026-03-12T17:00:00+07:00' }],
    ['05', { status: 'stopped', reason: 'người nộp không bổ sung' }],
  ] as const)(
    'of form %s is the one for a dossier in its status, with that status’s own reason',
    async (form, step) => {
      const { read, paper } = await anOffice(
        received({ dueAt: '2026-03-06T17:00:00+07:00' }),
        anEventBody({ ...step, eventId: 'e-2', occurredAt: '2026-03-02T09:20:00+07:00' }),
      );
      expect(await read()).toMatchObject({ form, forms: ['01', form] });
      const text = await paper();
      expect(text).toContain(step.reason);
      const names = text.includes('17 giờ 00 phút, ngày 12/03/2026');
      expect(names).toBe(form === '02' || form === '04');
      for (const other of SlipForm.options.filter((one) => one !== form))
        expect(await paper(other)).not.toContain(step.reason);
    },
  );

  it('of a dossier that the office has not is none', async () => {
    const { store } = aWardsDay({ outcome: 'accepted', reference: 'r' });
    const slip = readSlip({
      ...store,
      wardLetters: { of: async (ward) => noLetters(ward) },
      places: async () => placesSample,
      receiptCodes: receiptCodeOf((text) => vault.hash(text)),
      vault,
      publicUrl: 'https://bao-tin.example.vn',
      clock: () => '2026-03-02T02:15:00.000Z' as never,
    });
    expect(await slip(vungTau, 'H29.26-260302-9999' as DossierCode)).toBeUndefined();
  });

  it('shows hostile names as text', async () => {
    const { paper } = await anOffice(received({ applicant: { name: '<img src=x onerror=alert(1)>' } }));
    expect(await paper()).not.toContain('<img');
  });
});
