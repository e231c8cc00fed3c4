/** Which of our facts a field of the national service tells, for what is said of the field to be said of the fact. */
const facts: Readonly<Record<string, string>> = {
  MaTTHC: 'procedureCode',
  TenTTHC: 'procedureName',
  ChuHoSo: 'applicant.name',
  SoDienThoai: 'applicant.phone',
  NgayHenTra: 'dueAt',
  DanhSachHoSoBoSung: 'newDueAt',
  GhiChu: 'reason',
  NoiDungXuLy: 'reason',
  DanhSachLePhi: 'fee',
  HinhThuc: 'returnMethod',
  HinhThucTra: 'returnMethod',
  DiaChiNhanKetQua: 'deliveryAddress.street',
  DiaChiTraKetQua: 'deliveryAddress.street',
  MaXa: 'deliveryAddress.commune',
  MaTinh: 'deliveryAddress.province',
  KenhThucHien: 'filingChannel',
  HoSoCoThanhPhanSoHoa: 'digitised',
};

/** The path of a fact in our events, whichever names the field goes by. */
export const factNamed = (field: string): string => {
  const name = field.split('.')[0]!;
  return Object.hasOwn(facts, name) ? facts[name]! : field;
};
