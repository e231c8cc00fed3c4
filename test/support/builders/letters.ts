/** Letters for tests and measurements. Every person, place and number here is invented. */
import { sampleLetterhead, sampleStation } from '../../../infra/ops/commands/demo/sample-office.ts';
import { Day } from '../../../shared/domain/values/day.ts';
import { LetterContent } from '../../../shared/domain/letter/content.ts';
import { planVaccination } from '../../../shared/domain/letter/vaccination/plan.ts';
import { VaccinationPlace } from '../../../shared/domain/letter/vaccination/place.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';

export const everyVaccine = ['ROTA', 'PCV', 'pcv-3', 'TD', 'HPV'];

export const theStation: VaccinationPlace = VaccinationPlace.parse({
  ...sampleStation,
  address: `${sampleStation.address}, Thành phố Hồ Chí Minh`,
});

const anAgency = {
  ...sampleLetterhead,
  authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'],
};

const everyLetter = { id: 'letter-1', agency: anAgency, issuedOn: '2026-03-02' };

export const aBirthLetter = (more: Record<string, unknown> = {}): LetterContent => {
  const bornOn = Day.parse('2026-02-20');
  const asOf = Day.parse('2026-03-02');
  return LetterContent.parse({
    ...everyLetter,
    kind: 'birth',
    layout: 'official',
    number: '12/UBND',
    recipient: 'Ông Trần Văn Minh và bà Nguyễn Thị Hằng',
    child: { name: 'Trần Nguyễn Ngọc Diệp', bornOn },
    plan: planVaccination({ bornOn, asOf, place: theStation }, currentSchedule),
    places: [theStation],
    healthStationPhone: '0254 385 0001',
    calendarUrl: 'https://baotin.example.vn/lich/9f3kTq7LxVb2mWcR8sYd1A.ics',
    inserts: ['health-insurance-under-six', 'residence-registration', 'health-station-phone'],
    ...more,
  });
};

export const aMarriageLetter = (more: Record<string, unknown> = {}): LetterContent =>
  LetterContent.parse({
    ...everyLetter,
    kind: 'marriage',
    layout: 'official',
    number: '13/UBND',
    recipient: 'Anh Lê Hoàng Ân và chị Đặng Thị Thùy Dương',
    spouses: ['anh Lê Hoàng Ân', 'chị Đặng Thị Thùy Dương'],
    marriedOn: '2026-02-27',
    inserts: ['equality-in-marriage', 'health-check-for-couples'],
    ...more,
  });

export const aCondolence = (more: Record<string, unknown> = {}): LetterContent =>
  LetterContent.parse({
    ...everyLetter,
    kind: 'condolence',
    layout: 'official',
    recipient: 'Gia đình cụ ông Phạm Ngọc Ẩn',
    deceased: 'cụ ông Phạm Ngọc Ẩn',
    diedOn: '2026-02-28',
    ...more,
  });

export const anApology = (more: Record<string, unknown> = {}): LetterContent =>
  LetterContent.parse({
    ...everyLetter,
    kind: 'apology',
    layout: 'official',
    number: '57/UBND-TTPVHCC',
    recipient: 'Ông Võ Đình Quý',
    address: ['Ông Võ Đình Quý', '45/2 đường Phan Chu Trinh', 'Phường Vũng Tàu', 'Thành phố Hồ Chí Minh'],
    dossierCode: 'H29.26-260302-0001',
    procedure: 'Đăng ký biến động quyền sử dụng đất',
    receivedOn: '2026-02-09',
    oldDueAt: '2026-03-02T17:00:00+07:00',
    newDueAt: '2026-03-09T17:00:00+07:00',
    unit: 'Chi nhánh Văn phòng Đăng ký đất đai',
    reason: 'Phải trích đo lại ranh giới thửa đất do bản đồ cũ không khớp hiện trạng.',
    returnPlace: 'Trung tâm Phục vụ hành chính công phường Vũng Tàu',
    ...more,
  });

export const aFuneralLeaflet = (more: Record<string, unknown> = {}): LetterContent =>
  LetterContent.parse({
    ...everyLetter,
    kind: 'funeral-support',
    layout: 'official',
    recipient: 'Gia đình cụ ông Phạm Ngọc Ẩn',
    inserts: ['residence-removal', 'funeral-costs', 'survivors-benefits', 'inheritance'],
    ...more,
  });
