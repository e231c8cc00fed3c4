/** One letter of each kind and layout, for pictures. Every person and number is invented. */
import { LetterContent } from '../../../../shared/domain/letter/content.ts';
import { planVaccination } from '../../../../shared/domain/letter/vaccination/plan.ts';
import { VaccinationPlace } from '../../../../shared/domain/letter/vaccination/place.ts';
import { currentSchedule } from '../../../../shared/domain/letter/vaccination/schedule.ts';
import { Day } from '../../../../shared/domain/values/day.ts';
import { sampleLetterhead, sampleStation } from '../demo/sample-office.ts';

const { parent: _, ...letterhead } = sampleLetterhead;
const every = {
  agency: { ...letterhead, authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'] },
  issuedOn: '2026-12-01',
};

const hours = { from: '07:30', to: '11:00' };
const places = [
  VaccinationPlace.parse({ ...sampleStation, id: 'tram-y-te' }),
  VaccinationPlace.parse({
    id: 'thang-nhi',
    name: 'Điểm tiêm chủng Thắng Nhì',
    address: '3 đường Lê Lợi, phường Vũng Tàu',
    phone: '0254 385 0002',
    sessions: [{ type: 'weekly', weekdays: ['wed'], ...hours }],
  }),
];

const bornOn = Day.parse('2026-11-12');
const birth = {
  ...every,
  kind: 'birth',
  recipient: 'Gia đình bé Trần Nguyễn Ngọc Diệp',
  child: { name: 'Trần Nguyễn Ngọc Diệp', bornOn },
  plan: planVaccination({ bornOn, asOf: Day.parse(every.issuedOn), place: places[0] }, currentSchedule),
  places,
  healthStationPhone: sampleStation.phone,
  calendarUrl: 'https://baotin.example.vn/lich/9f3kTq7LxVb2mWcR8sYd1A.ics',
  inserts: ['health-insurance-under-six', 'residence-registration', 'identity-card-under-six'],
};
const wedding = {
  ...every,
  kind: 'marriage',
  recipient: 'Anh Y Blơ Êban và chị H’Hen Niê Kdăm',
  spouses: ['anh Y Blơ Êban', 'chị H’Hen Niê Kdăm'],
  marriedOn: '2026-11-27',
};
const condolence = {
  ...every,
  kind: 'condolence',
  recipient: 'Gia đình cụ ông Phạm Ngọc Ẩn',
  deceased: 'cụ ông Phạm Ngọc Ẩn',
  diedOn: '2026-11-28',
};
const apology = {
  ...every,
  kind: 'apology',
  layout: 'official',
  recipient: 'Ông Võ Đình Quý',
  address: ['Ông Võ Đình Quý', '45/2 đường Phan Chu Trinh', 'Phường Vũng Tàu', 'Thành phố Hồ Chí Minh'],
  dossierCode: 'H29.26-261109-0001',
  procedure: 'Đăng ký biến động quyền sử dụng đất',
  receivedOn: '2026-11-09',
  oldDueAt: '2026-12-01T17:00:00+07:00',
  newDueAt: '2026-12-08T17:00:00+07:00',
  unit: 'Chi nhánh Văn phòng Đăng ký đất đai',
  reason: 'Phải trích đo lại ranh giới thửa đất do bản đồ cũ không khớp hiện trạng.',
  returnPlace: every.agency.desk,
  lookup: {
    url: `https://baotin.example.vn/tra-cuu/1.${'aB3_x-9Q'.repeat(9)}`,
    receipt: 'K7PM 4XR2',
  },
};
const leaflet = {
  ...every,
  kind: 'funeral-support',
  layout: 'official',
  recipient: condolence.recipient,
  inserts: ['residence-removal', 'funeral-costs', 'survivors-benefits', 'inheritance'],
};

/** By the name of the picture. */
export const letterSamples: readonly (readonly [name: string, content: LetterContent])[] = Object.entries({
  'birth-card': { ...birth, layout: 'card' },
  'birth-letter': { ...birth, layout: 'official', number: '12/UBND' },
  'wedding-card': { ...wedding, layout: 'card' },
  'wedding-letter': { ...wedding, layout: 'official', number: '13/UBND' },
  condolence: { ...condolence, layout: 'official', number: '15/UBND' },
  'condolence-card': { ...condolence, layout: 'card' },
  leaflet,
  apology: { ...apology, number: '57/UBND' },
}).map(([name, content]) => [name, LetterContent.parse({ id: name, ...content })]);
