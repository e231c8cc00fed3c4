import type { Notice } from '../frame/layout.ts';

/** What pages of settings and of the post say of what was just done. */
export const chosenNotices = {
  previewed: { tone: 'warn', words: 'Đây là bản xem trước, chưa ghi gì. Xem tin bên cạnh rồi bấm nút ghi.' },
  'not-readable': { tone: 'late', words: 'Chưa ghi gì. Sửa các ô có dòng chữ đỏ rồi ghi lại.' },
  'settings-saved': { tone: 'ok', words: 'Đã ghi. Trong vòng một phút, tin đi theo lựa chọn mới.' },
  'settings-changed': {
    tone: 'warn',
    words: 'Người khác vừa đổi trang này nên chưa ghi gì. Những gì bạn gõ vẫn còn; xem lại rồi ghi lần nữa.',
  },
  'client-made': { tone: 'ok', words: 'Đã cấp khóa. Khóa chỉ hiện một lần.' },
  'client-rotated': { tone: 'ok', words: 'Đã đổi khóa. Khóa cũ còn dùng đến lần đổi sau.' },
  'client-revoked': { tone: 'ok', words: 'Đã thu khóa. Chậm nhất năm phút nữa, máy này không vào được.' },
  'settings-proposed': {
    tone: 'ok',
    words:
      'Đã ghi đề nghị, chưa dùng. Người khác duyệt ở trang Chờ duyệt rồi tin mới theo; phần còn lại dùng ngay.',
  },
  'text-proposed': {
    tone: 'ok',
    words: 'Đã ghi đề nghị, chưa dùng. Người khác duyệt ở trang Chờ duyệt rồi tin mới dùng câu này.',
  },
  'proposal-approved': { tone: 'ok', words: 'Đã duyệt. Trong vòng một phút, tin đi theo lựa chọn mới.' },
  'proposal-refused': { tone: 'ok', words: 'Đã ghi: không duyệt. Không có gì thay đổi.' },
  'proposal-withdrawn': { tone: 'ok', words: 'Đã rút đề nghị. Không có gì thay đổi.' },
  'proposal-outdated': {
    tone: 'warn',
    words: 'Chưa duyệt được: chỗ này đã đổi sau khi đề nghị. Xem hiện nay rồi đề nghị lại.',
  },
  'own-proposal': { tone: 'late', words: 'Chưa duyệt. Người đề nghị không tự duyệt; nhờ người khác.' },
  'proposal-not-yours': { tone: 'late', words: 'Chưa làm được. Lãnh đạo của phường duyệt đề nghị này.' },
  'text-unchanged': { tone: 'ok', words: 'Câu này giống câu đang dùng nên không có gì phải đổi.' },
  'address-corrected': { tone: 'ok', words: 'Đã ghi địa chỉ. Nếu bưu điện đã nhận, máy hỏi bưu điện trước.' },
  'journey-cancelled': {
    tone: 'ok',
    words: 'Đã hủy, hoặc đã hỏi bưu điện nếu nơi ấy nhận rồi. Xem tình trạng bên dưới.',
  },
  'journey-recalled': { tone: 'ok', words: 'Đã gọi về. Bưu điện trả lời thì hiện ở dòng thời gian.' },
  'papers-back': { tone: 'ok', words: 'Đã ghi: giấy tờ về đến quầy. Người dân đến nhận được.' },
  'journey-already': { tone: 'warn', words: 'Việc này đã ghi từ trước. Trang này là tình trạng hiện nay.' },
  'journey-moved-on': {
    tone: 'late',
    words: 'Bưu gửi đã sang bước khác nên không làm được nữa. Xem tình trạng bên dưới.',
  },
} as const satisfies Record<string, Notice>;
