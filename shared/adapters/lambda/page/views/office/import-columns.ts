import { portalStatuses } from '../../../../../domain/dossier/statuses.ts';
import { nameOfField, SheetField } from '../../../../../domain/sheet/columns/fields.ts';
import { OldCodePage } from '../../../../../domain/sheet/bytes/decode.ts';
import { columnsToAsk } from '../../forms/import-form.ts';
import type { ImportSeen } from '../../../../../domain/sheet/imports/api-shapes.ts';
import { postForm } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import type { AtDesk } from '../../frame/layout.ts';
import { statusWords } from '../../words/states.ts';

const option = (value: string, words: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`;

const columns = (one: ImportSeen): Html =>
  html`<div class="x" tabindex="0" role="region" aria-label="Các cột của tệp">
    <table>
      <thead>
        <tr>
          <th scope="col">Cột trong tệp</th>
          <th scope="col">Ba ô đầu</th>
          <th scope="col">Đọc là</th>
        </tr>
      </thead>
      <tbody>
        ${columnsToAsk(one).map(
          ({ heading, field, samples }, at) =>
            html`<tr>
              <th scope="row" id="c${at}">${heading}</th>
              <td>${samples.join(' · ')}</td>
              <td>
                <select name="cot-${at}" aria-labelledby="c${at}">
                  ${option('ignored', 'không đọc', field ?? 'ignored')}
                  ${SheetField.options.map((name) => option(name, nameOfField[name], field ?? 'ignored'))}
                </select>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const pageWords: Readonly<Record<OldCodePage, string>> = {
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC, .VnTime)',
  vni: 'VNI (VNI-Times)',
};

/** How the file is to be read: columns, a word for a status, the letters, the sheet. The office remembers it. */
export const columnsForm = (at: AtDesk, one: ImportSeen, form: string): Html =>
  postForm(
    at,
    { action: address`/nhap/${one.importId}`, form, className: 'card stack pad' },
    html`<h2>Cột nào là gì</h2>
      <p class="q">Sửa chỗ đọc chưa đúng rồi bấm đọc lại. Lần sau tệp cùng kiểu tự đọc như vậy.</p>
      ${columns(one)}
      <div class="f">
        <label for="chu">Chữ trong cột trạng thái mà hệ thống chưa hiểu</label>
        <input id="chu" name="chu" autocomplete="off" />
      </div>
      <div class="f">
        <label for="nghia">Chữ ấy nghĩa là</label>
        <select id="nghia" name="nghia">
          ${portalStatuses.map((status) => option(status, statusWords(status), ''))}
        </select>
      </div>
      <div class="f">
        <label for="bang-ma">Bảng mã của chữ</label>
        <select id="bang-ma" name="bang-ma">
          ${option('', 'tự nhận ra', '')}
          ${OldCodePage.options.map((page) => option(page, pageWords[page], ''))}
        </select>
      </div>
      <div class="f">
        <label for="trang">Trang tính, nếu sổ có nhiều trang</label>
        <input id="trang" name="trang" value="${one.sheet ?? ''}" autocomplete="off" />
      </div>
      <p class="acts"><button name="buoc" value="doc-lai">Đọc lại</button></p>`,
  );
