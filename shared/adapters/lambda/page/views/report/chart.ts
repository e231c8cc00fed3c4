import type { Chart } from '../../../../../domain/report/report.ts';
import { inWords } from '../../../../../domain/report/table/listing.ts';
import { html, type Html } from '../../frame/html.ts';

type Tone = Chart['series'][number]['tone'];

/** Told apart without colour too: filled, hatched, or drawn around. */
const paints: Readonly<Record<Tone, { fill: string; line: string }>> = {
  good: { fill: '#0b5960', line: '#0b5960' },
  bad: { fill: 'url(#gach)', line: '#9c1f10' },
  open: { fill: '#ffffff', line: '#55378a' },
};

const size = { width: 1280, height: 280, left: 52, right: 8, top: 22, bottom: 48 };
const inside = {
  width: size.width - size.left - size.right,
  height: size.height - size.top - size.bottom,
};

/** The next number at or above whose quarters are whole and easy to read. */
const roundAbove = (most: number): number => {
  const tens = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))) - 1);
  return [4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 100]
    .map((step) => step * tens)
    .find((round) => round >= most)!;
};

const place = (value: number): string => String(Math.round(value * 10) / 10);

const bar = (x: number, y: number, width: number, height: number, tone: Tone): Html =>
  html`<rect
    x="${place(x)}"
    y="${place(y)}"
    width="${place(width)}"
    height="${place(height)}"
    fill="${paints[tone].fill}"
    stroke="${paints[tone].line}"
  />`;

const word = (x: number, y: number, anchor: 'middle' | 'end', text: string): Html =>
  html`<text x="${place(x)}" y="${place(y)}" text-anchor="${anchor}" font-size="13" fill="#1d2125"
    >${text}</text
  >`;

/** About how wide a letter is (pixels), to know where a name has to be broken. */
const letterWide = 6.5;

const broken = (text: string, atMost: number): string[] => {
  const lines: string[] = [];
  for (const one of text.split(' ')) {
    const wider = [...lines.slice(-1), one].join(' ');
    if (lines.length > 0 && wider.length * letterWide <= atMost) lines[lines.length - 1] = wider;
    else lines.push(one);
  }
  return lines;
};

/** Names of a few bars are broken to stand below each; of many days only some are named, by their date. */
const label = (text: string, x: number, index: number, count: number): readonly Html[] => {
  const every = Math.ceil(count / 16);
  if (index % every !== 0) return [];
  const base = size.height - size.bottom + 15;
  const lines = every > 1 ? [text.split(' ').at(-1)!] : broken(text, inside.width / count - 8);
  return lines.slice(0, 3).map((line, row) => word(x, base + row * 14, 'middle', line));
};

const columnOf = (chart: Chart, index: number, most: number): readonly Html[] => {
  const step = inside.width / chart.labels.length;
  const width = Math.min(step * 0.7, 72);
  const middle = size.left + step * (index + 0.5);
  let y = size.top + inside.height;
  const bars = chart.series.flatMap(({ tone, values }) => {
    const height = (values[index]! / most) * inside.height;
    y -= height;
    return height > 0 ? [bar(middle - width / 2, y, width, height, tone)] : [];
  });
  const sum = chart.series.reduce((all, { values }) => all + values[index]!, 0);
  const isNumbered = sum > 0 && chart.labels.length <= 16;
  return [
    ...bars,
    ...(isNumbered ? [word(middle, y - 4, 'middle', inWords('count', sum))] : []),
    ...label(chart.labels[index]!, middle, index, chart.labels.length),
  ];
};

/** What the picture says, for whoever hears the page: the sums, and the highest of all. The table below has every number. */
const inSentences = ({ labels, series }: Chart): string => {
  const sums = series.map(
    ({ words, values }) =>
      `${words} ${inWords(
        'count',
        values.reduce((a, b) => a + b, 0),
      )}`,
  );
  const heights = labels.map((_, index) => series.reduce((sum, { values }) => sum + values[index]!, 0));
  const most = Math.max(...heights);
  const highest = most > 0 ? ` Cao nhất: ${labels[heights.indexOf(most)]}, ${inWords('count', most)}.` : '';
  return `Tổng: ${sums.join('; ')}.${highest} Số từng dòng ở bảng bên dưới.`;
};

const legend = ({ series }: Chart): Html =>
  html`<p class="s acts">
    ${series.map(
      ({ words, tone }) =>
        html`<span
          ><svg width="14" height="14" aria-hidden="true">${bar(1, 1, 12, 12, tone)}</svg> ${words}</span
        >`,
    )}
  </p>`;

/** Bars that stand on each other, drawn here: no script, and words for whoever cannot see them. */
export const chartFigure = (chart: Chart): Html => {
  const heights = chart.labels.map((_, index) =>
    chart.series.reduce((sum, { values }) => sum + values[index]!, 0),
  );
  const most = roundAbove(Math.max(...heights));
  const lines = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const y = size.top + inside.height * (1 - part);
    return html`<path d="M${size.left} ${place(y)}H${size.width - size.right}" stroke="#dbd5c8" />
      ${word(size.left - 6, y + 4, 'end', inWords('count', most * part))}`;
  });
  return html`<figure class="card pad x" tabindex="0">
    <figcaption class="head">
      <h2>${chart.words}</h2>
      ${chart.series.length > 1 && legend(chart)}
    </figcaption>
    <svg
      viewBox="0 0 ${size.width} ${size.height}"
      width="${size.width}"
      height="${size.height}"
      role="img"
      aria-labelledby="ve-ten ve-loi"
    >
      <title id="ve-ten">${chart.words}</title>
      <desc id="ve-loi">${inSentences(chart)}</desc>
      <defs>
        <pattern id="gach" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#fcebe6" />
          <path d="M0 0V6" stroke="#9c1f10" stroke-width="3" />
        </pattern>
      </defs>
      ${lines} ${chart.labels.map((_, index) => columnOf(chart, index, most))}
    </svg>
  </figure>`;
};
