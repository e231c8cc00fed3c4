import type { SmsText } from './fields.ts';

/**
 * The ward's own people bring the result home. Whoever reads it may be a relative, so nobody is told to stay in; and
 * everybody is told to look at the card first, since not every caller at a door is from the office.
 */
export const homeTexts = {
  'home-out-for-delivery': {
    vi: '((office)): Hôm nay((date?? ngày)) ((date)) nhân viên UBND mang kết quả hồ sơ ((code)) đến nhà. Xin xem thẻ nhân viên trước khi ký nhận.((paper?? Cần)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)): our staff bring it home today((date??,)) ((date)). Check the staff card before you sign.((paper?? Show)) ((paper))((paper??.))((onlyTo?? Only to)) ((onlyTo))((onlyTo??.))((hotline?? Call)) ((hotline))',
    needs: ['office', 'code'],
    may: ['date', 'paper', 'onlyTo', 'hotline'],
    maxParts: 2,
    short: {
      vi: '((office)): Hôm nay((date?? ngày)) ((date)) nhân viên UBND mang kết quả hồ sơ ((code)) đến nhà.((hotline?? Hỏi:)) ((hotline))',
      en: '((office)): Dossier ((code)): our staff bring it home today((date??,)) ((date)).((hotline?? Call)) ((hotline))',
    },
  },
  'home-attempted': {
    vi: '((office)): Nhân viên UBND mang kết quả hồ sơ ((code)) đến nhà, không gặp ai, sẽ đến lần nữa.((hotline?? Hẹn giờ xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)): our staff found nobody at home and will come again.((hotline?? To agree a time call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
    maxParts: 2,
  },
  'home-delivered': {
    vi: '((office)): Nhân viên UBND đã giao kết quả hồ sơ ((code)) tại nhà((date?? ngày)) ((date)).((hotline?? Nếu chưa nhận, xin gọi)) ((hotline))',
    en: '((office)): Dossier ((code)) was handed over at home((date?? on)) ((date)).((hotline?? If you did not get it, please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['date', 'hotline'],
  },
  'home-brought-back': {
    vi: '((office)): Không gặp ai tại nhà, nhân viên đã mang kết quả hồ sơ ((code)) về UBND.((hotline?? Xin gọi)) ((hotline))((hotline?? để hẹn nhận.))',
    en: '((office)): Dossier ((code)): not handed over at home, the result is at our office.((hotline?? Please call)) ((hotline))((hotline??.))',
    needs: ['office', 'code'],
    may: ['hotline'],
    maxParts: 2,
  },
} as const satisfies Record<string, SmsText>;
