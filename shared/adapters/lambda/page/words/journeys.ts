import { type JobState, jobStates } from '../../../../domain/post/job/dispatch-moves.ts';
import { isWardPartner } from '../../../../domain/post/partner/ward-partner.ts';
import type { ReturnReason } from '../../../../domain/post/job/ends/returns.ts';

/** The lists of the page, by the word in the address: what waits for the office stands first. */
const titles = {
  'cho-dia-chi': 'Chờ địa chỉ',
  'can-xem': 'Cần người quyết định',
  'dang-moi': 'Đang mời bưu điện',
  'cho-giao': 'Chờ giao cho bưu điện',
  'dang-di': 'Đang đi',
  'quay-ve': 'Quay về quầy',
} as const;
export type JourneyList = keyof typeof titles;

/** On which list a journey stands; one that is over is on none. */
const listOf: Readonly<Record<JobState, JourneyList | undefined>> = {
  draft: 'cho-dia-chi',
  rejected: 'can-xem',
  'needs-attention': 'can-xem',
  'dead-letter': 'can-xem',
  lost: 'can-xem',
  damaged: 'can-xem',
  ready: 'dang-moi',
  leased: 'dang-moi',
  accepted: 'cho-giao',
  'label-printed': 'cho-giao',
  manifested: 'cho-giao',
  'cancel-requested': 'cho-giao',
  'handed-over': 'dang-di',
  'in-transit': 'dang-di',
  'out-for-delivery': 'dang-di',
  'delivery-attempted': 'dang-di',
  'held-for-pickup': 'dang-di',
  'on-hold': 'dang-di',
  'partly-delivered': 'dang-di',
  returning: 'quay-ve',
  returned: 'quay-ve',
  'return-received': 'quay-ve',
  delivered: undefined,
  closed: undefined,
  redispatched: undefined,
  cancelled: undefined,
};

const aList = (list: JourneyList): { title: string; states: readonly JobState[] } => ({
  title: titles[list],
  states: jobStates.filter((state) => listOf[state] === list),
});

export const journeyLists: Readonly<Record<JourneyList, ReturnType<typeof aList>>> = {
  'cho-dia-chi': aList('cho-dia-chi'),
  'can-xem': aList('can-xem'),
  'dang-moi': aList('dang-moi'),
  'cho-giao': aList('cho-giao'),
  'dang-di': aList('dang-di'),
  'quay-ve': aList('quay-ve'),
};

/** Why papers come back. */
export const returnWords: Readonly<Record<ReturnReason, string>> = {
  'recipient-unknown': 'Không có người này ở đó',
  moved: 'Đã chuyển đi',
  refused: 'Không nhận',
  'not-called-for': 'Không đến bưu cục lấy',
  'address-incomplete': 'Địa chỉ thiếu',
  'address-nonexistent': 'Không có địa chỉ này',
  inaccessible: 'Không vào được',
  deceased: 'Người nhận đã mất',
  damaged: 'Bưu gửi hỏng',
  recalled: 'Phường gọi về',
  other: 'Lý do khác',
};

const gapWords: Readonly<Record<string, string>> = {
  'province-unknown': 'không rõ tỉnh',
  'commune-unknown': 'không rõ phường, xã',
  'commune-not-in-province': 'phường, xã không thuộc tỉnh này',
  'house-missing': 'thiếu số nhà hoặc thôn',
  'street-too-long': 'dòng địa chỉ dài quá nhãn',
  'phone-missing': 'thiếu số điện thoại',
  'name-missing': 'thiếu họ tên người nhận',
  'name-unclear': 'họ tên người nhận có vẻ bị lỗi phông chữ',
  'post-not-arranged': 'phường chưa thoả thuận với bưu điện nào',
};

/** What a journey still waits for. */
export const gapsInWords = (gaps: readonly string[]): string =>
  gaps.map((gap) => gapWords[gap] ?? gap).join(', ');

/** Who carries papers: the office's own people have a word, a partner the name it is known by. */
export const carrierInWords = (code: string): string =>
  isWardPartner(code) ? 'Cán bộ của phường' : code.toUpperCase();
