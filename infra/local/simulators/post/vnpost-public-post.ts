import { isText, json, objectIn, type Reply } from '../sms/protocol.ts';
import { nowhere, type PostalProtocol } from './protocol.ts';

const says = (status: string, message: string): Reply => json(200, { status, message });

/**
 * The public post on the government bus: a token by client credentials, orders in capitals, and one feed for all, which
 * is a collection of documents with object ids. It takes an order number once and says 101 to it afterwards.
 */
export const vnPostPublicPost = (): PostalProtocol => ({
  name: 'vnpost-public-post',
  prefix: '/public-post',
  answer: async ({ method, path, query, headers, body }, depot) => {
    if (path === '/token') {
      const wanted = body === 'grant_type=client_credentials' && headers.authorization?.startsWith('Basic ');
      return wanted
        ? { reply: json(200, { access_token: 'bus-token', token_type: 'Bearer', expires_in: 3600 }) }
        : { reply: json(401, {}) };
    }
    if (headers.authorization !== 'Bearer bus-token') return { reply: json(401, {}) };
    if (method === 'POST' && path === '/order/post') {
      const { OrderNumber, CustomerCode, CODAmount, ReceiverName, ReceiverTel, ReceiverProvince } =
        objectIn(body) ?? {};
      if (!isText(CustomerCode) || !isText(OrderNumber) || !isText(ReceiverName) || !isText(ReceiverTel))
        return { reply: says('400', 'Thiếu thông tin') };
      if (!Number.isInteger(ReceiverProvince)) return { reply: says('400', 'ReceiverProvince') };
      return {
        reference: OrderNumber,
        cod: Number(CODAmount),
        taken: () => says('100', 'Thành công'),
        known: () => says('101', 'Đơn hàng đã tồn tại'),
      };
    }
    if (method === 'GET' && path === '/order/cancel') {
      const order = depot.named('vnpost-public-post', query.get('orderNumber') ?? '');
      if (!order) return { reply: says('100', 'Không có đơn hàng') };
      if (order.scans.length > 0) return { reply: says('102', 'Đã phát sinh hành trình') };
      await depot.cancel(order);
      return { reply: says('100', 'Thành công') };
    }
    if (method === 'GET' && path === '/order/tracking') {
      const after = query.get('lastId') ?? '';
      const rows = depot
        .all('vnpost-public-post')
        .flatMap(({ number, scans }) => scans.map((scan) => ({ number, ...scan })))
        .filter(({ id }) => id > after)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, Number(query.get('pagesize') ?? 10))
        .map(({ id, number, code }) => ({
          _id: { $oid: id },
          OrderNumber: number,
          StatusCode: code,
          StatusMessage: `Trạng thái ${code}`,
        }));
      return { reply: json(200, { _returned: rows.length, _embedded: { 'rh:doc': rows } }) };
    }
    return nowhere;
  },
  refused: says('400', 'Từ chối'),
  busy: json(429, {}),
});
