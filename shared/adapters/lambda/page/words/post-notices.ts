import type { Notice } from '../frame/layout.ts';

/** What pages of the post say of what was just done. */
export const postNotices = {
  'journey-closed': { tone: 'ok', words: 'Đã đóng chuyến. Không báo gì thêm cho người dân.' },
  'papers-sent-again': { tone: 'ok', words: 'Đã gửi lại: đây là chuyến mới, bưu điện được mời nhận.' },
  'journey-offered': { tone: 'ok', words: 'Đã mời. Đơn vị nhận thì chuyến sang “Chờ giao”.' },
  'redirect-noted': { tone: 'ok', words: 'Đã ghi câu trả lời. Đổi được thì địa chỉ mới dùng từ bây giờ.' },
  'end-corrected': { tone: 'ok', words: 'Đã sửa kết thúc. Người dân được báo lại một lần; tiền ghi theo.' },
  'cash-settled': { tone: 'ok', words: 'Đã ghi: việc tiền này đã xong.' },
  'label-printed': { tone: 'ok', words: 'Đã in nhãn. Lần in sau nhãn ghi là bản in lại.' },
  'list-opened': { tone: 'ok', words: 'Đã lập bảng kê. Xem đủ rồi bấm Khóa; khóa rồi mới in.' },
  'list-sealed': { tone: 'ok', words: 'Đã khóa. In hai bản, đếm cùng bưu tá, ghi số đếm ở đây.' },
  'list-counted': { tone: 'ok', words: 'Đã ghi số đếm. Hai bên đếm xong thì giấy tờ sang tay bưu điện.' },
  'nothing-waits': { tone: 'warn', words: 'Không có giấy tờ nào chờ giao cho đơn vị này.' },
  'set-out': { tone: 'ok', words: 'Đã lên đường. Danh sách bên dưới là những nhà phải đến.' },
  'visit-noted': { tone: 'ok', words: 'Đã ghi. Người dân được báo bước tiếp theo nếu cần.' },
  'cash-confirmed': { tone: 'ok', words: 'Đã xác nhận. Tiền của các bưu gửi này đã khớp.' },
  'cash-differs': {
    tone: 'late',
    words: 'Chưa ghi: số tiền bạn gõ khác tổng bưu điện báo. Xem từng dòng rồi ghi lại.',
  },
} as const satisfies Record<string, Notice>;
