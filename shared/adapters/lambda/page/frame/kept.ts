import { typedWords } from '../words/typed.ts';
import type { FormFields } from './form.ts';
import { html, type Html } from './html.ts';
import { openPage } from './layout.ts';

/** What was typed, under the names of its fields, to be looked at and sent; what a form carries unseen goes along unseen. */
export const keptFields = (fields: FormFields): Html =>
  html`${Object.entries(fields).map(([name, value]) => {
    const label = typedWords[name];
    if (label === undefined || value === '')
      return html`<input type="hidden" name="${name}" value="${value}" />`;
    return html`<div class="f">
      <label for="k-${name}">${label}</label>${
        value.length > 80
          ? html`<textarea id="k-${name}" name="${name}" rows="4">${value}</textarea>`
          : html`<input id="k-${name}" name="${name}" value="${value}" autocomplete="off" />`
      }
    </div>`;
  })}`;

/** What stands above. */
export type Said = { title: string; words: string };

/** A form that was not taken, whole and with its own word, so that it is one act however often it is sent. */
export const sendAgainPage = (
  { title, words }: Said,
  { action, fields }: { action: string; fields: FormFields },
): Html =>
  openPage({
    title,
    body: html`<div class="card pad stack">
      <p>${words}</p>
      <form method="post" action="${action}" class="f">
        ${keptFields(fields)}
        <p class="acts full"><button class="go big">Gửi lại</button></p>
      </form>
      <p><a href="/viec">Bỏ, về danh sách việc</a></p>
    </div>`,
  });
