import { isText, json, objectIn, type Reply } from '../sms/protocol.ts';
import { dayFirst, nowhere, type PostalProtocol, yearFirst } from './protocol.ts';

const wrong = (message: string): Reply => json(200, { code: 'error', message });

/** EMS: its merchant token stands in the query, its webhook names every call. */
export const ems = (): PostalProtocol => ({
  name: 'ems',
  prefix: '/ems',
  answer: async ({ method, path, query, body }, depot) => {
    if (!isText(query.get('merchant_token')))
      return { reply: json(401, { code: 'error', message: 'token' }) };
    if (method === 'POST' && path === '/api/v1/orders/create-v2') {
      const asked = objectIn(body) ?? {};
      const needed = ['order_code', 'inventory', 'to_name', 'to_phone', 'to_province', 'to_address'];
      const missing = needed.find((field) => !isText(asked[field]));
      if (missing !== undefined) return { reply: wrong(`${missing} không hợp lệ`) };
      return {
        reference: String(asked['order_code']),
        cod: Number(asked['money_collect']),
        taken: ({ number, cod }) =>
          json(200, {
            code: 'success',
            message: 'Thành công',
            data: {
              tracking_code: number,
              courier_code: '',
              status_code: '1',
              fee: { fee: 30_000 },
              money_collect: cod,
            },
          }),
      };
    }
    if (method === 'POST' && path === '/api/v1/orders/cancel-simulated') {
      const order = depot.numbered('ems', String(objectIn(body)?.['tracking_code']));
      if (!order || order.scans.some(({ code }) => !['1', '2'].includes(code)))
        return { reply: wrong('Không hủy') };
      await depot.cancel(order);
      return { reply: json(200, { code: 'success', message: 'Thành công' }) };
    }
    if (method === 'GET' && path.startsWith('/api/v1/orders/tracking/')) {
      const order = depot.numbered('ems', path.slice('/api/v1/orders/tracking/'.length));
      if (!order) return { reply: wrong('Không tìm thấy bưu gửi') };
      const lines = order.scans.map(({ code, at }) => ({
        status: code,
        address: 'EMS',
        description: `Trạng thái ${code}`,
        tracedate: yearFirst(at),
      }));
      return {
        reply: json(200, {
          code: 'success',
          data: { tracking_code: order.number, total_weight: 80, __get_status: lines },
        }),
      };
    }
    return nowhere;
  },
  refused: wrong('Không nhận bưu gửi này'),
  busy: json(429, {}),
  webhook: ({ number, reference, cod }, { id, code, at }) => ({
    headers: { 'content-type': 'application/json', 'ems-transaction': id },
    body: JSON.stringify({
      tracking_code: number,
      order_code: reference,
      status_code: code,
      status_name: `Trạng thái ${code}`,
      note: '',
      locate: '890100 - KTC1 Vĩnh Long',
      datetime: dayFirst(at),
      total_weight: 80,
      money_collect: cod,
      total_fee: 34_000,
    }),
  }),
});
