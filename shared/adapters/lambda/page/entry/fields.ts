import type { StepField } from '../../../../domain/dossier/by-hand/next-status.ts';

/** What is typed when a dossier or a step is written down by hand, by its name in the form. */
export type EntryField =
  | 'ma-ho-so'
  | 'thu-tuc'
  | 'ho-ten'
  | 'dien-thoai'
  | 'cach-nop'
  | 'giup'
  | 'so-hoa'
  | 'nguyen-nhan'
  | 'tham-dinh'
  | 'phe-duyet'
  | 'dong-dau'
  | 'luc'
  | 'hen'
  | 'den-ngay'
  | 'hen-moi'
  | 'so-tien'
  | 'ly-do'
  | 'cach-tra'
  | 'dong'
  | 'xa'
  | 'tinh';

/** The step that is written down, and what its officer saw before. */
export const stepNames = { status: 'buoc', seen: 'sau' } as const;

/** Which field asks for what, and what is said beside it where it cannot stand. */
export const wrongWords: Readonly<Record<EntryField, string>> = {
  'ma-ho-so': 'Ghi mã in trên giấy của hệ thống tỉnh: chữ cái La-tinh, chữ số, dấu; không quá 40 ký tự.',
  'thu-tuc': 'Chưa rõ thủ tục nào. Chọn trong danh sách, hoặc ghi mã rồi đến tên.',
  'ho-ten': 'Họ tên dài quá 200 chữ, hoặc lỗi phông chữ. Gõ lại.',
  'dien-thoai': 'Số này không phải số điện thoại Việt Nam. Kiểm tra từng chữ số.',
  'cach-nop': 'Chọn cách nộp.',
  giup: 'Chọn ai giúp việc gì.',
  'so-hoa': 'Chọn đã số hóa hay chưa.',
  'nguyen-nhan': 'Chọn nguyên nhân trễ.',
  'tham-dinh': 'Ghi như 09:15 01/12/2026.',
  'phe-duyet': 'Ghi như 09:15 01/12/2026.',
  'dong-dau': 'Ghi như 09:15 01/12/2026.',
  luc: 'Ghi như 09:15 01/12/2026; không sớm hơn bước trước và không ở tương lai.',
  hen: 'Ghi như 17:00 04/12/2026; từ hôm nay trở đi, trong vòng 5 năm.',
  'den-ngay': 'Ghi như 17:00 04/12/2026; từ hôm nay trở đi, trong vòng 5 năm.',
  'hen-moi': 'Ghi ngày trả kết quả mới, như 17:00 04/12/2026.',
  'so-tien': 'Ghi số tiền bằng đồng, như 8.000.',
  'ly-do': 'Ghi lý do, không quá 500 chữ. Người dân đọc được ở phiếu.',
  'cach-tra': 'Chọn cách trả kết quả.',
  dong: 'Ghi số nhà, đường hoặc thôn, không quá 300 chữ.',
  xa: 'Tỉnh này không có phường, xã tên ấy.',
  tinh: 'Chọn tỉnh.',
};

/** The field that asks for a part of a step; an address is asked for by three. */
export const fieldAsking: Readonly<Record<StepField, EntryField>> = {
  reason: 'ly-do',
  until: 'den-ngay',
  dueAt: 'hen',
  newDueAt: 'hen-moi',
  fee: 'so-tien',
  returnMethod: 'cach-tra',
  deliveryAddress: 'dong',
  lateBecause: 'nguyen-nhan',
  onTheSpot: 'tham-dinh',
};

/** The field beside which an error of the acceptance belongs, by its JSON pointer. */
const places: readonly (readonly [pointer: string, field: EntryField])[] = [
  ['/dossierCode', 'ma-ho-so'],
  ['/procedure', 'thu-tuc'],
  ['/applicant/phone', 'dien-thoai'],
  ['/applicant', 'ho-ten'],
  ['/occurredAt', 'luc'],
  ['/newDueAt', 'hen-moi'],
  ['/fee', 'so-tien'],
  ['/reason', 'ly-do'],
  ['/deliveryAddress/commune', 'xa'],
  ['/deliveryAddress', 'dong'],
];

/** What is said beside which field, for what the acceptance gave back; nothing where it names no part of the form. */
export const wrongAt = (pointers: readonly string[], asksUntil: boolean): Record<string, string> => {
  const named = pointers.flatMap((pointer) => {
    if (pointer === '/dueAt') return [asksUntil ? ('den-ngay' as const) : ('hen' as const)];
    const place = places.find(([start]) => pointer.startsWith(start));
    return place === undefined ? [] : [place[1]];
  });
  return Object.fromEntries(named.map((field) => [field, wrongWords[field]]));
};
