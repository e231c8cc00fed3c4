export type GuideLanguage = 'en' | 'vi';

/** The small words of the tables, what our codes mean, and what a program does about each refusal. */
export type Word = Readonly<
  Record<
    | 'field'
    | 'needed'
    | 'form'
    | 'yes'
    | 'list'
    | 'below'
    | 'whole'
    | 'from'
    | 'upTo'
    | 'atMost'
    | 'atLeast'
    | 'instant'
    | 'text'
    | 'code'
    | 'means'
    | 'name'
    | 'count'
    | 'source'
    | 'confidence'
    | 'type'
    | 'status'
    | 'remedy',
    string
  >
> & {
  /** The head of the column that says what a field is, where the language has those words. */
  says?: string;
  codes: Readonly<Record<string, string>>;
  remedies: Readonly<Record<string, readonly [status: number, remedy: string]>>;
};

export const words: Readonly<Record<GuideLanguage, Word>> = {
  en: {
    field: 'field',
    needed: 'needed',
    form: 'form',
    says: 'what it is',
    yes: 'yes',
    list: 'list of',
    below: 'see below',
    whole: 'whole number',
    from: 'from',
    upTo: 'to',
    atMost: 'at most',
    atLeast: 'at least',
    instant: 'instant with offset',
    text: 'text',
    code: 'code',
    means: 'what happened, and what follows',
    name: 'name',
    count: 'codes',
    source: 'source',
    confidence: 'confidence',
    type: 'type',
    status: 'status',
    remedy: 'what it says, and what to do',
    codes: {
      'picked-up': 'You have the papers. The citizen is told.',
      'in-transit': 'They travel.',
      'at-delivery-office': 'They are at the post office that delivers.',
      'out-for-delivery': 'The postman has set out. The citizen is told, with the sum to pay.',
      'delivery-attempted':
        'Nobody was met, or it was refused for now. Say `reason`; `attempt` counts. The citizen is told.',
      'held-for-pickup': 'They wait at the post office. The citizen is told where and how long.',
      'on-hold': 'They lie still. Nothing is told.',
      delivered: 'The end. Say `receivedBy`, and `cod.collected` where money was due. The citizen is told.',
      returning: 'They turn round. Say `reason`. The citizen is told.',
      returned: 'They are at the office again: the end of your journey.',
      lost: 'The end. A person at the office acts.',
      damaged: 'The end. A person at the office acts.',
      'cod-collected': 'Only money: with `cod.collected`, where it comes apart from the delivery.',
    },
    remedies: {
      'malformed-json': [400, 'The body is no JSON. Mend the program.'],
      'validation-failed': [
        400,
        'Each fault stands in `errors`, with a JSON pointer. Mend the program; do not repeat.',
      ],
      'not-found': [404, 'Not known, or another partner’s. Do not repeat.'],
      'body-too-large': [413, 'Over 1 MiB: smaller batches.'],
      'unsupported-media-type': [415, 'Send `content-type: application/json`.'],
      'try-again': [503, 'Repeat with the same ids, after a few seconds and then more slowly.'],
      'internal-error': [500, 'Our fault. Repeat with the same ids.'],
      'event-id-reused': [409, 'Another event had this `eventId`. Give the event an id of its own.'],
      'claim-id-reused': [0, 'Choose a new id for each claim; repeat one only with the same body.'],
      'lease-lost': [0, 'Forget the job; claim again.'],
      'lease-ceiling': [0, 'Accept or release.'],
      'job-cancelled': [0, 'Forget the job; leave the papers.'],
      'invalid-transition': [0, 'Read the job and go on from its state.'],
      'already-accepted-differently': [0, 'Read the job: its number is the one that counts.'],
      'tracking-number-invalid': [0, 'See “Tracking numbers”.'],
      'tracking-number-taken': [0, 'Draw another number.'],
      'no-number-left': [0, 'Ring us; a person widens the pool.'],
      'no-number': [0, 'Accept first.'],
      'character-missing': [0, 'Ask for the other format.'],
      'in-progress': [0, 'Repeat after a second.'],
      'not-recalled': [0, 'Read the job.'],
      'not-sealed': [0, 'Seal first.'],
      'nothing-to-seal': [0, 'Read `leftOff` of the list and begin another.'],
      'evidence-full': [0, 'Fifteen files are there.'],
      'evidence-closed': [0, 'Nothing to do.'],
      'total-mismatch': [0, 'Add up again; nothing was booked.'],
      'remittance-id-reused': [0, 'Choose a new id; repeat one only with the same body.'],
      'not-accepted': [0, 'Accept before you report.'],
      'occurred-in-the-future': [0, 'More than five minutes ahead of us. Set the clock, send again.'],
      'occurred-before-acceptance': [0, 'More than five minutes before you accepted. Correct the time.'],
      'tracking-number-mismatch': [0, 'Send the job or the number, or the right pair.'],
    },
  },
  vi: {
    field: 'trường',
    needed: 'bắt buộc',
    form: 'dạng',
    yes: 'có',
    list: 'danh sách',
    below: 'xem dưới',
    whole: 'số nguyên',
    from: 'từ',
    upTo: 'đến',
    atMost: 'tối đa',
    atLeast: 'tối thiểu',
    instant: 'thời điểm có múi giờ',
    text: 'chữ',
    code: 'mã',
    means: 'việc đã xảy ra và hệ quả',
    name: 'tên',
    count: 'số mã',
    source: 'nguồn',
    confidence: 'độ tin cậy',
    type: 'type',
    status: 'mã HTTP',
    remedy: 'ý nghĩa và việc cần làm',
    codes: {
      'picked-up': 'Đã nhận giấy tờ. Người dân được báo.',
      'in-transit': 'Đang vận chuyển.',
      'at-delivery-office': 'Đã đến bưu cục phát.',
      'out-for-delivery': 'Bưu tá đang đi phát. Người dân được báo, kèm số tiền phải trả.',
      'delivery-attempted': 'Phát chưa được. Ghi `reason`; `attempt` là lần thứ mấy. Người dân được báo.',
      'held-for-pickup': 'Chờ nhận tại bưu cục. Người dân được báo nơi và thời hạn.',
      'on-hold': 'Tạm dừng. Không báo.',
      delivered:
        'Kết thúc: đã phát. Ghi `receivedBy`, và `cod.collected` nếu có thu tiền. Người dân được báo.',
      returning: 'Đang chuyển hoàn. Ghi `reason`. Người dân được báo.',
      returned: 'Kết thúc: đã hoàn về cơ quan.',
      lost: 'Kết thúc: thất lạc. Cán bộ xử lý.',
      damaged: 'Kết thúc: hư hỏng. Cán bộ xử lý.',
      'cod-collected': 'Chỉ báo tiền: kèm `cod.collected`, khi tách khỏi lần phát.',
    },
    remedies: {
      'malformed-json': [400, 'Nội dung không phải JSON. Sửa chương trình.'],
      'validation-failed': [
        400,
        'Mỗi lỗi nằm trong `errors` kèm con trỏ JSON. Sửa chương trình, không gửi lại.',
      ],
      'not-found': [404, 'Không có, hoặc của đơn vị khác. Không gửi lại.'],
      'body-too-large': [413, 'Quá 1 MiB: chia nhỏ.'],
      'unsupported-media-type': [415, 'Gửi `content-type: application/json`.'],
      'try-again': [503, 'Gửi lại với đúng các mã cũ, sau vài giây rồi thưa dần.'],
      'internal-error': [500, 'Lỗi phía chúng tôi. Gửi lại với đúng các mã cũ.'],
      'event-id-reused': [409, '`eventId` này đã dùng cho sự kiện khác. Đặt mã riêng.'],
      'claim-id-reused': [0, 'Mỗi lượt nhận một mã mới; chỉ dùng lại mã với đúng nội dung cũ.'],
      'lease-lost': [0, 'Bỏ việc này; nhận lượt khác.'],
      'lease-ceiling': [0, 'Xác nhận hoặc trả lại.'],
      'job-cancelled': [0, 'Bỏ việc này; để giấy tờ lại.'],
      'invalid-transition': [0, 'Đọc lại việc rồi làm tiếp theo trạng thái.'],
      'already-accepted-differently': [0, 'Đọc lại việc: số hiệu ở đó là số đúng.'],
      'tracking-number-invalid': [0, 'Xem mục “Số hiệu bưu gửi”.'],
      'tracking-number-taken': [0, 'Lấy số khác.'],
      'no-number-left': [0, 'Gọi cho chúng tôi để mở thêm dải số.'],
      'no-number': [0, 'Xác nhận nhận việc trước.'],
      'character-missing': [0, 'Lấy định dạng kia.'],
      'in-progress': [0, 'Gửi lại sau một giây.'],
      'not-recalled': [0, 'Đọc lại việc.'],
      'not-sealed': [0, 'Chốt phiếu trước.'],
      'nothing-to-seal': [0, 'Xem `leftOff` rồi lập phiếu khác.'],
      'evidence-full': [0, 'Đã đủ mười lăm tệp.'],
      'evidence-closed': [0, 'Không phải làm gì.'],
      'total-mismatch': [0, 'Cộng lại; chưa ghi gì vào sổ.'],
      'remittance-id-reused': [0, 'Đặt mã mới; chỉ dùng lại mã với đúng nội dung cũ.'],
      'not-accepted': [0, 'Xác nhận nhận việc rồi mới báo.'],
      'occurred-in-the-future': [0, 'Sớm hơn đồng hồ chúng tôi quá năm phút. Chỉnh giờ, gửi lại.'],
      'occurred-before-acceptance': [0, 'Trước lúc nhận việc quá năm phút. Sửa thời điểm.'],
      'tracking-number-mismatch': [0, 'Gửi mã việc hoặc số hiệu, hoặc đúng cặp.'],
    },
  },
};
