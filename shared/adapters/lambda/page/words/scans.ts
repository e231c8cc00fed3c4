import type { TrackingStatus } from '../../../../domain/post/tracking/carrier-codes.ts';

/** What a postman's scan says, in the words of the office; a carrier's own codes are nobody's language. */
export const scanWords: Readonly<Record<TrackingStatus, string>> = {
  registered: 'đã lập vận đơn, giấy tờ còn ở phường',
  'picked-up': 'đã lấy giấy tờ',
  'in-transit': 'đang chuyển',
  'at-delivery-office': 'đã đến bưu cục phát',
  'out-for-delivery': 'đang mang đến nhà',
  'delivery-attempted': 'đến nhà mà chưa trao được',
  'held-for-pickup': 'giữ ở bưu cục, chờ người dân đến lấy',
  'on-hold': 'đang giữ lại',
  delivered: 'đã trao tận tay',
  'partly-delivered': 'đã trao một phần, phần còn lại mang về',
  returning: 'đang mang về phường',
  returned: 'đã trả về phường',
  lost: 'thất lạc',
  damaged: 'bị hư hỏng',
  cancelled: 'bưu điện đã hủy',
  money: 'về tiền thu hộ',
  note: 'ghi chú của bưu điện',
};
