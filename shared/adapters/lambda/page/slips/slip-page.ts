import { SlipForm } from '../../../../domain/dossier/by-hand/slips.ts';
import { inGroups } from '../../../../domain/dossier/receipt/receipt-code.ts';
import { placeAndDate } from '../../../../domain/letter/wording/agency.ts';
import { dayOf } from '../../../../domain/values/day.ts';
import type { Slip } from '../../../../flows/dossier/read-slip.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage } from '../frame/layout.ts';
import { formBodies, formNames, open } from './slip-forms.ts';
import { qrCode } from './qr-code.ts';

const head = ({ form, letterhead, hotline, printedAt }: Slip): Html => {
  const phone = letterhead?.phone ?? hotline;
  return html`<div class="heads">
    <p>
      ${letterhead?.parent && html`${letterhead.parent}<br />`} <b>${letterhead?.name ?? open}</b
      ><br />${letterhead?.desk}${phone !== undefined && html`<br />Điện thoại: ${phone}`}
    </p>
    <p>
      <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br /><b>Độc lập - Tự do - Hạnh phúc</b><br /><i
        >${letterhead ? placeAndDate(letterhead.place, dayOf(printedAt)) : open}</i
      >
    </p>
    <p class="s">Mẫu số ${form}</p>
  </div>`;
};

const signs = (form: SlipForm): Html => {
  const [left, right] =
    form === '01' ? ['Người nộp hồ sơ', 'Người tiếp nhận hồ sơ'] : ['Người nhận phiếu', 'Người lập phiếu'];
  return html`<div class="signs">
    <p><b>${left}</b><br /><i class="s">Ký, ghi rõ họ tên</i></p>
    <p><b>${right}</b><br /><i class="s">Ký, ghi rõ họ tên</i></p>
  </div>`;
};

/** How the citizen sees the dossier afterwards: where the page that asks for both codes says that they stand. */
const lookup = ({ code, receiptCode, lookup: link }: Slip): Html =>
  html`<div class="look">
    <p>
      ${qrCode(link, `Mã vuông mở trang tra cứu hồ sơ ${code}`)}<br /><b class="c"
        >${inGroups(receiptCode)}</b
      >
    </p>
    <p class="s">
      Chụp ô vuông để xem hồ sơ đến đâu. Hoặc mở ${new URL(link).host}/tra-cuu, gõ mã hồ sơ ở dòng đầu và mã
      dưới ô vuông. Giữ kín mã này như giữ giấy hẹn.
    </p>
  </div>`;

const choose = ({ form, forms, code }: Slip): Html =>
  html`<ul class="acts" aria-label="Các mẫu">
    ${SlipForm.options.map(
      (one) =>
        html`<li>
          ${
            one === form
              ? html`<b aria-current="page">Mẫu ${one}</b>`
              : html`<a href="${address`/ho-so/${code}/phieu?mau=${one}`}">Mẫu ${one}</a>`
          }${!forms.includes(one) && html` <span class="s q">(chưa có bước này)</span>`}
        </li>`,
    )}
  </ul>`;

/** One slip as it goes through the printer: A5, nothing of the desk on it. */
export const slipPage = (at: AtDesk, slip: Slip): Html =>
  deskPage(at, {
    place: '/ho-so',
    title: `In phiếu: Mẫu ${slip.form}`,
    purpose:
      'In bằng Ctrl + P, khổ A5. Chỗ chấm là điều hệ thống không biết: ghi tay. Mã tra cứu chỉ đưa cho đúng người nộp.',
    paper: true,
    body: html`<div class="scr stack">
        ${choose(slip)}
        <p><a href="${address`/ho-so/${slip.code}`}">Về hồ sơ</a></p>
      </div>
      <article class="slip" aria-labelledby="ten-mau">
        <p>Mã hồ sơ: <b class="c">${slip.code}</b></p>
        ${head(slip)}
        <h2 id="ten-mau">${formNames[slip.form]}</h2>
        ${formBodies[slip.form](slip)} ${lookup(slip)} ${signs(slip.form)}
      </article>`,
  });
