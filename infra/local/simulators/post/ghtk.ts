import { isText, json, objectIn, type Reply } from '../sms/protocol.ts';
import type { Depot, PostalOrder } from './depot.ts';
import { nowhere, type PostalProtocol, yearFirst } from './protocol.ts';

const wrong = (status: number, error_code: string, message: string): Reply =>
  json(status, { success: false, message, error_code, log_id: 'log-1' });

/** `2016-11-02T12:18:39+07:00` */
const withOffset = (at: string): string => `${yearFirst(at).replace(' ', 'T')}+07:00`;

const named = (depot: Depot, text: string): PostalOrder | undefined => {
  const name = decodeURIComponent(text);
  return name.startsWith('partner_id:')
    ? depot.named('ghtk', name.slice('partner_id:'.length))
    : depot.numbered('ghtk', name);
};

/** Giao Hàng Tiết Kiệm: it takes an id once, and its webhook sends a form. */
export const ghtk = (): PostalProtocol => ({
  name: 'ghtk',
  prefix: '/ghtk',
  answer: async ({ method, path, headers, body }, depot) => {
    if (!isText(headers['token'])) return { reply: wrong(401, '20101', 'Cần cung cấp token hợp lệ') };
    const at = path.replace('/services/shipment', '');
    if (method === 'POST' && at === '/order/') {
      const order = objectIn(body)?.['order'] as Record<string, unknown> | undefined;
      if (!order) return { reply: wrong(422, '30101', 'Thiếu thông tin đơn hàng') };
      const needed = [
        'id',
        'name',
        'address',
        'province',
        'ward',
        'hamlet',
        'tel',
        'pick_tel',
        'pick_address',
      ];
      if (needed.some((field) => !isText(order[field])))
        return { reply: wrong(422, '30101', 'Thiếu thông tin') };
      return {
        reference: String(order['id']),
        cod: Number(order['pick_money']),
        taken: ({ number, reference }) =>
          json(200, {
            success: true,
            message: '',
            order: {
              partner_id: reference,
              label: number,
              area: 1,
              fee: 30_000,
              insurance_fee: 0,
              status_id: 2,
            },
          }),
        known: ({ number, reference, takenAt }) =>
          json(200, {
            success: false,
            message: 'Đơn hàng đã tồn tại',
            error: {
              code: 'ORDER_ID_EXIST',
              partner_id: reference,
              ghtk_label: number,
              created: withOffset(takenAt),
              status: 2,
            },
          }),
      };
    }
    if (method === 'GET' && at.startsWith('/v2/')) {
      const order = named(depot, at.slice('/v2/'.length));
      if (!order) return { reply: json(200, { success: false, message: 'Không tìm thấy đơn hàng' }) };
      const last = order.scans.at(-1);
      const status = order.cancelled ? '-1' : (last?.code ?? '2');
      return {
        reply: json(200, {
          success: true,
          message: '',
          order: {
            label_id: order.number,
            partner_id: order.reference,
            status,
            status_text: `Trạng thái ${status}`,
            created: yearFirst(order.takenAt),
            modified: yearFirst(last?.at ?? order.takenAt),
            pick_money: order.cod,
          },
        }),
      };
    }
    if (method === 'POST' && at.startsWith('/cancel/')) {
      const order = named(depot, at.slice('/cancel/'.length));
      const no = (message: string) => ({ reply: json(200, { success: false, message, log_id: 'log-1' }) });
      if (!order) return no('Không tìm thấy đơn hàng');
      if (order.cancelled) return no('Đơn hàng đã đã ở trạng thái hủy');
      if (order.scans.some(({ code }) => !['1', '2', '12'].includes(code)))
        return no('Đơn đã lấy hàng, không thể hủy đơn.');
      await depot.cancel(order);
      return { reply: json(200, { success: true, message: '', log_id: 'log-1' }) };
    }
    return nowhere;
  },
  refused: wrong(422, '30109', 'Không hỗ trợ giao tới khu vực này'),
  busy: json(429, {}),
  webhook: ({ number, reference }, { code, at }) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      label_id: number,
      partner_id: reference,
      action_time: withOffset(at),
      status_id: code,
      reason_code: '',
      reason: '',
      weight: '0.08',
      fee: '30000',
      return_part_package: '0',
    }).toString(),
  }),
});
