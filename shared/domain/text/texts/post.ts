import type { SmsText } from './fields.ts';

/**
 * The result is with the post. `delivered` repeats what the post reported and asks to be told otherwise, since a
 * report is not the paper in the hand; none promises a day that the post did not promise. Cash at the door is named
 * beforehand, since false postmen collect it too.
 */
export const postTexts = {
  'post-handed-over': {
    vi: '((office)): Kết quả hồ sơ ((code)) đã giao bưu điện((date?? ngày)) ((date))((trackingNumber??, số bưu gửi)) ((trackingNumber)).((amount?? Khi nhận Ông/Bà trả)) ((amount))((amount?? đồng, có biên lai. Không chuyển tiền trước.)) Bưu điện sẽ giao đến địa chỉ Ông/Bà đã đăng ký.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): The result of dossier ((code)) went to the post((date?? on)) ((date))((trackingNumber??, no.)) ((trackingNumber)).((amount?? Pay the postman VND)) ((amount))((amount??, get a receipt; never pay beforehand.)) It comes to the address you gave.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['date', 'trackingNumber', 'amount', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Kết quả hồ sơ ((code)) đã giao bưu điện((trackingNumber??, số bưu gửi)) ((trackingNumber)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)): the result is with the post((trackingNumber??, no.)) ((trackingNumber)).((hotline?? Call)) ((hotline))',
    },
  },
  'post-redirected': {
    vi: '((office)): Bưu điện đã nhận giao kết quả hồ sơ ((code)) đến địa chỉ Ông/Bà xin đổi.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): the post now brings the result to your new address.((hotline?? Questions: call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-out-for-delivery': {
    vi: '((office)): Hôm nay((date?? ngày)) ((date)) bưu điện mang kết quả hồ sơ ((code)) đến Ông/Bà. Xin để điện thoại bên mình((amount??, khi nhận trả)) ((amount))((amount?? đồng, có biên lai)).((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) comes by post today((date??,)) ((date)). Keep your phone on((amount??; to pay: VND)) ((amount))((amount??, get a receipt)).((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['date', 'amount', 'paper', 'onlyTo', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hôm nay((date?? ngày)) ((date)) bưu điện mang kết quả hồ sơ ((code)) đến Ông/Bà.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) comes by post today((date??,)) ((date)).((hotline?? Call)) ((hotline))',
    },
  },
  'post-attempted': {
    vi: '((office)): Bưu điện mang kết quả hồ sơ ((code)) đến, không gặp Ông/Bà, sẽ đến lần nữa.((hotline?? Đổi giờ, đổi nơi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): the post did not find you and will come again.((hotline?? To change that call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
    maxParts: 2,
  },
  'post-held': {
    vi: '((office)): Kết quả hồ sơ ((code)) đang ở bưu điện ((postOffice)). Xin mời đến nhận((deadline??, hạn cuối)) ((deadline)). Mang theo căn cước((amount?? và)) ((amount))((amount?? đồng, có biên lai)).((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) waits at post office ((postOffice)). Please collect it((deadline??, last day)) ((deadline)). Bring your ID card((amount?? and VND)) ((amount)).((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code', 'postOffice'],
    may: ['deadline', 'amount', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Kết quả hồ sơ ((code)) đang ở bưu điện ((postOffice))((deadline??, hạn cuối)) ((deadline)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) waits at post office ((postOffice))((deadline?? until)) ((deadline)).((hotline?? Call)) ((hotline))',
    },
  },
  'post-delivered': {
    vi: '((office)): Theo bưu điện, kết quả hồ sơ ((code)) đã giao((date?? ngày)) ((date)).((hotline?? Nếu Ông/Bà chưa nhận, xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): The post reports dossier ((code)) delivered((date?? on)) ((date)).((hotline?? If you did not get it, call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['date', 'hotline'],
  },
  'post-partly-delivered': {
    vi: '((office)): Theo bưu điện, hồ sơ ((code)) chỉ giao 1 phần, phần kia đang chuyển về.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Dossier ((code)): the post delivered a part; the rest is coming back.((hotline?? Please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'post-not-delivered': {
    vi: '((office)): Xin lỗi Ông/Bà. Tin nhắn trước ghi đã giao là sai: kết quả hồ sơ ((code)) chưa đến tay Ông/Bà.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Sorry, dossier ((code)) was not delivered as we said.((hotline?? To get it please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
    maxParts: 2,
  },
  'post-returning': {
    vi: '((office)): Bưu điện không giao được kết quả hồ sơ ((code)), đang chuyển về UBND.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))((deadline?? UBND giữ đến hết ngày)) ((deadline))((deadline??.))',
    en: '((office)): Dossier ((code)): not delivered, it is coming back to us((deadline??, kept until)) ((deadline)).((hotline?? Please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['deadline', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Bưu điện không giao được kết quả hồ sơ ((code)), đang chuyển về UBND.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
      en: '((office)): Dossier ((code)): not delivered, it is coming back to us.((hotline?? Please call)) ((hotline))((hotline??.))',
    },
  },
  'post-collected': {
    vi: '((office)): Bưu điện đã nhận giấy tờ hồ sơ ((code))((date?? ngày)) ((date)), sẽ chuyển đến UBND.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): The post took your papers for dossier ((code))((date?? on)) ((date)) and brings them to us.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['date', 'hotline'],
  },
  'post-dossier-arrived': {
    vi: '((office)): UBND đã nhận giấy tờ hồ sơ ((code)) do bưu điện chuyển đến((date?? ngày)) ((date)).((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Your papers for dossier ((code)) reached us by post((date?? on)) ((date)).((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['date', 'hotline'],
  },
} as const satisfies Record<string, SmsText>;
