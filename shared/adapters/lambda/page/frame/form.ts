import { seenText } from '../../../../domain/values/writing/clean-text.ts';
import type { Request } from '../../http/http.ts';
import { html, type Html } from './html.ts';
import type { AtDesk } from './layout.ts';

export type FormFields = Readonly<Record<string, string>>;

/** What a form of ours may hold at the most (bytes): nobody types more at a desk. */
const largest = 64 * 1024;

/** The fields of a posted form; of a field that comes twice the first counts. Undefined for what is no form. */
export const fieldsIn = ({ event }: Pick<Request, 'event'>): FormFields | undefined => {
  const type = event.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString()
    : (event.body ?? '');
  if (body.length > largest) return undefined;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(body)) fields[name] ??= seenText(value).normalize();
  return fields;
};

/** Whether a browser that says where a form comes from says that it comes from us. */
export const sameSite = ({ event }: Pick<Request, 'event'>, own: readonly string[]): boolean => {
  const site = event.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = event.headers;
  return origin === undefined || own.includes(origin);
};

/** The two fields of every form of ours: whose it is, and which one it is. */
export const proof = { token: 'ma', form: 'lan' } as const;

/** What somebody typed, without what proves it. */
export const typedIn = (fields: FormFields): FormFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== proof.token && name !== proof.form));

/** A form that posts, with its proof; `form` is a fresh word, so that it acts once however often it is sent. */
export const postForm = (
  { token }: Pick<AtDesk, 'token'>,
  { action, form, className }: { action: string; form: string; className?: string },
  inside: Html,
): Html =>
  html`<form method="post" action="${action}" class="${className ?? 'f'}">
    <input type="hidden" name="${proof.token}" value="${token}" /><input
      type="hidden"
      name="${proof.form}"
      value="${form}"
    />
    ${inside}
  </form>`;

type Field = {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string;
  error?: string | undefined;
  type?: 'text' | 'tel' | 'search' | 'email' | 'date';
  autocomplete?: 'off';
};

/** A field with its label above, a hint before and what is wrong after it; what was typed stays in it. */
export const field = ({ name, label, value = '', hint, error, type = 'text' }: Field): Html => {
  const described = [hint !== undefined && `${name}-y`, error !== undefined && `${name}-loi`]
    .filter((id) => id !== false)
    .join(' ');
  return html`<div class="f">
    <label for="${name}">${label}</label>
    ${hint !== undefined && html`<p class="s q" id="${name}-y">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="off"
      ${
        described !== '' && html` aria-describedby="${described}"`
      }${error !== undefined && html` aria-invalid="true"`}
    />
    ${error !== undefined && html`<p class="no" id="${name}-loi">${error}</p>`}
  </div>`;
};
