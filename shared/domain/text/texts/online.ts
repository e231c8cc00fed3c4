import type { SmsText } from './fields.ts';

/**
 * The same news for whoever filed online: no slip of paper, no counter, but the National Public Service Portal, which is
 * opened with VNeID. It is named and never linked to, since a false portal comes by link.
 */
export const onlineTexts = {
  'received-online': {
    vi: '((office)): Đã tiếp nhận hồ sơ ((code)) trên Cổng Dịch vụ công quốc gia.((dueAt?? Hẹn trả)) ((dueAt))((dueAt??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) received on the National Public Service Portal.((dueAt?? Due)) ((dueAt))((dueAt??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['dueAt', 'hotline'],
    yields: ['hotline'],
  },
  'not-accepted-online': {
    vi: '((office)): Hồ sơ ((code)) không được tiếp nhận. Xin mở Cổng Dịch vụ công quốc gia xem lý do.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) was not accepted. The National Public Service Portal says why.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'supplement-online': {
    vi: '((office)): Hồ sơ ((code)) còn thiếu giấy tờ. Xin Ông/Bà nộp thêm((dueAt?? trước)) ((dueAt)) trên Cổng Dịch vụ công quốc gia, đăng nhập bằng VNeID để xem yêu cầu.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) lacks papers. Please add them((dueAt?? before)) ((dueAt)) on the National Public Service Portal; log in with VNeID to see which.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['dueAt', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hồ sơ ((code)) còn thiếu giấy tờ. Xin nộp thêm trên Cổng Dịch vụ công quốc gia((dueAt?? trước)) ((dueAt)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) lacks papers. Add them on the national portal (VNeID)((dueAt?? before)) ((dueAt)).((hotline?? Call)) ((hotline))',
    },
  },
  'payment-online': {
    vi: '((office)): Hồ sơ ((code)) chưa nộp phí, lệ phí((amount??:)) ((amount))((amount?? đồng)). Xin Ông/Bà tự mở Cổng Dịch vụ công quốc gia, đăng nhập bằng VNeID để nộp. Không chuyển tiền cho người gọi điện, nhắn tin.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) has a fee to pay((amount??: VND)) ((amount)). Please open the National Public Service Portal yourself and log in with VNeID. Never send money to a caller.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['amount', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hồ sơ ((code)) chưa nộp phí, lệ phí((amount??:)) ((amount))((amount?? đồng)). Nộp trên Cổng Dịch vụ công quốc gia.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) has a fee to pay((amount??: VND)) ((amount)), on the national portal (VNeID).((hotline?? Call)) ((hotline))',
    },
  },
  'delayed-online': {
    vi: '((office)): Hồ sơ ((code)) chưa có kết quả như đã hẹn((decider??, đang ở)) ((decider)). Xin lỗi Ông/Bà, hẹn lại ((newDueAt)). Theo dõi trên Cổng Dịch vụ công quốc gia.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) is late((decider?? at)) ((decider)). We apologise; it is now due ((newDueAt)). Follow it on the National Public Service Portal.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code', 'newDueAt'],
    may: ['decider', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hồ sơ ((code)) chưa có kết quả như đã hẹn. Xin lỗi Ông/Bà, hẹn lại ((newDueAt)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) is late. We apologise; it is now due ((newDueAt)).((hotline?? Call)) ((hotline))',
    },
  },
  'stopped-online': {
    vi: '((office)): Hồ sơ ((code)) không được giải quyết tiếp. Xin mở Cổng Dịch vụ công quốc gia xem lý do.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) will not be processed further. The national portal (VNeID) says why.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;
