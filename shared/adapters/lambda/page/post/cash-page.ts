import { may } from '../../../../domain/people/may.ts';
import { accounts } from '../../../../domain/post/money/cash-book.ts';
import type { CashReport } from '../../../../domain/post/money/cash-report-shape.ts';
import { formatDay, formatMoment } from '../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { accountWords, movementWords } from '../words/cash.ts';
import { carrierInWords } from '../words/journeys.ts';
import { postNav } from './post-nav.ts';

type Shown = {
  report: CashReport;
  newForm: () => string;
  notice?: Notice | undefined;
  mistake?: { id: string; typed: FormFields; error: string } | undefined;
};

const dong = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;

const brought = (
  at: AtDesk,
  { partner, remittanceId, day, lines, remitted }: CashReport['toConfirm'][number],
  { newForm, mistake }: Shown,
): Html => {
  const name = `tong-${remittanceId}`;
  const mine = mistake?.id === remittanceId ? mistake : undefined;
  return html`<li class="pad">
    <p>
      <b>${carrierInWords(partner)}</b>, ${formatDay(day)}: ${lines} bưu gửi, ${dong(remitted)}
      (${remittanceId})
    </p>
    ${
      may(at.officer, 'confirm-cash') &&
      postForm(
        at,
        { action: '/tien', form: newForm() },
        html`<input type="hidden" name="don-vi" value="${partner}" /><input
            type="hidden"
            name="lan-nop"
            value="${remittanceId}"
          />
          ${field({
            name,
            label: 'Số tiền thấy trong tài khoản (đồng)',
            value: mine?.typed[name],
            error: mine?.error,
          })}
          <p class="acts"><button class="go">Xác nhận đã nhận tiền</button></p>`,
      )
    }
  </li>`;
};

const standing = ({ total, olderThanDays }: CashReport): Html =>
  html`<section class="card x" tabindex="0" aria-labelledby="dang-dung">
    <div class="h"><h2 id="dang-dung">Tiền đang ở đâu</h2></div>
    <table>
      <thead>
        <tr>
          <th scope="col">Tình trạng</th>
          <th scope="col" class="n">Bưu gửi</th>
          <th scope="col" class="n">Số tiền</th>
        </tr>
      </thead>
      <tbody>
        ${(['due', 'collected', 'remitted', 'disputed'] as const).map(
          (account) =>
            html`<tr>
              <th scope="row">${accountWords[account]}</th>
              <td class="n">${total.standing[account].jobs}</td>
              <td class="n">${dong(total.standing[account].amount)}</td>
            </tr>`,
        )}
        <tr>
          <th scope="row">bưu điện giữ quá ${olderThanDays} ngày</th>
          <td class="n">${total.standing.older.jobs}</td>
          <td class="n">${dong(total.standing.older.amount)}</td>
        </tr>
      </tbody>
    </table>
  </section>`;

const movements = ({ total, day }: CashReport): Html =>
  html`<section class="card x" tabindex="0" aria-labelledby="trong-ngay">
    <div class="h"><h2 id="trong-ngay">Trong ngày ${formatDay(day)}</h2></div>
    <table>
      <thead>
        <tr>
          <th scope="col">Chuyển sang</th>
          <th scope="col" class="n">Bưu gửi</th>
          <th scope="col" class="n">Số tiền</th>
        </tr>
      </thead>
      <tbody>
        ${accounts.map(
          (account) =>
            html`<tr>
              <th scope="row">${movementWords[account]}</th>
              <td class="n">${total.movements[account].jobs}</td>
              <td class="n">${dong(total.movements[account].amount)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;

/** The cash book of an office: what was brought and waits to be confirmed, what is in dispute, where the rest is. */
export const cashPage = (at: AtDesk, shown: Shown): Html => {
  const { report, notice, mistake } = shown;
  return deskPage(at, {
    place: '/buu-gui',
    title: 'Tiền thu hộ',
    purpose: 'Tiền bưu tá thu ở cửa cho phường. Chỉ xác nhận số tiền đã thấy trong tài khoản.',
    notice: mistake ? { tone: 'late', words: 'Chưa ghi. Sửa ô có dòng chữ đỏ rồi ghi lại.' } : notice,
    body: html`${postNav('/tien')}
      <form method="get" class="acts">
        ${field({ name: 'ngay', label: 'Ngày', type: 'date', value: report.day })}
        <button>Xem ngày này</button> <a href="/bao-cao/ds-tien/tep?dang=xlsx">Tải Excel</a>
      </form>
      <section class="card" aria-labelledby="cho-xac-nhan">
        <div class="h">
          <h2 id="cho-xac-nhan">Bưu điện báo đã nộp</h2>
          <b>${report.toConfirm.length}</b>
        </div>
        ${
          report.toConfirm.length === 0
            ? html`<p class="pad">Không có khoản nào chờ xác nhận.</p>`
            : html`<ul>
                ${report.toConfirm.map((one) => brought(at, one, shown))}
              </ul>`
        }
      </section>
      <section class="card" aria-labelledby="lech">
        <div class="h">
          <h2 id="lech">Chưa khớp</h2>
          <b>${report.disputes.length}</b>
        </div>
        ${
          report.disputes.length === 0
            ? html`<p class="pad">Không có khoản nào lệch.</p>`
            : html`<ul>
                ${report.disputes.map(
                  ({ jobId, trackingNumber, partner, due, remitted = 0, since }) =>
                    html`<li class="row">
                      <span class="c">${trackingNumber}</span>
                      <span>${carrierInWords(partner)}, từ ${formatMoment(since)}</span>
                      <span>phải thu ${dong(due)}, đã nộp ${dong(remitted)}</span>
                      <a class="b" href="${address`/hanh-trinh/${jobId}`}"
                        >Xử lý<span class="off"> ${trackingNumber}</span></a
                      >
                    </li>`,
                )}
              </ul>`
        }
      </section>
      <div class="two half">${standing(report)} ${movements(report)}</div>`,
  });
};
