import { encode } from 'uqr';
import { html, type Html } from '../frame/html.ts';

/** A square code as one path. Level M: a fold or a stamp may cover 15 % of it (ISO/IEC 18004); the quiet zone is four modules. */
export const qrCode = (text: string, said: string): Html => {
  const { size, data } = encode(text, { ecc: 'M', border: 4, boostEcc: false });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${said}"
    shape-rendering="crispEdges"
  >
    <path d="${path}" />
  </svg>`;
};
