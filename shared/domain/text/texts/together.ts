import type { SmsText } from './fields.ts';

/**
 * Dossiers that a family filed together: the first that is received speaks for all, and one word says that all are ready.
 * It names every code or none, since a code alone would read as if the others were still missing; how many there are is
 * said always. The codes go where they would cost a part too many. One text serves the counter and who filed online. A day is
 * said where it is the day of each; else the text says where the days stand.
 */
export const togetherTexts = {
  'received-together': {
    vi: '((office)): Đã tiếp nhận ((count)) hồ sơ nộp cùng lúc.((dueAt?? Hẹn trả)) ((dueAt))((returnPlace?? tại)) ((returnPlace))((dueAt??.))((ownDates?? Ngày hẹn trả từng hồ sơ: xem giấy hẹn hoặc Cổng Dịch vụ công.))((codes?? Mã hồ sơ:)) ((codes))((codes??.))((hotline?? Cần hỏi:)) ((hotline))',
    en: '((office)): ((count)) dossiers filed together received.((dueAt?? Result due)) ((dueAt))((returnPlace?? at)) ((returnPlace))((dueAt??.))((ownDates?? For each due date see your receipt or the public service portal.))((codes?? Codes:)) ((codes))((codes??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'count'],
    may: ['dueAt', 'ownDates', 'codes', 'returnPlace', 'hotline'],
    yields: ['ownDates', 'codes', 'returnPlace'],
  },
  'ready-counter-together': {
    vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Xin mời đến nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hours?? Giờ làm việc:)) ((hours))((hours??.)) Mang theo căn cước và giấy hẹn nếu có.((codes?? Mã hồ sơ:)) ((codes))((codes??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): ((count)) dossiers filed together are ready. Please collect them at ((returnPlace))((pickUp??,)) ((pickUp)).((hours?? Open)) ((hours))((hours??.)) Bring your ID card and receipt, if any.((codes?? Codes:)) ((codes))((codes??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'count', 'returnPlace'],
    may: ['codes', 'pickUp', 'hours', 'hotline'],
    yields: ['codes', 'hours'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): ((count)) dossiers are ready. Collect them at ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Call)) ((hotline))',
    },
  },
  'ready-post-together': {
    vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Bưu điện sẽ giao đến địa chỉ đã đăng ký((amount??, khi nhận trả tất cả)) ((amount))((amount?? đồng)). Không chuyển tiền trước.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((codes?? Mã hồ sơ:)) ((codes))((codes??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): ((count)) dossiers filed together are ready. The post will deliver them to the address you gave((amount??; to pay then in all: VND)) ((amount)). Never pay beforehand.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((codes?? Codes:)) ((codes))((codes??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'count'],
    may: ['codes', 'amount', 'paper', 'onlyTo', 'hotline'],
    yields: ['codes'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Bưu điện sẽ giao đến địa chỉ đã đăng ký.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): ((count)) dossiers are ready. The post will deliver them to the address you gave.((hotline?? Call)) ((hotline))',
    },
  },
  'ready-home-together': {
    vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Nhân viên UBND sẽ mang đến nhà Ông/Bà. Xin xem thẻ nhân viên trước khi ký nhận.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((codes?? Mã hồ sơ:)) ((codes))((codes??.))((hotline?? Hỏi hoặc hẹn giờ xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): ((count)) dossiers filed together are ready. Our staff will bring them to your home. Please check the staff card before you sign.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((codes?? Codes:)) ((codes))((codes??.))((hotline?? To agree a time call)) ((hotline))((hotline??.))',
    needs: ['office', 'count'],
    may: ['codes', 'paper', 'onlyTo', 'hotline'],
    yields: ['codes'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Nhân viên UBND sẽ mang đến nhà Ông/Bà.((hotline?? Hẹn giờ xin gọi)) ((hotline))((hotline??.))',
      en: '((office)): ((count)) dossiers are ready. Our staff will bring them to your home.((hotline?? Call)) ((hotline))',
    },
  },
  'ready-ring-together': {
    vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Xin mời nhận tại ((returnPlace)).((codes?? Mã hồ sơ:)) ((codes))((codes??.))((hotline?? Cần giao tại nhà gọi)) ((hotline))',
    en: '((office)): ((count)) dossiers filed together are ready. Please collect them at ((returnPlace)).((codes?? Codes:)) ((codes))((codes??.))((hotline?? To get them at home call)) ((hotline))',
    needs: ['office', 'count', 'returnPlace'],
    may: ['codes', 'hotline'],
    yields: ['codes'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả ((count)) hồ sơ nộp cùng lúc. Xin mời nhận tại ((returnPlace)).((hotline?? Cần giao tại nhà gọi)) ((hotline))',
      en: '((office)): ((count)) dossiers are ready. Please collect them at ((returnPlace)).((hotline?? To get them at home call)) ((hotline))',
    },
  },
  'ready-electronic-together': {
    vi: '((office)): Đã có kết quả điện tử ((count)) hồ sơ nộp cùng lúc. Xin tự mở Cổng Dịch vụ công quốc gia, đăng nhập bằng VNeID để xem.((codes?? Mã hồ sơ:)) ((codes))((codes??.))((hotline?? Cần in ra giấy xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): ((count)) dossiers filed together have their e-results. Please open the National Public Service Portal yourself and log in with VNeID.((codes?? Codes:)) ((codes))((codes??.))((hotline?? For a print call)) ((hotline))((hotline??.))',
    needs: ['office', 'count'],
    may: ['codes', 'hotline'],
    yields: ['codes'],
    maxParts: 2,
    short: {
      vi: '((office)): Đã có kết quả điện tử ((count)) hồ sơ nộp cùng lúc trên Cổng Dịch vụ công quốc gia.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): ((count)) dossiers have e-results on the National Public Service Portal.((hotline?? Call)) ((hotline))',
    },
  },
} as const satisfies Record<string, SmsText>;
