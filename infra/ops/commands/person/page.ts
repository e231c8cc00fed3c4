import type { HeldItem } from '../../../../shared/adapters/dynamodb/rights/persons.ts';
import { html, type Html } from '../../../../shared/adapters/lambda/page/frame/html.ts';

/** What each kind of item is called for the citizen who reads it. */
const kindsInVietnamese: Readonly<Record<string, string>> = {
  'status-event': 'Lần cập nhật hồ sơ',
  dossier: 'Hồ sơ',
  notification: 'Tin nhắn, cuộc gọi',
  letter: 'Thư',
  audit: 'Việc cán bộ đã làm với thư',
  person: 'Dấu vết để thư không gửi nhầm',
  'dispatch-job': 'Bưu gửi',
  scan: 'Chặng đường bưu gửi',
  evidence: 'Ảnh giao nhận',
  receipt: 'Báo phát của nhà mạng',
  rating: 'Đánh giá',
  consent: 'Lựa chọn nhận tin',
  deed: 'Nhật ký xử lý',
};

const shown = (value: unknown): Html => {
  if (Array.isArray(value))
    return html`<ul>
      ${value.map((one) => html`<li>${shown(one)}</li>`)}
    </ul>`;
  if (typeof value === 'object' && value !== null)
    return html`<table>
      ${Object.entries(value).map(
        ([name, one]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${shown(one)}</td>
          </tr>`,
      )}
    </table>`;
  return html`${String(value)}`;
};

/** Everything that is kept about a citizen, to be printed and handed over. */
export const personPage = (
  told: readonly HeldItem[],
  { request, ward, at }: Record<'request' | 'ward' | 'at', string>,
): Html =>
  html`<!doctype html>
    <html lang="vi">
      <meta charset="utf-8" /><title>Dữ liệu cá nhân · yêu cầu ${request}</title>
      <style>
        body {
          font: 12pt/1.4 serif;
          max-width: 48em;
          margin: 2em auto;
        }
        table {
          border-collapse: collapse;
        }
        th,
        td {
          border: 1px solid #999;
          padding: 0.2em 0.5em;
          vertical-align: top;
          text-align: left;
          overflow-wrap: anywhere;
        }
        section {
          break-inside: avoid-page;
        }
      </style>
      <h1>Dữ liệu cá nhân do UBND ${ward} lưu giữ</h1>
      <p>Yêu cầu số ${request}, lập ngày ${at}. ${String(told.length)} mục.</p>
      ${told.map(
        ({ kind, says }) =>
          html`<section>
            <h2>${kindsInVietnamese[kind] ?? kind}</h2>
            ${shown(says)}
          </section>`,
      )}
    </html>`;
