import type { SmsText } from './fields.ts';

/**
 * The result is there (portal status 9), one text for each way to get it, and it has been handed over (10).
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
    vi: '((office)): Hồ sơ ((code)) đã có kết quả. Bưu điện sẽ giao đến địa chỉ Ông/Bà đã đăng ký.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. The post will deliver it to the address you gave.((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'ready-home': {
    vi: '((office)): Hồ sơ ((code)) đã có kết quả. Cán bộ sẽ mang đến nhà Ông/Bà((pickUp??,)) ((pickUp)).((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) is ready. Our staff will bring it to your home((pickUp??,)) ((pickUp)).((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['pickUp', 'hotline'],
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
