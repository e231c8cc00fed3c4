/** What the parts of an event are called where officers read of them; programs know them by their names. */
import { factNamed } from '../national-sync/fact-names.ts';

const words: Readonly<Record<string, string>> = {
  eventId: 'mã lần báo',
  dossierCode: 'mã hồ sơ',
  status: 'trạng thái',
  receiptCode: 'mã trên giấy hẹn',
  occurredAt: 'thời điểm',
  timeUnknown: 'chưa rõ thời điểm',
  procedureCode: 'mã thủ tục',
  procedureName: 'tên thủ tục',
  sequence: 'số thứ tự',
  round: 'lần thứ mấy',
  applicant: 'người nộp',
  'applicant.name': 'họ tên người nộp',
  'applicant.phone': 'số điện thoại người nộp',
  'applicant.language': 'ngôn ngữ nhận tin',
  'applicant.channels': 'cách nhận tin',
  onBehalf: 'người được nộp thay',
  'onBehalf.name': 'họ tên người được nộp thay',
  'onBehalf.phone': 'số điện thoại người được nộp thay',
  dueAt: 'ngày hẹn trả',
  newDueAt: 'ngày hẹn trả mới',
  reason: 'lý do',
  fee: 'số tiền phải nộp',
  receivedBy: 'nơi tiếp nhận',
  decidedBy: 'nơi giải quyết',
  returnedBy: 'nơi trả kết quả',
  returnMethod: 'cách trả kết quả',
  deliveryAddress: 'địa chỉ nhận kết quả',
  'deliveryAddress.name': 'họ tên người nhận',
  'deliveryAddress.phone': 'số điện thoại người nhận',
  'deliveryAddress.street': 'số nhà, đường',
  'deliveryAddress.commune': 'mã phường, xã',
  'deliveryAddress.province': 'mã tỉnh',
  bundle: 'nhóm hồ sơ nộp chung',
  'bundle.id': 'mã nhóm hồ sơ',
  'bundle.parts': 'số hồ sơ trong nhóm',
  personEvent: 'sự kiện hộ tịch',
  'personEvent.kind': 'loại sự kiện hộ tịch',
  'personEvent.childName': 'họ tên trẻ',
  'personEvent.bornOn': 'ngày sinh',
  'personEvent.sex': 'giới tính',
  'personEvent.parents': 'họ tên cha, mẹ',
  'personEvent.spouses': 'họ tên hai vợ chồng',
  'personEvent.marriedOn': 'ngày kết hôn',
  'personEvent.deceasedName': 'họ tên người mất',
  'personEvent.diedOn': 'ngày mất',
  filingChannel: 'cách nộp hồ sơ',
  digitised: 'đã số hóa',
  helped: 'được giúp khi nộp',
  onTheSpot: 'giải quyết tại chỗ',
  'onTheSpot.appraisedAt': 'thẩm định lúc',
  'onTheSpot.approvedAt': 'phê duyệt lúc',
  'onTheSpot.stampedAt': 'đóng dấu lúc',
  lateBecause: 'nguyên nhân trễ',
  warnings: 'cảnh báo của phần mềm gửi',
  // What only the national service names.
  MaHoSo: 'mã hồ sơ',
  TrangThaiHoSo: 'trạng thái hồ sơ',
  TrangThai: 'trạng thái hồ sơ',
  NgayNopHoSo: 'ngày nộp hồ sơ',
  NgayTiepNhan: 'ngày tiếp nhận',
  NgayTuChoi: 'ngày từ chối',
  NgayKetThucXuLy: 'ngày xử lý xong',
  NgayTra: 'ngày trả kết quả',
  ThoiDiemXuLy: 'thời điểm xử lý',
  DanhSachHoSoBoSung: 'các lần yêu cầu bổ sung',
  'DanhSachHoSoBoSung.NgayBoSung': 'ngày yêu cầu bổ sung',
  'DanhSachHoSoBoSung.NgayHenTraMoi': 'ngày hẹn trả mới',
};

/**
 * The part at this path in the words of an office, its name behind them, for whoever mends it: `ngày hẹn trả (dueAt)`. A
 * field of the national service keeps its name in front: `NgayHenTra (ngày hẹn trả)`; one that we do not know goes by its name.
 */
export const factInWords = (field: string): string => {
  const known = [field, factNamed(field)].map(wordOf).find((word) => word !== undefined);
  if (known === undefined) return field;
  return isNational(field) ? `${field} (${known})` : `${known} (${field})`;
};

/** The word for a part by its own name alone, wherever it stands; undefined for what is no part of an event. */
export const factWord = (name: string): string | undefined =>
  Object.hasOwn(words, name)
    ? words[name]
    : Object.entries(words).find(([path]) => path.endsWith(`.${name}`))?.[1];

/** Its names are Vietnamese already, and people of the one-stop software say them. */
const isNational = (field: string): boolean => /^[A-Z]/.test(field);

/** The word for this path, one of a list as the list; what lies deeper in a part that we know is something else. */
const wordOf = (path: string): string | undefined => {
  const steps = path.split('.').filter((step) => !/^\d+$/.test(step));
  const name = steps.join('.');
  return Object.hasOwn(words, name) ? words[name] : undefined;
};
