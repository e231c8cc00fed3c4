import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import type { ReturnReason } from '../../../../domain/post/job/ends/returns.ts';

/** The lists of the page, by the word in the address: what waits for the office stands first. */
export const journeyLists = {
  'cho-dia-chi': { title: 'Chờ địa chỉ', states: ['draft'] },
  'can-xem': {
    title: 'Cần người quyết định',
    states: ['rejected', 'needs-attention', 'dead-letter', 'lost', 'damaged'],
  },
  'dang-moi': { title: 'Đang mời bưu điện', states: ['ready', 'leased'] },
  'cho-giao': {
    title: 'Chờ giao cho bưu điện',
    states: ['accepted', 'label-printed', 'manifested', 'cancel-requested'],
  },
  'dang-di': {
    title: 'Đang đi',
    states: [
      'handed-over',
      'in-transit',
      'out-for-delivery',
      'delivery-attempted',
      'held-for-pickup',
      'on-hold',
      'partly-delivered',
    ],
  },
  'quay-ve': { title: 'Quay về quầy', states: ['returning', 'returned', 'return-received'] },
} as const satisfies Record<string, { title: string; states: readonly JobState[] }>;
export type JourneyList = keyof typeof journeyLists;

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
  'post-not-arranged': 'phường chưa thoả thuận với bưu điện nào',
};

/** What a journey still waits for. */
export const gapsInWords = (gaps: readonly string[]): string =>
  gaps.map((gap) => gapWords[gap] ?? gap).join(', ');
