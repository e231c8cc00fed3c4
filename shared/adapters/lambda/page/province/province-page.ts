import type { Most } from '../../../../domain/office/most.ts';
import { formatDay, formatMoment } from '../../../../domain/values/day.ts';
import { between, days, type Instant } from '../../../../domain/values/instant.ts';
import type { readProvince, WardStanding } from '../../../../flows/report/read-province.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage } from '../frame/layout.ts';
import { tag } from '../words/states.ts';

export type ProvinceStanding = Awaited<ReturnType<ReturnType<typeof readProvince>>>;

/** An office of which nothing came for so long does not report any more. */
const silentAfter = days(2);

const whole = (count: number): string => count.toLocaleString('vi-VN');

const reports = (lastAt: Instant | undefined, now: Instant): Html => {
  if (lastAt === undefined) return tag(['tháng này chưa có', 'late']);
  return between(lastAt, now) > silentAfter
    ? html`${tag(['im lặng', 'late'])} từ ${formatMoment(lastAt)}`
    : html`${tag(['có', 'ok'])} ${formatMoment(lastAt)}`;
};

const row = (
  { ward, office, missing, lastAt, parts, unreached, open, late, proposals }: WardStanding,
  now: Instant,
): Html =>
  html`<tr>
    <th scope="row">${office}<br /><span class="s q">${ward}</span></th>
    <td>${missing === 0 ? tag(['đủ', 'ok']) : tag([`thiếu ${missing} mục`, 'warn'])}</td>
    <td>${reports(lastAt, now)}</td>
    <td class="n">${whole(parts)}</td>
    <td class="n">${whole(unreached)}</td>
    <td class="n">${whole(open)}</td>
    <td class="n">${whole(late)}</td>
    <td class="n">${whole(proposals)}</td>
  </tr>`;

const offices = ({ wards, next }: ProvinceStanding, now: Instant): Html =>
  html`<section class="card x" tabindex="0" aria-labelledby="phuong">
      <div class="h">
        <h2 id="phuong">Phường, xã</h2>
        <span class="s q">Số của tháng này; không có gì về từng người dân</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Cài đặt</th>
            <th scope="col">Gửi số liệu</th>
            <th scope="col" class="n">Phần tin</th>
            <th scope="col" class="n">Không tới</th>
            <th scope="col" class="n">Đang giải quyết</th>
            <th scope="col" class="n">Xong trễ hạn</th>
            <th scope="col" class="n">Chờ duyệt</th>
          </tr>
        </thead>
        <tbody>
          ${wards.map((ward) => row(ward, now))}
        </tbody>
      </table>
      ${wards.length === 0 && html`<p class="pad">Chưa phường, xã nào gửi gì. Phường đầu tiên gửi thì hiện ở đây.</p>`}
    </section>
    ${next !== undefined && html`<p><a class="b" href="${address`/tinh?sau=${next}`}">Xem tiếp</a></p>`}`;

const health = ({ carriers, missingYears, daysToConfirm, catalogue }: ProvinceStanding): Html =>
  html`<section class="card pad" aria-labelledby="suc-khoe">
    <h2 id="suc-khoe">Cần để ý</h2>
    <ul>
      ${carriers.map(
        ({ carrier, because, since }) =>
          html`<li class="f">
            ${tag(['nhà mạng', 'late'])} ${carrier} không nhận tin từ ${formatMoment(since)} (${because}). Tin
            của mọi phường chờ.
          </li>`,
      )}
      ${missingYears.map(
        ({ year, from }) =>
          html`<li class="f">
            ${tag(['lịch', 'warn'])} Chưa có lịch nghỉ năm ${year}: từ ${formatDay(from)} không tính được hạn.
          </li>`,
      )}
      ${
        daysToConfirm > 0 &&
        html`<li class="f">
          ${tag(['lịch', 'warn'])} ${daysToConfirm} ngày nghỉ trong mười hai tháng tới chưa có công bố.
        </li>`
      }
      ${
        catalogue.communes < 3321 &&
        html`<li class="f">
          ${tag(['danh mục', 'warn'])} Danh mục địa bàn có ${whole(catalogue.communes)} trên 3.321 phường, xã.
          Địa chỉ ở nơi khác chờ người sửa.
        </li>`
      }
    </ul>
    <p class="s q">
      Danh mục bản ${catalogue.version}: ${catalogue.provinces} tỉnh, ${whole(catalogue.communes)} phường, xã.
      Nạp bản mới: <code>places import</code>.
    </p>
  </section>`;

const limitWords = {
  messagesPerPhonePerDay: 'Tin mỗi ngày cho một số điện thoại',
  messagesPerWardPerDay: 'Tin mỗi ngày của một phường, xã',
  partsPerWardPerMonth: 'Phần tin mỗi tháng của một phường, xã',
} as const satisfies Partial<Record<keyof Most, string>>;

const limits = (most: Most): Html =>
  html`<section class="card pad" aria-labelledby="han-muc">
    <h2 id="han-muc">Hạn mức của hệ thống</h2>
    <dl class="dl">
      ${Object.entries(limitWords).map(
        ([name, words]) =>
          html`<dt>${words}</dt>
            <dd>${most[name as keyof typeof limitWords]?.toLocaleString('vi-VN') ?? 'không đặt'}</dd>`,
      )}
      <dt>Giờ nhắn tin</dt>
      <dd>${most.sendWindow ? `${most.sendWindow.from} đến ${most.sendWindow.to}` : 'không đặt'}</dd>
    </dl>
    <p class="s q">Không phường nào vượt được. Người vận hành đặt cho cả tỉnh.</p>
  </section>`;

const howWords: Readonly<Record<string, string>> = {
  program: 'có phần mềm tự lấy việc',
  paper: 'ký nhận trên giấy',
  carrier: 'Báo Tin gọi sang hệ thống của họ',
};

const partners = ({ partners: all }: ProvinceStanding): Html =>
  html`<section class="card pad" aria-labelledby="doi-tac">
    <h2 id="doi-tac">Đơn vị bưu chính</h2>
    ${
      all.length === 0
        ? html`<p>Chưa có đơn vị nào.</p>`
        : html`<dl class="dl">
            ${all.map(
              ({ code, name, how }) =>
                html`<dt>${name}</dt>
                  <dd>${code}, ${howWords[how]}</dd>`,
            )}
          </dl>`
    }
  </section>`;

/** All offices at a glance, for whoever looks after them. */
export const provincePage = (
  at: AtDesk,
  province: ProvinceStanding,
  { now, most }: { now: Instant; most: Most },
): Html =>
  deskPage(at, {
    place: '/tinh',
    title: 'Cả tỉnh',
    purpose: `${province.offices} phường, xã dùng Báo Tin: nơi nào chưa cài xong, im lặng, hết hạn mức hay trễ.`,
    body: html`${offices(province, now)}
      <div class="two half">${health(province)} ${limits(most)} ${partners(province)}</div>
      <p>
        <a class="b" href="/bao-cao?noi=tinh">Báo cáo cả tỉnh</a>
      </p>`,
  });
