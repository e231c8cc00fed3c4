/**
 * Which states of texts, letters, journeys, cash and dossiers need a person, on which list they then are, and what to do. Total on purpose: a new state
 * without a line here does not compile.
 */
import type { Silence } from '../decision/decision.ts';
import type { LetterState } from '../letter/moves.ts';
import type { NoLetter } from '../letter/occasion/letter-decision.ts';
import type { NotificationState } from '../notification/notification.ts';
import type { JobState } from '../post/job/dispatch-moves.ts';
import type { CodState } from '../post/money/cod.ts';

/** Calls to make come first, and wishes that no machine should guess; what a cap held back and who cannot be told at all are as good as untold. */
export const worklists = [
  'call-list',
  'wishes',
  'unknown',
  'failed',
  'undelivered',
  'told-wrongly',
  'unconfirmed',
  'held-back',
  'carriers',
  'unreachable',
  'not-sayable',
  'undecided',
  'dossier-code',
  'letters',
  'persons-missing',
  'journeys',
  'cash',
  'changes',
  'rows',
  'warnings',
] as const;
export type Worklist = (typeof worklists)[number];

type Lists<State extends string> = Record<State, Worklist | undefined>;

/** A text that still waits needs nobody, unless a cap holds it back; a call that waits needs somebody to ring. */
export const ofNotifications: Lists<NotificationState> = {
  queued: undefined,
  sending: undefined,
  sent: undefined,
  unknown: 'unknown',
  unconfirmed: 'unconfirmed',
  delivered: undefined,
  undelivered: 'undelivered',
  failed: 'failed',
  suppressed: 'held-back',
  cancelled: undefined,
  settled: undefined,
};

export const ofLetters: Lists<LetterState> = {
  drafted: undefined,
  stopped: 'letters',
  rendered: 'letters',
  held: 'letters',
  released: undefined,
  withdrawn: undefined,
  printed: undefined,
  'handed-over': undefined,
  posted: undefined,
};

export const ofJobs: Lists<JobState> = {
  draft: 'journeys',
  ready: undefined,
  leased: undefined,
  accepted: undefined,
  'label-printed': undefined,
  manifested: undefined,
  'handed-over': undefined,
  'in-transit': undefined,
  'out-for-delivery': undefined,
  'delivery-attempted': undefined,
  'held-for-pickup': undefined,
  'on-hold': undefined,
  delivered: undefined,
  'partly-delivered': 'journeys',
  returning: undefined,
  returned: 'journeys',
  'return-received': 'journeys',
  closed: undefined,
  redispatched: undefined,
  lost: 'journeys',
  damaged: 'journeys',
  rejected: 'journeys',
  'needs-attention': 'journeys',
  'cancel-requested': 'journeys',
  cancelled: undefined,
  'dead-letter': 'journeys',
};

export const ofMoney: Lists<CodState> = {
  none: undefined,
  due: undefined,
  collected: undefined,
  remitted: undefined,
  reconciled: undefined,
  disputed: 'cash',
};

/** Why an event told nobody: most of it is as it should be. */
export const ofSilence: Lists<Silence> = {
  'already-decided': undefined,
  'already-told': undefined,
  'not-worth-telling': undefined,
  overtaken: undefined,
  'too-old-to-tell': undefined,
  'nothing-to-pay': undefined,
  'no-phone': 'unreachable',
  'phone-unreadable': 'unreachable',
  'opted-out': undefined,
  moved: undefined,
  'bundle-spoke-already': undefined,
  'waits-for-bundle': undefined,
  'text-not-sayable': 'not-sayable',
};

/** Letters that nobody wrote: some because somebody chose so, some because a person has to complete or look. */
export const ofNoLetter: Lists<NoLetter> = {
  'not-recent': undefined,
  'date-incomplete': 'letters',
  'date-impossible': 'letters',
  'name-missing': 'persons-missing',
  'registered-again': undefined,
  'already-known': undefined,
  declined: undefined,
  'no-consent': undefined,
  'switched-off': undefined,
  'wording-not-approved': undefined,
  'schedule-not-confirmed': undefined,
  tact: undefined,
  'too-old': undefined,
  'cannot-be-written': 'letters',
  'persons-missing': 'persons-missing',
  'facts-missing': 'letters',
};

/** What somebody of the office does next about a thing on a list; the causes behind it say which of the ways. */
export const nextStep: Readonly<Record<Worklist, string>> = {
  'call-list': 'Gọi cho người dân theo lời viết sẵn, rồi ghi kết quả cuộc gọi',
  wishes: 'Gọi hỏi rõ ý người dân, rồi ghi lựa chọn hoặc sửa hồ sơ',
  unknown: 'Gọi hỏi người dân đã nhận tin chưa; chưa nhận thì cho gửi lại',
  failed: 'Xem lý do nhà mạng từ chối; sửa rồi cho gửi lại, hoặc gọi cho người dân',
  undelivered: 'Gọi cho người dân, hoặc kiểm tra và sửa số điện thoại trong hồ sơ',
  'told-wrongly': 'Gọi xin lỗi người đã nhận nhầm nếu cần, xem lại số điện thoại, rồi ghi đã xong',
  unconfirmed: 'Không có báo cáo gửi; việc quan trọng thì gọi hỏi người dân',
  'held-back': 'Tin chờ hạn mức; việc gấp thì gọi, hoặc đề nghị nâng hạn mức',
  carriers: 'Báo người trực sửa tài khoản nhà mạng; tin tự đi khi sửa xong, việc gấp thì gọi',
  unreachable: 'Hỏi người dân số điện thoại đúng và sửa hồ sơ',
  'not-sayable': 'Bổ sung thông tin còn thiếu trong hồ sơ hoặc trong cài đặt',
  undecided: 'Hệ thống sẽ thử lại; quá một giờ thì báo người trực',
  'dossier-code': 'Kiểm tra mã hồ sơ ở hệ thống nguồn, gửi lại cho đúng',
  letters: 'Mở thư: phát hành, sửa lại hoặc hủy; thiếu thông tin thì bổ sung',
  'persons-missing': 'Bổ sung tên người trong sự kiện hộ tịch',
  journeys: 'Bổ sung địa chỉ, in nhãn lại, hỏi bưu điện, nhận lại hoặc gửi lại giấy tờ',
  cash: 'Đối chiếu tiền thu hộ với bưu điện, rồi kết thúc tranh chấp kèm lý do',
  changes: 'Xem cũ và mới cạnh nhau rồi quyết định; vừa đổi mà không ai định đổi thì đổi lại ngay',
  rows: 'Sửa dòng bị từ chối ở hệ thống nguồn, gửi lại',
  warnings: 'Sửa thông tin sai ở hệ thống nguồn; lần gửi sau đúng thì tự hết',
};
