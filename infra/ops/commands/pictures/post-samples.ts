/** The papers of the post, for pictures. Every person and number is invented. */
import { code128 } from '../../../../shared/domain/post/paper/code-128.ts';
import type { HandoverList } from '../../../../shared/domain/post/paper/handover-list.ts';
import type { Label } from '../../../../shared/domain/post/paper/label.ts';
import type { VisitSheet } from '../../../../shared/domain/post/paper/visit-sheet.ts';
import { Day } from '../../../../shared/domain/values/day.ts';
import { amountInFigures, amountInWords } from '../../../../shared/domain/values/writing/amount-in-words.ts';

const day = Day.parse('2026-12-01');
const agency = 'UBND phường Vũng Tàu';
const cash = { figures: amountInFigures(30_000), words: amountInWords(30_000) };

export const labelSample: Label = {
  bars: { ...code128('RR123456785VN'), moduleMm: 0.33 },
  number: 'RR 123 456 785 VN',
  plainNumber: 'RR123456785VN',
  link: 'https://baotin.example.vn/t/k3v9q2',
  routing: '82 – 29926',
  from: {
    name: agency,
    lines: ['89 Lý Thường Kiệt', 'Phường Vũng Tàu, Thành phố Hồ Chí Minh'],
    phone: '0254 385 0000',
  },
  to: {
    name: 'Nguyễn Thị Hằng',
    lines: ['Số 12, đường Nguyễn Huệ, Khóm 2', 'Xã Tân Hồng, Đồng Tháp'],
    phone: '•••••••678',
  },
  dossierCode: 'H29.26-261201-0001',
  cash,
  checkIdentity: true,
  handOnlyToRecipient: false,
  goods: 'Kết quả thủ tục hành chính',
  weight: '50 g',
  manifest: 'PBG-26506-7',
  print: 1,
};

const row = (at: number, code: string, number: string, who: string, where: string, sum: number): string[] => [
  String(at),
  code,
  number,
  who,
  where,
  amountInFigures(sum),
];

export const handoverSample: HandoverList = {
  title: 'Phiếu bàn giao kết quả',
  number: 'PBG-26506-7',
  day,
  agency,
  facts: [
    { label: 'Bên giao', value: agency },
    { label: 'Bên nhận', value: 'Bưu điện thành phố Vũng Tàu' },
  ],
  columns: ['STT', 'Mã hồ sơ', 'Số bưu gửi', 'Người nhận', 'Xã, phường', 'Thu hộ'],
  rows: [
    row(1, 'H29.26-261201-0001', 'RR 123 456 785 VN', 'Nguyễn Thị Hằng', 'Xã Tân Hồng, Đồng Tháp', 30_000),
    row(2, 'H29.26-261201-0004', 'RR 123 456 799 VN', 'Y Blơ Êban', 'Phường Tân Ninh, Tây Ninh', 0),
    row(
      3,
      'H29.26-261130-0017',
      'RR 123 456 808 VN',
      'Đinh K’Rể',
      'Xã Đất Đỏ, Thành phố Hồ Chí Minh',
      15_000,
    ),
  ],
  total: { items: '3 bưu gửi', cash: amountInFigures(45_000), words: amountInWords(45_000) },
  sides: [
    { role: 'Bên giao', who: agency },
    { role: 'Bên nhận', who: 'Bưu điện thành phố Vũng Tàu' },
  ],
};

export const visitsSample: VisitSheet = {
  title: 'Danh sách giao kết quả tại nhà',
  agency,
  day,
  facts: [
    { label: 'Ngày', value: '01/12/2026' },
    { label: 'Số nhà', value: '2' },
  ],
  hamlets: [
    {
      name: 'Khu phố 3',
      visits: [
        {
          number: '1',
          name: 'Lê Thị Lan',
          house: '24/7 đường Phan Chu Trinh',
          note: 'Nhà cổng xanh, xin gọi trước',
          phones: ['0912 345 678'],
          dossierCode: 'H29.26-261130-0009',
          duties: ['Xem giấy tờ tùy thân', 'Người nhà nhận thay được'],
          cash: cash.figures,
        },
        {
          number: '2',
          name: 'Vi Văn Sự',
          house: '5 đường Hoàng Hoa Thám',
          phones: ['0254 385 2101'],
          dossierCode: 'H29.26-261130-0012',
          duties: ['Lần trước không gặp', 'Giao tận tay, không nhận thay'],
        },
      ],
    },
  ],
};
