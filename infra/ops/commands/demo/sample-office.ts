/** What the ward office of the sample day has arranged: an invented office, never to be copied to a real one. */
import { PostalPartner } from '../../../../shared/domain/post/partner/partner.ts';
import { WardPost } from '../../../../shared/domain/post/partner/ward-post.ts';
import { nameOfSchedule, WardLetters } from '../../../../shared/domain/letter/ward-letters.ts';
import { currentSchedule } from '../../../../shared/domain/letter/vaccination/schedule.ts';
import { draftInserts, draftWordings } from '../../../../shared/domain/letter/wording/wording.ts';
import { WardSettings } from '../../../../shared/domain/office/ward-settings.ts';
import type { Day } from '../../../../shared/domain/values/day.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';

const approved = <Value extends object>(value: Value) => ({ ...value, approved: true });
const phone = '0254 385 0000';

/** An invented letterhead; who signs for it is said by whoever prints it. */
export const sampleLetterhead = {
  parent: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
  name: 'Ủy ban nhân dân phường Vũng Tàu',
  place: 'Vũng Tàu',
  desk: 'Trung tâm Phục vụ hành chính công phường Vũng Tàu',
  phone,
  signer: 'Nguyễn Thị Ngọc Ánh',
  copies: ['- Như trên;', '- Lưu: VT.'],
};

/** Where its children are vaccinated. */
export const sampleStation = {
  id: 'tyt-1',
  name: 'Trạm Y tế phường Vũng Tàu',
  address: '12 đường Trần Hưng Đạo, phường Vũng Tàu',
  phone: '0254 385 0001',
  sessions: [{ type: 'day_of_month', days: [5, 25], from: '07:30', to: '11:00' }],
};

/** How it calls itself in its messages, whom to ring and where results are. */
export const sampleSettings = (ward: string): WardSettings =>
  WardSettings.parse({
    ward,
    office: 'UBND P. Vung Tau',
    hotline: phone,
    returnPlace: 'Trung tam PVHCC P. Vung Tau',
  });

/** Letters on, every wording that ships approved, the vaccination schedule confirmed: in the sample nobody is deceived by that. */
export const sampleLetters = (ward: string, confirmedOn: Day): WardLetters =>
  WardLetters.parse({
    ward,
    letterhead: { ...sampleLetterhead, authority: ['TM. Ủy ban nhân dân', 'Chủ tịch'] },
    wordings: Object.fromEntries(
      Object.entries(draftWordings.wordings).map(([kind, wording]) => [kind, approved(wording)]),
    ),
    inserts: draftInserts.inserts.map(approved),
    scheduleConfirmed: {
      schedule: nameOfSchedule(currentSchedule),
      by: sampleStation.name,
      on: confirmedOn,
    },
    places: [sampleStation],
    healthStationPhone: sampleStation.phone,
  });

/** Results go by one partner that pulls, for 30,000 đ at the door. */
export const samplePost = (ward: string): WardPost =>
  WardPost.parse({
    ward,
    partners: ['vnpost'],
    pickup: {
      name: 'UBND phường Vũng Tàu',
      phone,
      address: {
        provinceCode: '79',
        communeCode: '26506',
        catalogueVersion: placesSample.version,
        line1: '89 Lý Thường Kiệt',
      },
    },
    fee: {
      payer: 'recipient',
      tariffVersion: '2026-01',
      lines: [{ type: 'main', amount: 30_000, vatIncluded: true }],
    },
    parcel: { weightGrams: 80, pieces: 1, contents: 'result-papers' },
    idDocumentRequired: true,
    proxyAllowed: false,
  });

export const samplePartner: PostalPartner = PostalPartner.parse({
  code: 'vnpost',
  name: 'Bưu điện (mẫu)',
  codes: 'bao-tin/1',
  pool: { service: 'RR', country: 'VN', first: 1, last: 99_999_999 },
  holdDays: 10,
});
