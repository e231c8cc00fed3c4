import { postProblems } from '../post/problems.ts';
import { inVietnamese } from './errors-in-vietnamese.ts';
import type { ProblemError } from '../values/problem-error.ts';

/** What every refusal says (RFC 9457); `type` is a stable English slug that programs may rely on. */
export type Problem = {
  type: ProblemType;
  title: string;
  status: number;
  detail?: string;
  errors?: ProblemError[];
};

const problems = {
  'malformed-json': {
    status: 400,
    vi: 'Nội dung gửi lên không phải JSON hợp lệ',
    en: 'The body is not valid JSON',
  },
  'validation-failed': { status: 400, vi: 'Dữ liệu gửi lên chưa đúng', en: 'The data is not right yet' },
  'event-id-reused': {
    status: 409,
    vi: 'Mã sự kiện đã dùng cho một nội dung khác',
    en: 'This event id was used for another body',
  },
  'version-exists': {
    status: 409,
    vi: 'Phiên bản này đã được công bố và không thay đổi được',
    en: 'This version is published already and never changes',
  },
  'wrong-state': {
    status: 409,
    vi: 'Việc này không làm được ở trạng thái hiện tại',
    en: 'This cannot be done in the present state',
  },
  'dossier-moved': {
    status: 409,
    vi: 'Hồ sơ đã chuyển cho đơn vị khác, xin làm việc này ở đơn vị đó',
    en: 'The dossier is at another office now; please do this there',
  },
  'resent-before': {
    status: 409,
    vi: 'Tin này đã được gửi lại một lần, xin gọi điện cho người dân',
    en: 'This message was sent again once already; please ring the citizen',
  },
  'called-lately': {
    status: 409,
    vi: 'Vừa gọi mà không ai nghe; xin gọi lại sau ba giờ',
    en: 'Nobody answered a short while ago; please ring again after three hours',
  },
  'news-overtaken': {
    status: 409,
    vi: 'Hồ sơ đã có tin mới hơn, tin này không còn đúng',
    en: 'There is newer word of this dossier; this message is out of date',
  },
  'cap-reached': {
    status: 409,
    vi: 'Đã gửi đủ số tin cho phép, xin gọi điện cho người dân hoặc gửi lại sau',
    en: 'No more messages are allowed for now; please ring the citizen, or send it later',
  },
  'opted-out': {
    status: 409,
    vi: 'Người dân đã từ chối nhận tin theo cách này',
    en: 'The citizen asked not to be told this way',
  },
  'officer-elsewhere': {
    status: 409,
    vi: 'Người này đang làm ở phường, xã khác; nơi đó cho thôi trước',
    en: 'This officer is at another office, which has to take them off first',
  },
  'last-operator': {
    status: 409,
    vi: 'Đây là người điều hành cuối cùng; ghi người thay trước',
    en: 'This is the last operator of the office; put another one on first',
  },
  'leader-only': {
    status: 403,
    vi: 'Thư chia buồn do lãnh đạo ký tại bàn làm việc',
    en: 'A condolence is released by a leader, at the desk',
  },
  unauthorized: { status: 401, vi: 'Chưa xác thực được hệ thống gọi', en: 'The caller is not authenticated' },
  forbidden: { status: 403, vi: 'Không có quyền thực hiện việc này', en: 'The caller may not do this' },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'body-too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn', en: 'The body is too large' },
  'unsupported-media-type': {
    status: 415,
    vi: 'Chỉ nhận nội dung JSON (application/json)',
    en: 'Only JSON is taken (application/json)',
  },
  'try-again': {
    status: 503,
    vi: 'Hệ thống đang bận, xin gửi lại sau',
    en: 'The system is busy, please send again later',
  },
  ...postProblems,
  'internal-error': { status: 500, vi: 'Hệ thống gặp lỗi', en: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

export type ProblemType = keyof typeof problems;
export type ProblemLanguage = 'vi' | 'en';

export const isProblemType = (word: string): word is ProblemType => Object.hasOwn(problems, word);

/** The problem of this type, titled in the caller's language. */
export const problem = (
  type: ProblemType,
  language: ProblemLanguage,
  rest: Pick<Problem, 'detail' | 'errors'> = {},
): Problem => ({
  type,
  title: problems[type][language],
  status: problems[type].status,
  ...rest,
  ...(language === 'vi' && rest.errors && { errors: rest.errors.map(inVietnamese) }),
});

/** A flow's no: its word is the problem that the caller reads, so that none can be without a text. */
export type Refusal<Word extends ProblemType = ProblemType> = { is: Word };

/** Vietnamese, unless the caller's `Accept-Language` puts English first. */
export const languageOf = (acceptLanguage: string | undefined): ProblemLanguage =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'vi';
