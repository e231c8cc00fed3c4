import type { SmsText } from './fields.ts';

/**
 * What happens to a dossier on its way (portal status 2 to 8, and the apology). Reasons are on the forms that the
 * citizen gets (Forms 02 to 05 of Circular 03/2025/TT-VPCP), never in the message: a phone may be shared. Whoever filed
 * online has no such form in the hand and no counter where the dossier lies, so theirs is a text of its own (`online.ts`).
 */
export const dossierTexts = {
  received: {
    vi: '((office)): Đã tiếp nhận hồ sơ ((code)).((dueAt?? Hẹn trả)) ((dueAt))((returnPlace?? tại)) ((returnPlace))((dueAt??.))((inbox?? Soạn HS hoặc NGUNG TIN gửi)) ((inbox))((inbox??.))((hotline?? Cần hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) received.((dueAt?? Result due)) ((dueAt))((returnPlace?? at)) ((returnPlace))((dueAt??.))((inbox?? Text HS or NGUNG TIN to)) ((inbox))((inbox??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['dueAt', 'returnPlace', 'inbox', 'hotline'],
    yields: ['returnPlace'],
  },
  'not-accepted': {
    vi: '((office)): Hồ sơ ((code)) không được tiếp nhận. Lý do ghi trong phiếu đã gửi. Có thể nộp lại.((hotline?? Cần hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) was not accepted. The slip given to you says why. You may file again.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  supplement: {
    vi: '((office)): Hồ sơ ((code)) còn thiếu giấy tờ. Xin Ông/Bà nộp thêm((dueAt?? trước)) ((dueAt))((returnPlace?? tại)) ((returnPlace)), theo phiếu yêu cầu đã gửi. Mang theo giấy hẹn.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) lacks papers. Please bring what the request slip lists((dueAt?? before)) ((dueAt))((returnPlace?? to)) ((returnPlace)), with your receipt.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['dueAt', 'returnPlace', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hồ sơ ((code)) còn thiếu giấy tờ. Xin nộp thêm((dueAt?? trước)) ((dueAt)), theo phiếu đã gửi.((hotline?? Cần hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) lacks papers, see the request slip.((dueAt?? Bring them before)) ((dueAt))((dueAt??.))((hotline?? Call)) ((hotline))',
    },
  },
  payment: {
    vi: '((office)): Hồ sơ ((code)): xin nộp phí, lệ phí ((amount))((amount?? đồng)) tại ((returnPlace)), có biên lai. Không chuyển tiền cho người gọi điện, nhắn tin.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): please pay the fee((amount?? of VND)) ((amount)) at ((returnPlace)) and get a receipt. Never send money to a caller.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code', 'returnPlace'],
    may: ['amount', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hồ sơ ((code)) chưa nộp phí, lệ phí((amount??:)) ((amount))((amount?? đồng)). Xin nộp tại quầy, có biên lai.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) has a fee to pay((amount??: VND)) ((amount)). Please pay at our counter.((hotline?? Call)) ((hotline))',
    },
  },
  delayed: {
    vi: '((office)): Hồ sơ ((code)) chưa có kết quả như đã hẹn((decider??, đang ở)) ((decider)). Xin lỗi Ông/Bà, hẹn lại ((newDueAt))((returnPlace?? tại)) ((returnPlace)). Trước giờ đó Ông/Bà không phải đến.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) is late((decider?? at)) ((decider)). We apologise; it is now due ((newDueAt))((returnPlace?? at)) ((returnPlace)). Please do not come before.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code', 'newDueAt'],
    may: ['decider', 'returnPlace', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hồ sơ ((code)) chưa có kết quả như đã hẹn. Xin lỗi Ông/Bà, hẹn lại ((newDueAt)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) is late. We apologise; it is now due ((newDueAt)).((hotline?? Call)) ((hotline))',
    },
  },
  stopped: {
    vi: '((office)): Hồ sơ ((code)) không được giải quyết tiếp. Lý do ghi trong thông báo đã gửi.((hotline?? Cần hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) will not be processed further. The notice sent to you says why.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  withdrawn: {
    vi: '((office)): Hồ sơ ((code)) đã được rút theo yêu cầu của Ông/Bà.((hotline?? Nếu Ông/Bà không yêu cầu, xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) was withdrawn at your request.((hotline?? If you did not ask for this, please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'taken-back': {
    vi: '((office)): Tin trước về hồ sơ ((code)) là gửi nhầm, xin lỗi Ông/Bà.((status?? Hồ sơ)) ((status))((status??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Our last message on dossier ((code)) was a mistake, sorry.((status?? It)) ((status))((status??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['status', 'hotline'],
    yields: ['status'],
  },
} as const satisfies Record<string, SmsText>;
