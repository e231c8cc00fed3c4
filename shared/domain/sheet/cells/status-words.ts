/** Statuses as people and systems write them in a list. */
import { portalStatuses, Status } from '../../dossier/statuses.ts';
import { folded, foldedPlain } from './folded.ts';

/**
 * Words for each status, without accents: the portal's own first, then what lists of offices say. "Quá hạn" and "trễ hẹn" are
 * not among them: that a dossier is late is no apology, and nobody may be told one that the office did not make. "Trả lại" may
 * mean three things.
 */
const words: Readonly<Record<Status, readonly string[]>> = {
  registered: ['moi dang ky', 'da dang ky', 'cho tiep nhan', 'da gui', 'da nop', 'moi nop', 'cho xac nhan'],
  received: [
    'duoc tiep nhan',
    'da tiep nhan',
    'tiep nhan',
    'moi tiep nhan',
    'da nhan',
    'da nhan ho so',
    'da tiep nhan ho so',
    'da duoc tiep nhan',
    'moi nhan',
  ],
  'not-accepted': [
    'khong duoc tiep nhan',
    'khong tiep nhan',
    'tu choi tiep nhan',
    'tu choi nhan',
    'khong du dieu kien tiep nhan',
  ],
  'in-progress': [
    'dang xu ly',
    'dang giai quyet',
    'dang thuc hien',
    'dang tham dinh',
    'dang trinh ky',
    'trinh ky',
    'cho ky',
    'cho phe duyet',
    'cho xu ly',
    'da chuyen xu ly',
    'dang xu ly trong han',
    'dang cho xu ly',
    'dang duoc giai quyet',
    'chua giai quyet',
  ],
  'supplement-requested': [
    'yeu cau bo sung giay to',
    'yeu cau bo sung',
    'cho bo sung',
    'can bo sung',
    'bo sung ho so',
    'yeu cau bo sung ho so',
    'cho bo sung ho so',
    'dang cho bo sung',
    'thieu giay to',
    'con thieu giay to',
    'bo sung',
  ],
  'payment-requested': [
    'yeu cau thuc hien nghia vu tai chinh',
    'cho nop phi',
    'cho nop le phi',
    'cho thanh toan',
    'yeu cau nop phi',
    'yeu cau thanh toan',
    'cho thuc hien nghia vu tai chinh',
    'chua nop phi',
    'chua nop le phi',
  ],
  withdrawn: [
    'cong dan yeu cau rut ho so',
    'rut ho so',
    'da rut',
    'da rut ho so',
    'xin rut',
    'yeu cau rut ho so',
    'cong dan rut ho so',
    'da duoc rut',
  ],
  stopped: [
    'dung xu ly',
    'da dung xu ly',
    'dung giai quyet',
    'khong giai quyet',
    'tu choi giai quyet',
    'khong du dieu kien giai quyet',
  ],
  completed: [
    'da xu ly xong',
    'xu ly xong',
    'da co ket qua',
    'co ket qua',
    'hoan thanh',
    'da hoan thanh',
    'da giai quyet',
    'da giai quyet xong',
    'cho tra ket qua',
    'cho nhan ket qua',
    'cho tra',
    'xong',
    'da xong',
    'da xu ly',
    'da ky',
    'hoan thanh dung han',
    'da xu ly dung han',
    'da giai quyet dung han',
    'cho cong dan nhan',
  ],
  returned: [
    'da tra ket qua',
    'tra ket qua',
    'da tra',
    'da nhan ket qua',
    'da giao ket qua',
    'da tra cho cong dan',
    'cong dan da nhan',
    'da tra kq',
    'da giao',
  ],
  delayed: ['xin loi va hen lai', 'da xin loi', 'hen lai', 'gia han', 'da gia han', 'xin loi', 'da hen lai'],
};

const meaning = new Map(
  Status.options.flatMap((status) =>
    [status, ...words[status]].map((word) => [folded(word), status] as const),
  ),
);

/** How each status is written in a sentence that says what may stand there: the first word of its row, as the portal says it. */
export const statusesToWrite =
  'Mới đăng ký, Được tiếp nhận, Không được tiếp nhận, Đang xử lý, Yêu cầu bổ sung giấy tờ, Yêu cầu thực hiện nghĩa vụ tài chính, Công dân yêu cầu rút hồ sơ, Dừng xử lý, Đã xử lý xong, Đã trả kết quả';

/** The status that was meant; `own` are words that this office has explained, folded. */
export const statusOf = (written: string, own: Readonly<Record<string, Status>> = {}): Status | undefined => {
  const whole = folded(written);
  const number = /^0?([1-9]|10)(?:\.0+)?$/.exec(written.trim())?.[1];
  if (number !== undefined) return portalStatuses[Number(number) - 1];
  const spoken = [whole, foldedPlain(written), whole.replace(/^\d{1,2} /, '')];
  return spoken.map((word) => own[word] ?? meaning.get(word)).find((found) => found !== undefined);
};
