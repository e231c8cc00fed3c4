import type { Answer } from '../../http/http.ts';
import { type Html, pageText } from './html.ts';

/** Nothing from elsewhere, nothing inline, nothing framed but our own documents. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "object-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** How every answer of the desk is sent: kept by nobody, framed by nobody, telling no other site where it was. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'strict-transport-security': 'max-age=31536000',
  'x-robots-tag': 'noindex',
};

type More = Pick<Answer, 'cookies'> & {
  status?: number;
  /** Whether the page runs a script of ours; no other page may run any. */
  scripts?: boolean;
};

export const pageAnswer = (page: Html, { status = 200, cookies, scripts = false }: More = {}): Answer => ({
  status,
  type: 'text/html',
  body: pageText(page),
  headers: {
    ...pageHeaders,
    ...(scripts && { 'content-security-policy': `${policy}; script-src 'self'` }),
  },
  ...(cookies && { cookies }),
});

/** RFC 9110 §15.4.4: what was posted is done; the browser reads another page, and reloading it sends nothing again. */
export const goTo = (path: string, { cookies }: More = {}): Answer => ({
  status: 303,
  type: 'text/plain',
  body: '',
  headers: { ...pageHeaders, location: path },
  ...(cookies && { cookies }),
});

/** A document of ours within a page or by itself. The viewer of a browser draws it, so the policy of pages is not its. */
export const pdfInline = (pdf: Uint8Array): Answer => ({
  status: 200,
  type: 'application/pdf',
  body: pdf,
  headers: {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "frame-ancestors 'self'",
    'content-disposition': 'inline; filename="thu.pdf"',
    'x-robots-tag': 'noindex',
  },
});

/** A picture of ours, gzipped. Opened by itself it may do nothing but be looked at. */
export const svgInline = (svg: Uint8Array): Answer => ({
  status: 200,
  type: 'image/svg+xml',
  body: svg,
  headers: {
    ...pageHeaders,
    'content-encoding': 'gzip',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  },
});
