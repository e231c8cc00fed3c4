/** What whoever scans the code on a label reads: no citizen, no dossier, only whom the papers should go back to. */
import { escaped } from './escaped.ts';

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

/** The page, in both languages; it needs no script, no picture and no other page. */
export const parcelPage = (office: Office, code: string): string => {
  const { vi, en } = asks(office);
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(office.name)} – bưu gửi</title>
<style>
body { font: 1.25rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.5rem; line-height: 1.3 }
hr { border: 0; border-top: 1px solid #767676; margin: 1.5rem 0 }
code { overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>${escaped(office.name)}</h1>
${paragraphs(vi)}
<p>Mã bưu gửi: <code>${escaped(code)}</code></p>
<hr>
<div lang="en">
${paragraphs(en)}
</div>
</main>
</body>
</html>
`;
};

/** Nothing of it may be framed, indexed, or told to another page. */
export const parcelPageHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};
