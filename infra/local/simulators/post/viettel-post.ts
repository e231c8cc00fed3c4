import { isText, json, objectIn, type Reply } from '../sms/protocol.ts';
import { dayFirst, nowhere, type PostalProtocol } from './protocol.ts';

const fine = (data: unknown): Reply => json(200, { status: 200, error: false, message: 'OK', data });
const wrong = (status: number, message: string): Reply =>
  json(200, { status, error: true, message, data: null });

/** What it writes into every call of its webhook. */
export const simulatedToken = 'simulated-token-of-viettel-post';

/** Viettel Post: whole addresses in words; its failures are a sentence with status 200 of HTTP. */
export const viettelPost = (): PostalProtocol => ({
  name: 'viettel-post',
  prefix: '/viettel-post',
  answer: async ({ method, path, headers, body }, depot) => {
    if (method !== 'POST') return nowhere;
    if (!isText(headers['token'])) return { reply: wrong(201, 'Token invalid') };
    const asked = objectIn(body) ?? {};
    if (path === '/v2/order/createOrderNlp') {
      const needed = [
        'ORDER_NUMBER',
        'SENDER_ADDRESS',
        'RECEIVER_FULLNAME',
        'RECEIVER_PHONE',
        'RECEIVER_ADDRESS',
      ];
      const missing = needed.find((field) => !isText(asked[field]));
      if (missing !== undefined) return { reply: wrong(204, `${missing} is required`) };
      if (!isText(asked['ORDER_SERVICE']))
        return { reply: wrong(204, 'Price does not apply to this itinerary!') };
      return {
        reference: String(asked['ORDER_NUMBER']),
        cod: Number(asked['MONEY_COLLECTION']),
        taken: ({ number, cod }) =>
          fine({ ORDER_NUMBER: number, MONEY_COLLECTION: cod, EXCHANGE_WEIGHT: 80, MONEY_TOTAL: 30_000 }),
      };
    }
    if (path === '/v2/order/UpdateOrder') {
      const order = depot.numbered('viettel-post', String(asked['ORDER_NUMBER']));
      if (!order || asked['TYPE'] !== 4) return { reply: wrong(204, 'Order not found') };
      if (order.scans.some(({ code }) => Number(code) >= 200)) return { reply: wrong(204, 'Không được hủy') };
      await depot.cancel(order);
      return { reply: fine(null) };
    }
    return nowhere;
  },
  refused: wrong(204, 'Không nhận hàng này'),
  busy: json(429, {}),
  webhook: ({ number, reference, cod }, { code, at, returning }) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      DATA: {
        ORDER_NUMBER: number,
        ORDER_REFERENCE: reference,
        ORDER_STATUSDATE: dayFirst(at),
        ORDER_STATUS: Number(code),
        STATUS_NAME: `Trạng thái ${code}`,
        LOCALION_CURRENTLY: 'BC Tân Hồng',
        NOTE: '',
        MONEY_COLLECTION: cod,
        IS_RETURNING: returning,
      },
      TOKEN: simulatedToken,
    }),
  }),
});
