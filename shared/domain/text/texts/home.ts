import type { SmsText } from './fields.ts';

/** The ward's own people bring the result home. Whoever reads it may be a relative, so nobody is told to stay in. */
export const homeTexts = {
  'home-out-for-delivery': {
    vi: '((office)): Hồ sơ ((code)): cán bộ đang mang kết quả đến nhà, xin để máy liên lạc.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)): our staff are bringing the result home, please keep your phone on.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['paper', 'onlyTo', 'hotline'],
    maxParts: 2,
  },
  'home-attempted': {
    vi: '((office)): Hồ sơ ((code)): cán bộ đến nhà nhưng chưa gặp, sẽ đến lại.((hotline?? Hẹn giờ xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): our staff found nobody at home and will come again.((hotline?? To agree a time call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'home-delivered': {
    vi: '((office)): Hồ sơ ((code)): cán bộ đã giao kết quả tại nhà.((hotline?? Nếu chưa nhận được, xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): our staff have handed over the result at home.((hotline?? If it is not there, please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
  'home-brought-back': {
    vi: '((office)): Hồ sơ ((code)): chưa giao được tại nhà, kết quả để tại cơ quan.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Dossier ((code)): not handed over at home, the result is at our office.((hotline?? Please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;
