/** What a partner or ward may be told about a dispatch job; merged into the problems of the API. */
export const postProblems = {
  'claim-id-reused': {
    status: 409,
    vi: 'Mã lượt nhận việc đã dùng cho một yêu cầu khác',
    en: 'This claim id was used for another request',
  },
  'lease-lost': {
    status: 409,
    vi: 'Việc này không còn do quý đơn vị giữ',
    en: 'The lease is lost: the job was released, taken over or cancelled',
  },
  'lease-ceiling': {
    status: 422,
    vi: 'Không gia hạn được quá 12 giờ; hãy xác nhận nhận việc',
    en: 'A lease ends twelve hours after its claim; accept the job instead',
  },
  'job-cancelled': { status: 409, vi: 'Yêu cầu chuyển phát đã bị hủy', en: 'The job was cancelled' },
  'invalid-transition': {
    status: 409,
    vi: 'Trạng thái hiện tại không cho phép thao tác này',
    en: 'The job is not in a state that allows this',
  },
  'already-accepted-differently': {
    status: 409,
    vi: 'Việc này đã được nhận với số hiệu khác',
    en: 'The job was accepted under another tracking number',
  },
  'tracking-number-invalid': {
    status: 422,
    vi: 'Số hiệu bưu gửi không hợp lệ',
    en: 'The tracking number is not valid in this series',
  },
  'tracking-number-taken': {
    status: 409,
    vi: 'Số hiệu bưu gửi đã dùng cho việc khác',
    en: 'Another job has this tracking number',
  },
  'no-number-left': {
    status: 409,
    vi: 'Đã hết số hiệu bưu gửi',
    en: 'The pool of tracking numbers is used up',
  },
  'no-number': {
    status: 409,
    vi: 'Chưa có số hiệu bưu gửi, chưa in được nhãn',
    en: 'There is no label before there is a tracking number',
  },
  'character-missing': {
    status: 422,
    vi: 'Tên hoặc địa chỉ có ký tự không in được; hãy lấy nhãn dạng ZPL, danh sách dạng CSV',
    en: 'A name or address has a letter that the type lacks; take the label as ZPL, the list as CSV',
  },
  'in-progress': {
    status: 409,
    vi: 'Việc này đang được thay đổi, xin thử lại',
    en: 'This is being changed by somebody else, please try again',
  },
  'not-redirected': {
    status: 409,
    vi: 'Không có địa chỉ mới đang chờ trả lời',
    en: 'No other address waits for an answer',
  },
  'partner-answers-itself': {
    status: 409,
    vi: 'Đơn vị bưu chính này có phần mềm và tự trả lời về địa chỉ mới',
    en: 'This partner has a program and says itself whether it goes to another address',
  },
  'not-recalled': { status: 409, vi: 'Không có yêu cầu thu hồi', en: 'Nobody asked for the papers back' },
  'too-late': {
    status: 409,
    vi: 'Giấy tờ đã giao cho bưu điện; hãy yêu cầu thu hồi',
    en: 'The papers are on their way; recall them instead',
  },
  'address-needed': {
    status: 409,
    vi: 'Cần địa chỉ mới trước khi gửi lại',
    en: 'Another address is needed before the papers are sent again',
  },
  'reason-needed': {
    status: 422,
    vi: 'Chưa có lý do hoàn; hãy ghi lý do',
    en: 'No scan said why the papers came back; name the reason',
  },
  'not-disputed': {
    status: 409,
    vi: 'Tiền thu hộ của việc này không có tranh chấp',
    en: 'The cash of this job is not in dispute',
  },
  'total-differs': {
    status: 409,
    vi: 'Số tiền xác nhận khác tổng các dòng bưu điện đã báo nộp',
    en: 'The sum you saw is not the sum of the lines that the partner reported',
  },
  'nothing-to-confirm': {
    status: 409,
    vi: 'Không có dòng tiền nào chờ xác nhận',
    en: 'No line of that day or remittance waits to be confirmed',
  },
  'confirmation-id-reused': {
    status: 409,
    vi: 'Mã xác nhận đã dùng cho một xác nhận khác',
    en: 'This confirmation id was used for another confirmation',
  },
  'no-post-arranged': {
    status: 409,
    vi: 'Đơn vị chưa cấu hình chuyển phát',
    en: 'This ward has arranged no post yet',
  },
  'partner-not-arranged': {
    status: 422,
    vi: 'Đơn vị không có thỏa thuận với bên chuyển phát này',
    en: 'This ward has no arrangement with that partner; leave it out, or arrange it first',
  },
  'not-sealed': { status: 409, vi: 'Phiếu bàn giao chưa chốt', en: 'The list is not sealed yet' },
  'nothing-to-seal': { status: 409, vi: 'Phiếu không có bưu gửi nào', en: 'No item of the list can go' },
  'partner-counts-itself': {
    status: 409,
    vi: 'Đơn vị bưu chính này tự báo số đã đếm',
    en: 'This partner has a program and says itself what it counted',
  },
  'evidence-not-as-announced': {
    status: 409,
    vi: 'Tệp không phải loại đã báo, nên không mở được; xin đơn vị chuyển phát gửi lại',
    en: 'The file is not what it was announced to be and is shown to nobody; ask the partner to send it again',
  },
  'evidence-full': {
    status: 409,
    vi: 'Việc này đã có đủ số tệp minh chứng',
    en: 'The job has as much evidence as it may have',
  },
  'evidence-closed': {
    status: 409,
    vi: 'Đã hết thời hạn lưu thông tin của việc này',
    en: 'The time for which the job’s data is kept is over',
  },
  'not-ours': {
    status: 409,
    vi: 'Chỉ báo tại đây khi cán bộ của phường tự mang đi',
    en: 'The post carries this one and reports it; only rounds of the ward’s own people are told here',
  },
  'total-mismatch': {
    status: 422,
    vi: 'Tổng số tiền không khớp các dòng',
    en: 'The total is not the sum of the lines',
  },
  'remittance-id-reused': {
    status: 409,
    vi: 'Mã bảng kê tiền đã dùng cho một bảng kê khác',
    en: 'This remittance id was used for another remittance',
  },
  'idempotency-key-missing': {
    status: 400,
    vi: 'Thiếu tiêu đề Idempotency-Key',
    en: 'The Idempotency-Key header is missing',
  },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Idempotency-Key đã dùng cho một nội dung khác',
    en: 'This Idempotency-Key was used for another body',
  },
  'not-accepted': { status: 422, vi: 'Việc này chưa được nhận', en: 'The job has not been accepted' },
  'occurred-in-the-future': { status: 422, vi: 'Thời điểm chưa tới', en: 'This instant has not come yet' },
  'occurred-before-acceptance': {
    status: 422,
    vi: 'Thời điểm trước khi nhận việc',
    en: 'This instant is before the job was accepted',
  },
  'tracking-number-mismatch': {
    status: 422,
    vi: 'Số hiệu bưu gửi không thuộc việc này',
    en: 'The tracking number is not that of the job',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;
