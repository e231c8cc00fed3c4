import { isText, json, objectIn, type Reply } from '../sms/protocol.ts';
import type { PostalOrder } from './depot.ts';
import { dayFirst, nowhere, type PostalProtocol } from './protocol.ts';

const failure = (status: number, message: string): Reply => json(status, { message });

const listed = ({ number, id, reference, cancelled }: PostalOrder) => ({
  orderHdrID: id,
  originalID: id,
  itemCode: number,
  saleOrderCode: reference,
  status: cancelled ? 9 : 1,
});

/** MyVNPost: a token by user and password, orders with a district called VNPOST, histories asked for one by one. */
export const myVnPost = (): PostalProtocol => ({
  name: 'myvnpost',
  prefix: '/myvnpost',
  answer: async ({ method, path, query, headers, body }, depot) => {
    const at = path.replace('/customer-partner', '');
    if (method === 'POST' && at === '/GetAccessToken') {
      const { username, password, customerCode } = objectIn(body) ?? {};
      const known = isText(username) && isText(password) && isText(customerCode);
      return { reply: known ? json(200, { success: true, token: 'my-token' }) : failure(401, 'login') };
    }
    if (headers['token'] !== 'my-token') return { reply: failure(401, 'token') };
    if (method === 'POST' && at === '/CreateOrder') {
      const order = objectIn(body) ?? {};
      const form = (order['informationOrder'] ?? {}) as Record<string, unknown>;
      const wrong = ['sender', 'receiver'].find(
        (side) =>
          form[`${side}DistrictCode`] !== 'VNPOST' ||
          !['Name', 'Phone', 'Address', 'ProvinceCode', 'CommuneCode'].every((field) =>
            isText(form[side + field]),
          ),
      );
      if (wrong !== undefined) return { reply: failure(400, `Thông tin ${wrong} không hợp lệ`) };
      if (
        order['orderCreationStatus'] !== 1 ||
        !isText(form['serviceCode']) ||
        !isText(form['saleOrderCode'])
      )
        return { reply: failure(400, 'serviceCode, saleOrderCode') };
      const addons = form['addonService'] as { code: string; propValue: string }[];
      const cod = addons.find(({ code }) => code === 'GTG021')?.propValue.split(':')[1] ?? '0';
      return {
        reference: form['saleOrderCode'],
        cod: Number(cod),
        taken: (taken) => json(200, listed(taken)),
      };
    }
    if (method === 'GET' && at === '/GetListOrder') {
      const [page, size] = [Number(query.get('page')), Number(query.get('size'))];
      const results = depot.all('myvnpost').toReversed().map(listed);
      return { reply: json(200, { results: results.slice(page * size, (page + 1) * size) }) };
    }
    if (method === 'POST' && at === '/orderCancel') {
      const { OriginalId } = objectIn(body) ?? {};
      const order = depot.all('myvnpost').find(({ id }) => id === OriginalId);
      if (!order || order.scans.some(({ code }) => !['1', '2'].includes(code)))
        return { reply: json(200, { Type: '01', Message: 'Không được hủy' }) };
      await depot.cancel(order);
      return { reply: json(200, { Type: '00', Message: 'Chấp nhận', OriginalId }) };
    }
    if (method === 'GET' && at === '/GetStatusHistoryOrder') {
      const order = depot.numbered('myvnpost', query.get('code') ?? '');
      const statusHistory = (order?.scans ?? []).map(({ code, at: when }) => {
        const [createdDate, createdHour] = dayFirst(when).split(' ');
        return { createdDate, createdHour, statusCode: Number(code), statusName: `Trạng thái ${code}` };
      });
      return { reply: json(200, { success: true, data: { itemCode: order?.number, statusHistory } }) };
    }
    return nowhere;
  },
  refused: failure(400, 'Không nhận bưu gửi này'),
  busy: json(429, {}),
});
