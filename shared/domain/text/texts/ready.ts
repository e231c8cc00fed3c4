import type { SmsText } from './fields.ts';

/**
 * The result is there (portal status 9), one text for each way to get it, and it has been handed over (10). Whom nobody
 * can bring it to yet, since an address or an arrangement is missing, is asked to come or to ring and promised nothing.
 * An electronic result is found in the citizen's own portal account; no link leads there.
 */
export const readyTexts = {
  'ready-counter': {
    vi: '((office)): Hồ sơ ((code)) đã có kết quả. Mời Ông/Bà nhận tại ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. Please collect it at ((returnPlace))((pickUp??,)) ((pickUp)).((hotline?? Call)) ((hotline))',
    needs: ['office', 'code', 'returnPlace'],
    may: ['pickUp', 'hotline'],
    maxParts: 2,
  },
  'ready-post': {
    vi: '((office)): Hồ sơ ((code)) đã có kết quả. Bưu điện sẽ giao tận nơi((amount??, thu)) ((amount))((amount?? đồng)).((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. The post will bring it((amount??; to pay: VND)) ((amount)).((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['amount', 'paper', 'onlyTo', 'hotline'],
    maxParts: 2,
  },
  'ready-home': {
    vi: '((office)): Hồ sơ ((code)) đã có kết quả. Cán bộ sẽ mang đến nhà Ông/Bà.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. Our staff will bring it to your home.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['paper', 'onlyTo', 'hotline'],
    maxParts: 2,
  },
  'ready-ring': {
    vi: '((office)): Hồ sơ ((code)) đã có kết quả. Mời Ông/Bà nhận tại ((returnPlace)).((hotline?? Để nhận tại nhà xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) is ready. Please collect it at ((returnPlace)).((hotline?? To get it at home call)) ((hotline))((hotline??.))',
    needs: ['office', 'code', 'returnPlace'],
    may: ['hotline'],
  },
  'ready-electronic': {
    vi: '((office)): Hồ sơ ((code)) đã có kết quả điện tử. Mời Ông/Bà xem trong tài khoản dịch vụ công.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) has its e-result. Please open it in your public service account.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  returned: {
    vi: '((office)): Hồ sơ ((code)) đã trả kết quả cho Ông/Bà.((hotline?? Nếu Ông/Bà chưa nhận, xin gọi)) ((hotline))((hotline??.)) Xin cảm ơn.',
    en: '((office)): The result of dossier ((code)) was handed to you.((hotline?? If you did not get it, please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;
