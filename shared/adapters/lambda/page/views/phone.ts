import { measureSms } from '../../../../domain/text/parts.ts';
import { html, type Html } from '../frame/html.ts';

/** A text as it stands on the citizen's phone, with what it costs in parts. */
export const phoneWith = (sender: string, texts: readonly { title: string; text: string }[]): Html =>
  html`<div class="phone">
    <p class="s q"><b>${sender}</b></p>
    ${texts.map(({ title, text }) => {
      const { parts, units } = measureSms(text);
      return html`<p class="sms">${text}</p>
        <p class="s q">${title}: ${parts} phần, ${units} chữ</p>`;
    })}
  </div>`;
