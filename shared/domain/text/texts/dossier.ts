import type { SmsText } from './fields.ts';

/**
 * What happens to a dossier on its way (portal status 2 to 8, and the apology). Reasons are on the forms that the
 * citizen gets (Forms 02 to 05 of Circular 03/2025/TT-VPCP), never in the message: a phone may be shared.
 */
export const dossierTexts = {
  received: {
    vi: '((office)): Hồ sơ ((code)) đã được tiếp nhận((dueAt??, hẹn trả)) ((dueAt))((returnPlace?? tại)) ((returnPlace)).((inbox?? Soạn HS hoặc NGUNG TIN gửi)) ((inbox))((inbox??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) has been received((dueAt??, result due)) ((dueAt))((returnPlace?? at)) ((returnPlace)).((inbox?? Text HS or NGUNG TIN to)) ((inbox))((inbox??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['dueAt', 'returnPlace', 'inbox', 'hotline'],
  },
  'not-accepted': {
    vi: '((office)): Hồ sơ ((code)) không được tiếp nhận. Lý do ghi trên phiếu gửi Ông/Bà.((hotline?? Cần hướng dẫn xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) was not accepted. The reason is on the slip sent to you.((hotline?? For help please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  supplement: {
    vi: '((office)): Hồ sơ ((code)) cần bổ sung giấy tờ((deadline?? trước ngày)) ((deadline)). Mời Ông/Bà xem phiếu yêu cầu.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) needs more papers((deadline?? by)) ((deadline)). Please see the request slip.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['deadline', 'hotline'],
  },
  payment: {
    vi: '((office)): Hồ sơ ((code)) cần nộp phí((amount??, số tiền)) ((amount))((amount?? đồng)). Mời Ông/Bà nộp tại nơi nhận hồ sơ.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) has a fee to pay((amount??: VND)) ((amount)). Please pay where you filed it.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['amount', 'hotline'],
  },
  delayed: {
    vi: '((office)): Hồ sơ ((code)) bị chậm((decider?? tại)) ((decider)), xin lỗi Ông/Bà và hẹn lại lúc ((newDueAt)).((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is late((decider?? at)) ((decider)). We apologise; it is now due ((newDueAt)).((hotline?? Call)) ((hotline))',
    needs: ['office', 'code', 'newDueAt'],
    may: ['decider', 'hotline'],
  },
  stopped: {
    vi: '((office)): Hồ sơ ((code)) đã dừng giải quyết. Lý do ghi trên văn bản gửi Ông/Bà.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Work on dossier ((code)) has stopped. The reason is in the letter sent to you.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  withdrawn: {
    vi: '((office)): Hồ sơ ((code)) đã được rút theo yêu cầu của Ông/Bà.((hotline?? Nếu Ông/Bà không yêu cầu, xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) was withdrawn at your request.((hotline?? If you did not ask for this, please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;
