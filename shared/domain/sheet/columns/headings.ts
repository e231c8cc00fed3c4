/** The words that wards write over a column. */

/**
 * The words over a column, as offices write them: whole headings without accents, and patterns for what they add to them
 * ("của công dân", "dự kiến"). Whole headings are asked first. Read from public forms (Mẫu số 06, sổ theo dõi hồ sơ), exports
 * of provincial systems, and the national service's own names of fields.
 */
/** `whole` is lines of headings with `; ` between them. */
export type Heading = { whole: readonly string[]; like?: RegExp };

export const headings = {
  dossierCode: {
    whole: [
      'ma ho so; mahoso; ma hs; so ho so; ma so ho so; so bien nhan; ma bien nhan; dossiercode',
      'dossier code; code',
    ],
    like: /^(?:ma|so)(?: so)? (?:ho so|hs|bien nhan|tiep nhan)\b/,
  },
  procedureCode: {
    whole: ['ma tthc; matthc; ma thu tuc; ma thu tuc hanh chinh; procedurecode; procedure code'],
    like: /^ma (?:so )?(?:tthc|thu tuc)/,
  },
  procedureName: {
    whole: [
      'ten tthc; tentthc; ten thu tuc; ten thu tuc hanh chinh; thu tuc; thu tuc hanh chinh',
      'tthc; loai ho so; ten ho so; procedurename; procedure',
    ],
    like: /^(?:ten )?(?:thu tuc|tthc)\b/,
  },
  status: {
    whole: [
      'trang thai; trangthai; trangthaihoso; trang thai ho so; tinh trang; tinh trang ho so',
      'trang thai xu ly; tinh trang xu ly; ket qua xu ly; status',
    ],
    like: /^(?:trang thai|tinh trang)\b/,
  },
  occurredAt: {
    whole: [
      'thoi diem; thoi gian; thoidiemxuly; thoi diem xu ly; ngay cap nhat; thoi gian cap nhat',
      'ngay chuyen trang thai; ngay thay doi; cap nhat luc; occurredat; time; date',
    ],
    like: /^(?:ngay|thoi (?:gian|diem)) (?:cap nhat|chuyen trang thai|trang thai)/,
  },
  filedAt: {
    whole: ['ngay nop; ngay nop ho so; ngaynophoso; ngay dang ky; ngay gui; thoi gian nop'],
    like: /^(?:ngay|thoi (?:gian|diem)) (?:nop|dang ky)(?! phi| le phi| tien)/,
  },
  receivedAt: {
    whole: [
      'ngay tiep nhan; ngaytiepnhan; ngay nhan; ngay nhan ho so; nhan ho so; tiep nhan',
      'thoi gian tiep nhan; thoi diem tiep nhan; ngay tiep nhan ho so',
      'ngay thang nam nhan ho so; ngay gio tiep nhan; receivedat',
    ],
    like: /^(?:ngay|thoi (?:gian|diem)|ngay gio)(?: thang nam)? (?:tiep )?nhan(?! ket qua| kq| lai)\b/,
  },
  dueAt: {
    whole: [
      'ngay hen tra; ngayhentra; hen tra; ngay hen; ngay hen tra ket qua; hen tra ket qua',
      'han tra; thoi han; han giai quyet; ngay den han; han xu ly; thoi gian hen tra',
      'ngay tra du kien; ngay du kien tra; dueat; due date; due',
    ],
    like: /^(?:ngay |thoi (?:gian|diem) |ngay gio )?hen tra(?! moi| lai| lan)|^(?:ngay )?(?:den )?han (?:tra|giai quyet|xu ly)/,
  },
  newDueAt: {
    whole: [
      'ngay hen tra moi; ngayhentramoi; hen lai; ngay hen lai; ngay gia han; gia han den',
      'ngay hen tra lai; newdueat',
    ],
    like: /^(?:ngay )?hen (?:tra )?(?:lai|moi|lan 2)/,
  },
  refusedAt: { whole: ['ngay tu choi; ngaytuchoi; ngay khong tiep nhan'] },
  supplementAt: {
    whole: ['ngay bo sung; ngaybosung; ngay yeu cau bo sung'],
    like: /^ngay (?:yeu cau )?bo sung/,
  },
  finishedAt: {
    whole: [
      'ngay ket thuc; ngayketthucxuly; ngay ket thuc xu ly; ngay co ket qua; ngay hoan thanh',
      'ngay giai quyet xong; ngay xu ly xong; ngay xong; ngay ky; co ket qua; ngay ban hanh',
    ],
    like: /^(?:ngay|thoi (?:gian|diem)) (?:co ket qua|co kq|hoan thanh|ket thuc|xu ly xong|giai quyet xong)/,
  },
  returnedAt: {
    whole: [
      'ngay tra; ngaytra; ngay tra ket qua; tra ket qua; ngay tra kq; ngay nhan ket qua',
      'ngay tra thuc te; ngay giao; thoi gian tra',
    ],
    like: /^(?:ngay|thoi (?:gian|diem)) (?:da )?(?:tra|nhan) (?:ket qua|kq)/,
  },
  name: {
    whole: [
      'ho ten; ho va ten; chu ho so; chuhoso; nguoi nop; nguoi nop ho so; ten nguoi nop',
      'ten chu ho so; ho ten nguoi nop; cong dan; ten cong dan; to chuc ca nhan',
      'ca nhan to chuc; ten ca nhan to chuc; ten to chuc ca nhan; nguoi yeu cau',
      'ten khach hang; nguoi dan; name; applicant; applicant name',
    ],
    like: /^(?:ho (?:va )?ten|ten|ho ten)(?: cua)? (?:nguoi (?:nop|yeu cau|dan|lam)|cong dan|ca nhan|to chuc|chu ho so|khach)/,
  },
  phone: {
    whole: [
      'so dien thoai; sodienthoai; dien thoai; sdt; so dt; dt; di dong; so di dong',
      'dien thoai di dong; so may; dtdd; lien he; so lien he; phone; mobile; tel',
    ],
    like: /^(?:so )?(?:dien thoai|di dong|sdt|dtdd|dt)\b(?!.*\b(?:can bo|co quan|ubnd|dia chi)\b)/,
  },
  contact: {
    whole: ['dia chi so dien thoai; dia chi sdt; dia chi dien thoai; thong tin lien he'],
    like: /^dia chi\b.*\b(?:dien thoai|sdt|dt)\b|^(?:so )?(?:dien thoai|sdt|dt)\b.*\bdia chi\b/,
  },
  reason: {
    whole: ['ly do; noi dung; noi dung bo sung; ghi chu; ghichu; noi dung xu ly; y kien; reason; note'],
    like: /^(?:ly do|noi dung (?:yeu cau )?bo sung)/,
  },
  fee: {
    whole: ['le phi; phi; phi le phi; so tien; le phi phai nop; so tien phai nop; fee'],
    like: /^(?:tong )?(?:phi|le phi)\b(?!.*\bda\b)/,
  },
  returnMethod: {
    whole: [
      'hinh thuc tra; hinh thuc tra ket qua; hinhthuctra; hinhthuc; phuong thuc nhan ket qua',
      'hinh thuc nhan ket qua; cach nhan ket qua; noi nhan ket qua; returnmethod',
    ],
    like: /^(?:hinh thuc|phuong thuc|cach)(?: thuc)? (?:tra|nhan) (?:ket qua|kq)/,
  },
  filingChannel: {
    whole: [
      'hinh thuc nop; kenh thuc hien; kenhthuchien; cach nop; kenh tiep nhan',
      'hinh thuc tiep nhan; nguon; filingchannel',
    ],
    like: /^(?:hinh thuc|phuong thuc|kenh|cach)(?: thuc)? (?:nop|tiep nhan|thuc hien)/,
  },
  deliveryStreet: {
    whole: [
      'dia chi nhan ket qua; diachinhanketqua; diachitraketqua; dia chi tra ket qua',
      'dia chi giao; noi giao',
    ],
    like: /^dia chi (?:nhan|tra|giao)/,
  },
} as const satisfies Record<string, Heading>;
