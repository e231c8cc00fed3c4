import type { SmsText } from './fields.ts';

/**
 * Answers to what a citizen sent us. A code that does not exist and a code of somebody else get the same words, and
 * nothing of the question is repeated, so that nobody can find out codes by asking.
 */
export const answerTexts = {
  'answer-status': {
    vi: '((office)): Hồ sơ ((code)) ((status))((dueAt??, hẹn trả)) ((dueAt)).((hotline?? Cần hỏi:)) ((hotline))',
    en: '((office)): Dossier ((code)) ((status))((dueAt??, due)) ((dueAt)).((hotline?? Call)) ((hotline))',
    needs: ['office', 'code', 'status'],
    may: ['dueAt', 'hotline'],
    yields: ['hotline'],
  },
  'answer-not-found': {
    vi: '((office)): Không tìm thấy hồ sơ có mã đó của số điện thoại này. Xin Ông/Bà xem lại mã hồ sơ.((hotline?? Cần giúp xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): No dossier of this phone number has that code. Please check the code.((hotline?? For help call)) ((hotline))((hotline??.))',
    needs: ['office'],
    may: ['hotline'],
  },
  'answer-help': {
    vi: '((office)): Xem hồ sơ: soạn HS và mã trên giấy hẹn, ví dụ HS H20.12-260302-0001. Không nhận tin: soạn NGUNG TIN.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): To follow a dossier send HS and its code, like HS H20.12-260302-0001. To stop: NGUNG TIN.((hotline?? Call)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
  // It holds for this office, and says so: the next text of another one under the same sender name is no broken word.
  'answer-opt-out': {
    vi: '((office)): Từ nay cơ quan này không gửi tin đến số này, nơi khác vẫn gửi. Hồ sơ vẫn giải quyết. Nhận lại: soạn NHAN TIN.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): This office texts this number no more; others may. Your dossiers go on. To get texts again: NHAN TIN.((hotline?? Call)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
  'answer-opt-in': {
    vi: '((office)): Từ nay chúng tôi gửi tin về hồ sơ của Ông/Bà đến số này. Không nhận tin: soạn NGUNG TIN.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): From now on we text this number about your dossiers. To stop: NGUNG TIN.((hotline?? Call)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
  // For `HUY HO SO`, `dung gui ...`: says what has not happened, and which words do what.
  'answer-unclear-stop': {
    vi: '((office)): Chưa có gì thay đổi, chúng tôi sẽ gọi Ông/Bà hỏi rõ. Chỉ thôi nhận tin nhắn: soạn NGUNG TIN.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Nothing has changed; we will call you to ask. Only to get no more texts: send NGUNG TIN.((hotline?? Call)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
  // Whoever gets it without having asked knows that a stranger typed their number, and that nothing comes of it.
  'answer-phone-code': {
    vi: '((office)): Số xác nhận để nhận tin ở máy này: ((digits)), hiệu lực 10 phút. Ông/Bà gõ vào trang xem hồ sơ, không đọc cho ai.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): Code ((digits)) to get our texts at this number, good for 10 minutes. Type it on our page only.((hotline?? Call)) ((hotline))',
    needs: ['office', 'digits'],
    may: ['hotline'],
    yields: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;

export type AnswerPurpose = keyof typeof answerTexts;
