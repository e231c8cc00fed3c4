import type { CitizenStanding, NextStep, Telling } from '../../../../domain/lookup/standing.ts';
import type { Status } from '../../../../domain/dossier/statuses.ts';

/** How a dossier stands, as the heading of its page. */
export const standingTitles: Readonly<Record<Status, string>> = {
  registered: 'Hồ sơ đã gửi, chờ tiếp nhận',
  received: 'Hồ sơ đã được tiếp nhận',
  'not-accepted': 'Hồ sơ không được tiếp nhận',
  'in-progress': 'Hồ sơ đang được giải quyết',
  'supplement-requested': 'Hồ sơ còn thiếu giấy tờ',
  'payment-requested': 'Hồ sơ có phí, lệ phí chưa nộp',
  withdrawn: 'Hồ sơ đã được rút',
  stopped: 'Hồ sơ không được giải quyết tiếp',
  completed: 'Hồ sơ đã có kết quả',
  returned: 'Đã trả kết quả',
  delayed: 'Kết quả chậm hơn đã hẹn, xin lỗi ông/bà',
};
export const unknownTitle = 'Hồ sơ đang được ghi nhận';

type Said = { heading: string; words: string; bring?: string };

/** What the citizen is to do now, and what to bring. */
export const nextSteps: Readonly<Record<NextStep, Said>> = {
  wait: {
    heading: 'Ông/bà chưa phải làm gì',
    words: 'Có kết quả hoặc cần thêm giấy tờ, chúng tôi sẽ báo.',
  },
  'bring-papers': {
    heading: 'Mời ông/bà nộp thêm giấy tờ',
    words: 'Giấy tờ còn thiếu ghi trong phiếu yêu cầu bổ sung. Chưa rõ thiếu gì, xin gọi trước khi đi.',
    bring: 'Giấy tờ còn thiếu, giấy hẹn, căn cước',
  },
  pay: {
    heading: 'Mời ông/bà nộp phí, lệ phí',
    words: 'Nộp tại quầy, hoặc tự mở Cổng Dịch vụ công. Không chuyển tiền theo tin nhắn hay cuộc gọi.',
    bring: 'Giấy hẹn, căn cước',
  },
  collect: {
    heading: 'Mời ông/bà đến nhận',
    words: 'Người khác nhận thay thì mang thêm giấy ủy quyền.',
    bring: 'Giấy hẹn, căn cước',
  },
  'wait-for-post': {
    heading: 'Kết quả được mang đến cho ông/bà',
    words: 'Ông/bà đã chọn nhận tại nhà. Đổi ý thì gọi cho chúng tôi trước khi giấy tờ được mang đi.',
  },
  'open-online': {
    heading: 'Kết quả ở Cổng Dịch vụ công',
    words: 'Ông/bà tự mở Cổng Dịch vụ công, không mở đường dẫn ai gửi đến.',
  },
  over: {
    heading: 'Hồ sơ dừng tại đây',
    words: 'Lý do ghi trong văn bản gửi ông/bà. Muốn hỏi thêm hoặc làm lại, xin gọi hoặc đến quầy.',
  },
  rate: {
    heading: 'Hồ sơ đã xong',
    words: 'Giấy tờ có chỗ sai, xin mang lại quầy để sửa, không mất tiền nếu lỗi ở chúng tôi.',
  },
};

export const channelNames: Readonly<Record<Telling['channel'], string>> = {
  sms: 'Tin nhắn',
  zalo: 'Tin Zalo',
  'call-list': 'Cuộc gọi',
  letter: 'Thư',
  post: 'Bưu gửi',
};

/** How a telling ended, as a citizen may put it. */
export const endings: Readonly<Record<Telling['state'], string>> = {
  queued: 'sắp gửi',
  sending: 'đang gửi',
  sent: 'nhà mạng đã nhận',
  unknown: 'chưa rõ đã đến chưa',
  unconfirmed: 'chưa rõ đã đến chưa',
  delivered: 'đến máy',
  undelivered: 'không đến được máy',
  failed: 'không gửi được',
  suppressed: 'chưa gửi',
  cancelled: 'không gửi',
  settled: 'cán bộ đã báo',
};

/** The one wording for every miss. */
export const missWords = {
  title: 'Chưa tìm thấy hồ sơ với hai mã này.',
  words: 'Xin xem lại từng chữ trên giấy hẹn.',
};

export const waitWords = (milliseconds: number): string => {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
};

/** What was just done on the page; the address carries the word alone. */
export const doneWords = {
  thoi: 'Đã ghi. Trong ít phút cơ quan này thôi nhắn tin đến số của ông/bà, và nhắn một tin để xác nhận.',
  nhan: 'Đã ghi. Trong ít phút ông/bà được nhắn tin lại, bắt đầu bằng một tin xác nhận.',
  gio: 'Đã ghi. Từ tin sau, máy của ông/bà chỉ nhận tin trong giờ đã chọn.',
  'gio-sai': 'Giờ sớm nhất phải trước giờ muộn nhất. Xin chọn lại.',
  'gui-ma': 'Đã gửi một tin có 6 chữ số đến số mới. Xin gõ 6 chữ số đó trong 10 phút.',
  'doi-so': 'Đã đổi. Từ nay tin về hồ sơ này đến số mới.',
  'sai-ma': 'Sáu chữ số chưa đúng hoặc đã hết hạn. Xin xem lại tin nhắn.',
  'so-sai': 'Số này không phải số di động ở Việt Nam. Xin gõ lại.',
  'het-luot': 'Hôm nay đã gửi đủ số tin xác nhận. Xin gọi cho chúng tôi để đổi số.',
  'cam-on': 'Cảm ơn ông/bà đã cho biết ý kiến.',
  'da-danh-gia': 'Ông/bà đã cho ý kiến về hồ sơ này rồi. Cảm ơn ông/bà.',
  'chua-chon': 'Xin bấm vào một trong năm mức.',
} as const;
export type Done = keyof typeof doneWords;
export const doneIn = (word: string | undefined): Done | undefined =>
  word !== undefined && Object.hasOwn(doneWords, word) ? (word as Done) : undefined;

const bad: readonly Done[] = ['sai-ma', 'gio-sai', 'so-sai', 'het-luot', 'chua-chon'];
export const isBad = (done: Done): boolean => bad.includes(done);

/** The way of a dossier in three stops, and which of them lie behind it. */
export const stopsOf = ({ status }: CitizenStanding): { words: string; done: boolean }[] => {
  const done = status === 'completed' || status === 'returned';
  return [
    {
      words: 'Tiếp nhận',
      done: status !== undefined && status !== 'registered' && status !== 'not-accepted',
    },
    { words: 'Giải quyết, có kết quả', done },
    { words: 'Ông/bà nhận kết quả', done: status === 'returned' },
  ];
};
