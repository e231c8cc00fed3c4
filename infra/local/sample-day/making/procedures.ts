/**
 * What people come for at a ward counter. Codes and names are those of the national list; `share` (of a day's dossiers) and
 * `days` (working days, 0 = same day) are made up for the sample and say nothing about the law.
 */
export const procedures = [
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', field: 'Chứng thực', days: 0, share: 36 },
  { code: '2.000884', name: 'Chứng thực chữ ký', field: 'Chứng thực', days: 0, share: 11 },
  { code: '2.000908', name: 'Cấp bản sao từ sổ gốc', field: 'Chứng thực', days: 0, share: 2 },
  { code: '2.000635', name: 'Cấp bản sao Trích lục hộ tịch', field: 'Hộ tịch', days: 0, share: 9 },
  { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', days: 0, share: 6 },
  { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch', days: 0, share: 4 },
  { code: '1.000656', name: 'Đăng ký khai tử', field: 'Hộ tịch', days: 0, share: 3 },
  { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch', days: 3, share: 9 },
  {
    code: '3.000722',
    name: 'Liên thông khai sinh, thường trú, bảo hiểm y tế',
    field: 'Hộ tịch',
    days: 3,
    share: 4,
  },
  {
    code: '2.002913',
    name: 'Liên thông khai tử, xóa thường trú, mai táng',
    field: 'Hộ tịch',
    days: 5,
    share: 2,
  },
  {
    code: '1.004859',
    name: 'Thay đổi, cải chính, bổ sung thông tin hộ tịch',
    field: 'Hộ tịch',
    days: 3,
    share: 3,
  },
  { code: '1.004222', name: 'Đăng ký thường trú', field: 'Cư trú', days: 5, share: 5 },
  { code: '1.004194', name: 'Đăng ký tạm trú', field: 'Cư trú', days: 3, share: 4 },
  { code: '1.001731', name: 'Hỗ trợ chi phí mai táng', field: 'Bảo trợ xã hội', days: 5, share: 2 },
] as const;

export type Procedure = (typeof procedures)[number];
