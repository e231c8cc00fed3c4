import type { SmsText } from './sms-text-fields.ts';

/**
 * The result is with the post. `delivered` repeats what the post reported and asks to be told otherwise, since a
 * report is not the paper in the hand; none promises a day that the post did not promise.
 */
export const postTexts = {
  'post-handed-over': {
    vi: '((office)): Hồ sơ ((code)): kết quả đã gửi bưu điện((trackingNumber??, mã)) ((trackingNumber)). Mời Ông/Bà chờ nhận. Hỏi: ((hotline))',
    en: '((office)): Dossier ((code)): the result is with the post((trackingNumber??, no.)) ((trackingNumber)). Questions: ((hotline))',
    needs: ['office', 'code', 'hotline'],
    may: ['trackingNumber'],
  },
  'post-out-for-delivery': {
    vi: '((office)): Hồ sơ ((code)): bưu tá đang mang kết quả đến Ông/Bà, xin để máy liên lạc. Hỏi: ((hotline))',
    en: '((office)): Dossier ((code)): the result is out for delivery, please keep your phone on. Questions: ((hotline))',
    needs: ['office', 'code', 'hotline'],
  },
  'post-attempted': {
    vi: '((office)): Hồ sơ ((code)): bưu tá đến nhưng chưa gặp Ông/Bà, sẽ giao lại. Đổi giờ, đổi nơi xin gọi ((hotline)).',
    en: '((office)): Dossier ((code)): the post did not find you and will come again. To change that call ((hotline)).',
    needs: ['office', 'code', 'hotline'],
  },
  'post-held': {
    vi: '((office)): Hồ sơ ((code)): mời Ông/Bà nhận tại bưu điện ((postOffice))((deadline?? đến hết)) ((deadline)). Hỏi: ((hotline))',
    en: '((office)): Dossier ((code)): please collect it at post office ((postOffice))((deadline?? by)) ((deadline)). Call ((hotline))',
    needs: ['office', 'code', 'postOffice', 'hotline'],
    may: ['deadline'],
  },
  'post-delivered': {
    vi: '((office)): Hồ sơ ((code)): bưu điện báo đã giao kết quả. Nếu Ông/Bà chưa nhận, xin gọi ((hotline)).',
    en: '((office)): Dossier ((code)): the post reports delivery. If you did not get it, please call ((hotline)).',
    needs: ['office', 'code', 'hotline'],
  },
  'post-returning': {
    vi: '((office)): Hồ sơ ((code)): bưu điện chưa giao được và chuyển kết quả về. Ông/Bà xin gọi ((hotline)) để hẹn nhận.',
    en: '((office)): Dossier ((code)): not delivered, the result is coming back to us. Please call ((hotline)).',
    needs: ['office', 'code', 'hotline'],
  },
} as const satisfies Record<string, SmsText>;
