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
export const factNamed = (field: string): string => facts[field.split('.')[0]!] ?? field;
