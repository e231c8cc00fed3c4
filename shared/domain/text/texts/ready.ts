import type { SmsText } from './fields.ts';

/**
 * The result is there (portal status 9), one text for each way to get it, and it has been handed over (10).
 * An electronic result is on the national portal, which the citizen opens alone; no link leads there.
 */
export const readyTexts = {
  'ready-counter': {
    vi: '((office)): Đã có kết quả hồ sơ ((code)). Xin mời đến nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hours?? Giờ làm việc:)) ((hours))((hours??.)) Mang theo căn cước và giấy hẹn.((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) is ready. Please collect it at ((returnPlace))((pickUp??,)) ((pickUp)).((hours?? Open)) ((hours))((hours??.)) Bring your ID card and receipt.((hotline?? Questions: call)) ((hotline))((hotline??.))',
    needs: ['office', 'code', 'returnPlace'],
    may: ['pickUp', 'hours', 'hotline'],
    yields: ['hours'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả hồ sơ ((code)). Xin mời đến nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) is ready. Collect it at ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Call)) ((hotline))',
    },
  },
  'ready-counter-online': {
    vi: '((office)): Đã có kết quả hồ sơ ((code)). Nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hours?? Giờ làm việc:)) ((hours))((hours??.)) Mang căn cước.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. Please collect it at ((returnPlace))((pickUp??,)) ((pickUp)).((hours?? Open)) ((hours))((hours??.)) Bring your ID card.((hotline?? Call)) ((hotline))',
    needs: ['office', 'code', 'returnPlace'],
    may: ['pickUp', 'hours', 'hotline'],
    yields: ['hours'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả hồ sơ ((code)). Xin mời đến nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) is ready. Collect it at ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Call)) ((hotline))',
    },
  },
  'ready-post': {
    vi: '((office)): Đã có kết quả hồ sơ ((code)). Bưu điện sẽ giao đến địa chỉ đã đăng ký((amount??, khi nhận trả)) ((amount))((amount?? đồng)). Không chuyển tiền trước.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. The post will deliver it to the address you gave((amount??; to pay then: VND)) ((amount)). Never pay beforehand.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['amount', 'paper', 'onlyTo', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả hồ sơ ((code)). Bưu điện sẽ giao đến địa chỉ đã đăng ký.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) is ready. The post will deliver it to the address you gave.((hotline?? Call)) ((hotline))',
    },
  },
  'ready-home': {
    vi: '((office)): Đã có kết quả hồ sơ ((code)). Nhân viên UBND sẽ mang đến nhà Ông/Bà. Xin xem thẻ nhân viên trước khi ký nhận.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi hoặc hẹn giờ xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) is ready. Our staff will bring it to your home. Please check the staff card before you sign.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? To agree a time call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['paper', 'onlyTo', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả hồ sơ ((code)). Nhân viên UBND sẽ mang đến nhà Ông/Bà.((hotline?? Hẹn giờ xin gọi)) ((hotline))((hotline??.))',
      en: '((office)): Dossier ((code)) is ready. Our staff will bring it to your home.((hotline?? Call)) ((hotline))',
    },
  },
  'ready-ring': {
    vi: '((office)): Đã có kết quả hồ sơ ((code)). Xin mời nhận tại ((returnPlace)).((hotline?? Cần giao tại nhà gọi)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. Please collect it at ((returnPlace)).((hotline?? To get it at home call)) ((hotline))',
    needs: ['office', 'code', 'returnPlace'],
    may: ['hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả hồ sơ ((code)). Xin mời nhận tại ((returnPlace)).((hotline?? Cần giao tại nhà gọi)) ((hotline))',
      en: '((office)): Dossier ((code)) is ready. Please collect it at ((returnPlace)).((hotline?? To get it at home call)) ((hotline))',
    },
  },
  'ready-electronic': {
    vi: '((office)): Đã có kết quả điện tử hồ sơ ((code)). Xin tự mở Cổng Dịch vụ công quốc gia, đăng nhập bằng VNeID để xem.((hotline?? Cần in ra giấy xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) has its e-result. Please open the National Public Service Portal yourself and log in with VNeID.((hotline?? For a print call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả điện tử hồ sơ ((code)) trên Cổng Dịch vụ công quốc gia, mở bằng VNeID.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)) has its e-result on the National Public Service Portal.((hotline?? Call)) ((hotline))',
    },
  },
  returned: {
    vi: '((office)): Đã trả kết quả hồ sơ ((code))((date?? ngày)) ((date)).((hotline?? Nếu Ông/Bà chưa nhận, xin gọi)) ((hotline))((hotline??.)) Xin cảm ơn.',
    en: '((office)): The result of dossier ((code)) was handed over((date?? on)) ((date)).((hotline?? If you did not get it, call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['date', 'hotline'],
  },
} as const satisfies Record<string, SmsText>;
