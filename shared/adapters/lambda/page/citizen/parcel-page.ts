import { html, type Html } from '../frame/html.ts';
import { citizenPage } from '../frame/layout.ts';

type Office = { name: string; phone?: string | undefined; address: { line1: string } };

const asks = ({ name, phone, address }: Office) => ({
  vi: [
    `Phong bì này đựng giấy tờ mà ${name} gửi cho một người dân. Nếu nhặt được, xin đừng mở.`,
    `${phone === undefined ? 'Xin' : `Xin gọi ${phone} hoặc`} mang đến ${name}, ${address.line1}. Chúng tôi cảm ơn ông (bà).`,
  ],
  en: [
    `This envelope holds papers that ${name} is sending to a citizen. If you found it, please do not open it.`,
    `Please ${phone === undefined ? '' : `call ${phone} or `}bring it to ${name}, ${address.line1}. Thank you.`,
  ],
});

const lines = (said: readonly string[]): Html => html`${said.map((line) => html`<p>${line}</p>`)}`;

/** What whoever scans the code on a label reads: no citizen, no dossier, only whom the papers should go back to. */
export const parcelPage = (office: Office, code: string): Html => {
  const { vi, en } = asks(office);
  return citizenPage({
    title: office.name,
    under: 'Bưu gửi của người dân',
    body: html`<div class="card pad stack">
      ${lines(vi)}
      <p class="s q">Mã bưu gửi: <span class="code">${code}</span></p>
      <div lang="en">${lines(en)}</div>
    </div>`,
  });
};

/** A code that is on no label of ours, or was not read whole. */
export const noParcelPage = (): Html =>
  citizenPage({
    title: 'Không có bưu gửi này',
    under: 'Bưu gửi của người dân',
    body: html`<div class="card pad stack">
      <p>Mã không có trong hệ thống, hoặc điện thoại chưa quét được hết ô vuông. Xin quét lại.</p>
      <p>Vẫn không được thì xin mang bưu gửi đến UBND phường, xã hoặc bưu cục gần nhất, đừng mở ra.</p>
      <div lang="en">
        <p>
          No parcel has this code, or it was not read whole. Please scan it again, or bring the envelope to
          the nearest commune office or post office, unopened.
        </p>
      </div>
    </div>`,
  });
