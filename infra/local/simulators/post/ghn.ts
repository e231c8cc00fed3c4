import { isText, json, objectIn, type Reply } from '../sms/protocol.ts';
import { nowhere, type PostalProtocol } from './protocol.ts';

const fine = (data: unknown): Reply => json(200, { code: 200, message: 'Success', data });
const wrong = (message: string, codeMessage = 'USER_ERR_COMMON'): Reply =>
  json(400, { code: 400, message, data: null, code_message: codeMessage });

/** Nothing on its pages says that GHN knows a repeated client_order_code, so here it does not: a second is a second. */
export const ghn = (): PostalProtocol => ({
  name: 'ghn',
  prefix: '/ghn',
  answer: async ({ method, path, headers, body }, depot) => {
    const at = path.replace('/shiip/public-api/v2', '');
    if (method !== 'POST') return nowhere;
    if (!isText(headers['token'])) return { reply: json(401, { code: 401, message: 'Token is not valid!' }) };
    if (!/^\d+$/.test(String(headers['shopid'])))
      return { reply: wrong('ShopID is invalid', 'SHOP_NOT_FOUND') };
    const asked = objectIn(body);
    if (!asked) return { reply: wrong('code=400, message=Syntax error') };
    if (at === '/shipping-order/create') {
      const needed = [
        'to_name',
        'to_phone',
        'to_address',
        'to_ward_name',
        'to_province_name',
        'required_note',
      ];
      const missing = needed.find((field) => !isText(asked[field]));
      if (missing !== undefined) return { reply: wrong(`Key: '${missing}' Error: required`) };
      if (!/^0\d{9}$/.test(String(asked['to_phone']))) return { reply: wrong('to_phone') };
      if (!isText(asked['client_order_code']) || asked['client_order_code'].length > 50)
        return { reply: wrong('client_order_code') };
      if (![asked['weight'], asked['cod_amount']].every(Number.isInteger)) return { reply: wrong('weight') };
      return {
        reference: asked['client_order_code'],
        cod: Number(asked['cod_amount']),
        taken: ({ number }) =>
          fine({ order_code: number, sort_code: '190-G-01-A7', trans_type: 'truck', total_fee: 31_000 }),
      };
    }
    if (at === '/shipping-order/detail-by-client-code') {
      const order = depot.named('ghn', String(asked['client_order_code']));
      if (!order) return { reply: wrong('Lấy thông tin đơn hàng thất bại: không tìm thấy đơn') };
      const log = order.scans.map(({ code, at: when }) => ({ status: code, updated_date: when }));
      const { number, reference, cod } = order;
      const status = order.cancelled ? 'cancel' : (order.scans.at(-1)?.code ?? 'ready_to_pick');
      return {
        reply: fine([{ order_code: number, client_order_code: reference, cod_amount: cod, status, log }]),
      };
    }
    if (at === '/switch-status/cancel') {
      const [number] = asked['order_codes'] as string[];
      const order = depot.numbered('ghn', number ?? '');
      const result = order !== undefined && !order.scans.some(({ code }) => code !== 'ready_to_pick');
      if (result) await depot.cancel(order);
      return { reply: fine([{ order_code: number, result, message: result ? 'OK' : 'Đơn hàng đã lấy' }]) };
    }
    return nowhere;
  },
  refused: wrong('Không hỗ trợ giao tới địa chỉ này'),
  busy: json(429, { code: 429, message: 'Too many requests' }),
  webhook: ({ number, reference, cod }, { code, at }) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      CODAmount: cod,
      CODTransferDate: null,
      ClientOrderCode: reference,
      ConvertedWeight: 200,
      Description: code,
      Fee: { MainService: 31_000, CODFee: 0, Insurance: 0, Return: 0, R2S: 0, Total: 31_000 },
      IsPartialReturn: false,
      OrderCode: number,
      PaymentType: 1,
      Reason: '',
      ReasonCode: '',
      ShopID: 81_558,
      Status: code,
      Time: at,
      TotalFee: 31_000,
      Type: code === 'ready_to_pick' ? 'create' : 'switch_status',
      Warehouse: 'Bưu Cục Tân Hồng-Đồng Tháp',
      Weight: 80,
    }),
  }),
});
