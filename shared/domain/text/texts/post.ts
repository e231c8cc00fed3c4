import type { SmsText } from './fields.ts';

/**
 * The result is with the post. `delivered` repeats what the post reported and asks to be told otherwise, since a
 * report is not the paper in the hand; none promises a day that the post did not promise.
 */
export const postTexts = {
  'post-handed-over': {
    vi: '((office)): Hồ sơ ((code)): kết quả đã gửi bưu điện((trackingNumber??, mã)) ((trackingNumber)). Mời Ông/Bà chờ nhận.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)): the result is with the post((trackingNumber??, no.)) ((trackingNumber)).((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['trackingNumber', 'hotline'],
  },
  'post-out-for-delivery': {
    vi: '((office)): Hồ sơ ((code)): bưu tá đang mang kết quả đến Ông/Bà, xin để máy((amount??, thu)) ((amount))((amount?? đồng)).((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)): it is out for delivery, keep your phone on((amount??; to pay: VND)) ((amount)).((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['amount', 'paper', 'onlyTo', 'hotline'],
    maxParts: 2,
  },
  'post-attempted': {
    vi: '((office)): Hồ sơ ((code)): bưu tá đến nhưng chưa gặp Ông/Bà, sẽ giao lại.((hotline?? Đổi giờ, đổi nơi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): the post did not find you and will come again.((hotline?? To change that call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-held': {
    vi: '((office)): Hồ sơ ((code)): mời Ông/Bà nhận tại bưu điện ((postOffice))((deadline?? đến hết)) ((deadline)).((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)): please collect it at post office ((postOffice))((deadline?? by)) ((deadline)).((hotline?? Call)) ((hotline))',
    needs: ['office', 'code', 'postOffice'],
    may: ['deadline', 'hotline'],
  },
  'post-delivered': {
    vi: '((office)): Hồ sơ ((code)): bưu điện báo đã giao kết quả.((hotline?? Nếu Ông/Bà chưa nhận, xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): the post reports delivery.((hotline?? If you did not get it, please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-partly-delivered': {
    vi: '((office)): Hồ sơ ((code)): bưu điện báo mới giao một phần, phần còn lại đang trở về.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Dossier ((code)): the post reports that a part was delivered; the rest is coming back.((hotline?? Please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-not-delivered': {
    vi: '((office)): Hồ sơ ((code)): xin lỗi, tin đã giao là nhầm, kết quả chưa đến Ông/Bà.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Dossier ((code)): sorry, it was not delivered as we said.((hotline?? To get it please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-returning': {
    vi: '((office)): Hồ sơ ((code)): bưu điện chưa giao được, kết quả đang trở về((deadline??, giữ đến)) ((deadline)).((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Dossier ((code)): not delivered, it is coming back to us((deadline??, kept until)) ((deadline)).((hotline?? Please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['deadline', 'hotline'],
  },
  'post-collected': {
    vi: '((office)): Hồ sơ ((code)): bưu điện đã nhận giấy tờ của Ông/Bà để chuyển về cơ quan.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)): the post has taken your papers and brings them to us.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-dossier-arrived': {
    vi: '((office)): Giấy tờ của hồ sơ ((code)) do bưu điện chuyển đã đến cơ quan.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): The papers of dossier ((code)) sent by post have reached us.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;
