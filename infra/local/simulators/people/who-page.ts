import { people } from './people.ts';

const row = ({ login, name, called, does }: (typeof people)[number]): string => `<li>
<button name="ai" value="${login}"><b>${name}</b> (${called})<br><span>${does}</span></button></li>`;

/** "Who are you today?": stands where the sign-in page of a province would be. `ask` is a word of ours. */
export const whoPage = (ask: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hôm nay là ai?</title>
<style>
body { font: 1.125rem/1.5 "Segoe UI", "Noto Sans", system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; color: #1d2125; background: #f7f5ef }
h1 { font-size: 1.5rem } ul { list-style: none; padding: 0 } li { margin: .75rem 0 }
button { font: inherit; width: 100%; text-align: left; padding: .75rem 1rem; border: 1px solid #7d7869; border-radius: 6px; background: #fff; color: #0b5960; cursor: pointer }
button:hover { background: #e6f1f1 } button:focus-visible { outline: 3px solid #1d2125; outline-offset: 2px } span { color: #565c63 }
p { border-left: 4px solid #6e4500; background: #fdf1d3; padding: .6rem 1rem }
</style>
</head>
<body>
<main>
<p><b>Máy chạy thử.</b> Người và hồ sơ ở đây đều không có thật. Không tin nào đến nhà mạng.</p>
<h1>Hôm nay là ai?</h1>
<form method="post" action="/authorize">
<input type="hidden" name="ask" value="${ask}">
<ul>
${people.map(row).join('\n')}
</ul>
</form>
<p>Trên hệ thống thật, trang đăng nhập của tỉnh ở chỗ này.</p>
</main>
</body>
</html>
`;
