import type { ProcedureTable } from './procedure.ts';

const none = 'none' as const;

/**
 * Commune-level procedures as the national portal listed them in 2026, as far as a source was found for code and name; what a
 * system reports beside these it calls by name itself (`procedureName`). Re-registrations have no effect: they
 * concern adults, so a letter of welcome would be a mistake.
 */
export const procedures2026: ProcedureTable = {
  version: '2026-12-01',
  source: 'lists of commune-level procedures copied from the national public-service portal, 2026',
  confidence: 'B',
  procedures: [
    { code: '1.001193', name: 'Đăng ký khai sinh', effect: 'birth' },
    { code: '1.000689', name: 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con', effect: 'birth' },
    { code: '2.000528', name: 'Đăng ký khai sinh có yếu tố nước ngoài', effect: 'birth' },
    { code: '1.003583', name: 'Đăng ký khai sinh lưu động', effect: 'birth' },
    { code: '3.000722', name: 'Liên thông khai sinh, thường trú, bảo hiểm y tế', effect: 'birth' },
    {
      code: '2.000986',
      name: 'Liên thông khai sinh, thường trú, bảo hiểm y tế',
      effect: 'birth',
      confidence: 'C',
    },
    { code: '1.004884', name: 'Đăng ký lại khai sinh', effect: none },
    { code: '1.004772', name: 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân', effect: none },
    { code: '1.000894', name: 'Đăng ký kết hôn', effect: 'marriage' },
    { code: '2.000806', name: 'Đăng ký kết hôn có yếu tố nước ngoài', effect: 'marriage' },
    { code: '1.000593', name: 'Đăng ký kết hôn lưu động', effect: 'marriage' },
    { code: '1.004746', name: 'Đăng ký lại kết hôn', effect: none },
    { code: '2.002189', name: 'Ghi vào Sổ hộ tịch việc kết hôn ở nước ngoài', effect: none },
    { code: '1.000656', name: 'Đăng ký khai tử', effect: 'death' },
    { code: '1.000419', name: 'Đăng ký khai tử lưu động', effect: 'death' },
    { code: '2.002913', name: 'Liên thông khai tử, xóa thường trú, mai táng phí, tử tuất', effect: 'death' },
    {
      code: '2.002622',
      name: 'Liên thông khai tử, xóa thường trú, mai táng',
      effect: 'death',
      confidence: 'C',
    },
    { code: '1.005461', name: 'Đăng ký lại khai tử', effect: none },
    { code: '1.001731', name: 'Hỗ trợ chi phí mai táng', effect: none },
    { code: '3.000725', name: 'Hỗ trợ chi phí mai táng', effect: none },
    { code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch', effect: none },
    { code: '1.004873', name: 'Cấp giấy xác nhận tình trạng hôn nhân', effect: none },
    { code: '1.001022', name: 'Đăng ký nhận cha, mẹ, con', effect: none },
    { code: '1.004837', name: 'Đăng ký giám hộ', effect: none },
    { code: '1.004859', name: 'Thay đổi, cải chính, bổ sung hộ tịch', effect: none },
    { code: '1.004222', name: 'Đăng ký thường trú', effect: none },
    { code: '1.004194', name: 'Đăng ký tạm trú', effect: none },
    { code: '1.002755', name: 'Gia hạn tạm trú', effect: none },
    { code: '1.003197', name: 'Xóa đăng ký thường trú', effect: none },
    { code: '1.010038', name: 'Tách hộ', effect: none },
    { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', effect: none },
    { code: '2.000884', name: 'Chứng thực chữ ký', effect: none },
    { code: '2.000908', name: 'Cấp bản sao từ sổ gốc', effect: none },
    { code: '2.001019', name: 'Chứng thực di chúc', effect: none },
    { code: '2.000992', name: 'Chứng thực chữ ký người dịch', effect: none },
  ],
};
