import type { SmsText } from './fields.ts';

/**
 * Answers to what a citizen sent us. A code that does not exist and a code of somebody else get the same words, and
 * nothing of the question is repeated, so that nobody can find out codes by asking.
 */
export const answerTexts = {
  'answer-status': {
    vi: '((office)): Hồ sơ ((code)) ((status))((dueAt??, hẹn trả)) ((dueAt)).((hotline?? Cần hỏi xin gọi)) ((hotline))((hotline??.))',
    en: '((office)): Dossier ((code)) ((status))((dueAt??, due)) ((dueAt)).((hotline?? Questions:)) ((hotline))',
    needs: ['office', 'code', 'status'],
    may: ['dueAt', 'hotline'],
  },
  'answer-not-found': {
    vi: '((office)): Không tìm thấy hồ sơ của số điện thoại này với mã đó.((hotline?? Ông/Bà xem lại mã trên giấy hẹn hoặc gọi)) ((hotline))((hotline??.))',
    en: '((office)): No dossier of this phone number has that code.((hotline?? Please check your receipt or call)) ((hotline))((hotline??.))',
    needs: ['office'],
    may: ['hotline'],
  },
  'answer-help': {
    vi: '((office)): Xem hồ sơ: soạn HS và mã trên giấy hẹn, ví dụ HS H20.12-260302-0001. Không nhận tin: soạn HUY.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): To follow a dossier send HS and its code, like HS H20.12-260302-0001. To stop: HUY.((hotline?? Questions:)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
  'answer-opt-out': {
    vi: '((office)): Chúng tôi sẽ không nhắn tin đến số này nữa. Ông/Bà muốn nhận lại, soạn DK.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): We will send no more texts to this number. To get them again send DK.((hotline?? Questions:)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
  'answer-opt-in': {
    vi: '((office)): Chúng tôi sẽ nhắn tin về hồ sơ của Ông/Bà đến số này. Không muốn nhận, soạn HUY.((hotline?? Hỏi:)) ((hotline))',
    en: '((office)): We will text this number about your dossiers. To stop send HUY.((hotline?? Questions:)) ((hotline))',
    needs: ['office'],
    may: ['hotline'],
  },
} as const satisfies Record<string, SmsText>;

export type AnswerPurpose = keyof typeof answerTexts;
