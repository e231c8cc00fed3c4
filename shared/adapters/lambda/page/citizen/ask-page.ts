import { html, type Html } from '../frame/html.ts';
import { citizenPage } from '../frame/layout.ts';
import { missWords, waitWords } from './words.ts';

/** A drawing of where both codes stand on the receipt. */
const whereItStands: Html = html`<svg viewBox="0 0 300 150" role="img" aria-labelledby="hinh">
  <title id="hinh">
    Giấy hẹn: mã hồ sơ ở dòng đầu, mã trên giấy hẹn gồm 8 chữ và số ở dưới ô vuông đen trắng
  </title>
  <path fill="#fff" stroke="#7d7869" d="M8 8h284v134H8z" />
  <path stroke="#dbd5c8" stroke-width="6" d="M20 62h150M20 80h130M20 98h150M20 116h110" />
  <text x="20" y="38" font-size="13" font-weight="600">H29.26-261201-0001</text>
  <path fill="none" stroke="#0b5960" stroke-width="3" d="M14 20h172v26H14z" />
  <path
    fill="#1d2125"
    d="M212 24h20v20h-20zM252 24h20v20h-20zM212 64h20v20h-20zM238 30h8v14h-8zM238 52h14v10h-14zM256 56h16v12h-16zM244 70h10v14h-10zM262 74h10v10h-10z"
  />
  <text x="204" y="110" font-size="13" font-weight="600">K7PM 4XR2</text>
  <path fill="none" stroke="#0b5960" stroke-width="3" d="M194 92h94v26h-94z" />
</svg>`;

export type Asking = {
  code?: string | undefined;
  receipt?: string | undefined;
  /** Every miss is one; who has missed often is asked to wait. */
  came?: 'miss' | { wait: number };
};

const said = (came: Asking['came']): Html | undefined => {
  if (came === undefined) return undefined;
  return came === 'miss'
    ? html`<div class="note late" role="alert">
        <b>${missWords.title}</b>
        <p>${missWords.words}</p>
      </div>`
    : html`<p class="note warn" role="alert">
        Đã có nhiều lần gõ chưa đúng, xin chờ <b>${waitWords(came.wait)}</b> rồi bấm lại.
      </p>`;
};

/** Two large fields, and a picture of where both codes stand. */
export const askPage = ({ code = '', receipt = '', came }: Asking = {}): Html =>
  citizenPage({
    title: 'Tra cứu hồ sơ',
    body: html`${said(came)}
      <form class="card pad stack" method="post" action="/tra-cuu">
        <div class="f">
          <label for="hs">Mã hồ sơ</label>
          <p class="s q" id="hs-y">Dòng đầu của giấy hẹn, ví dụ H29.26-261201-0001</p>
          <input
            id="hs"
            name="hs"
            value="${code}"
            aria-describedby="hs-y"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="60"
            required
          />
        </div>
        <div class="f">
          <label for="bi">Mã trên giấy hẹn</label>
          <p class="s q" id="bi-y">8 chữ và số dưới ô vuông đen trắng, ví dụ K7PM 4XR2</p>
          <input
            id="bi"
            name="bi"
            value="${receipt}"
            aria-describedby="bi-y"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="20"
            required
          />
        </div>
        <p class="acts full"><button class="go big">Xem hồ sơ</button></p>
      </form>
      <section class="card pad stack" aria-labelledby="o-dau">
        <h2 id="o-dau">Hai mã ở đâu trên giấy hẹn</h2>
        ${whereItStands}
      </section>
      <p>
        Mất giấy hẹn? Xin gọi số điện thoại của phường, xã trong tin nhắn, hoặc nhắn tin <b>HS</b> và mã hồ sơ
        trả lời tin nhắn của phường, xã.
      </p>`,
  });
