/** What stays when a citizen's data is erased, and what it stays for. Whatever is not named here goes. */
export type KeptByLaw = {
  what: string;
  /** In the words of the receipt, for a citizen. */
  vi: string;
  until: string;
  source: string;
};

export const whatIsKept = {
  underWay: {
    what: 'name, address and phone on papers that are still with the post',
    vi: 'Tên, địa chỉ, điện thoại trên bưu gửi đang được chuyển: giữ đến khi giao xong, rồi xóa',
    until: 'the journey is over; erase again then, or 30 days later it is forgotten by itself',
    source: 'Luật 91/2025/QH15 art. 19(1)(c): what an office needs to do what the citizen asked for',
  },
  refusal: {
    what: 'that this number refused messages, under a keyed hash, without who said so and how',
    vi: 'Lựa chọn không nhận tin, dưới dạng mã băm, để không ai nhắn lại',
    until: 'five years after the last choice',
    source: 'Luật 91/2025/QH15: a withdrawn consent has to be heeded',
  },
  processingLog: {
    what: 'which officer did or read what and when, without the words typed with it',
    vi: 'Nhật ký xử lý: ai làm gì, lúc nào, không kèm nội dung',
    until: 'five years',
    source: 'Nghị định 356/2025/NĐ-CP: a log of processing is kept at least six months',
  },
  figures: {
    what: 'codes, states, dates and sums of dossiers, messages and journeys, which name nobody',
    vi: 'Mã, trạng thái, ngày và số tiền, không còn tên ai',
    until: 'a year and a month after the last change',
    source:
      'no personal data any more; the dossier itself is kept by the provincial system (Luật Lưu trữ 33/2024)',
  },
} as const satisfies Record<string, KeptByLaw>;

export type KeptName = keyof typeof whatIsKept;
