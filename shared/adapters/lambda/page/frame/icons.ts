import { html, type Html } from './html.ts';

/** The lotus of the bar. */
export const lotus: Html = html`<svg
  viewBox="0 0 32 32"
  aria-hidden="true"
  fill="none"
  stroke="#8c1d4a"
  stroke-width="1.5"
  stroke-linejoin="round"
>
  <path fill="#f7e4ec" d="M16 26C9 25 4 20 3 15c4 0 7 1 9 3M16 26c7-1 12-6 13-11-4 0-7 1-9 3" />
  <path fill="#fbeff4" d="M16 26c-5-3-8-9-7-15 3 1 5 3 6 5M16 26c5-3 8-9 7-15-3 1-5 3-6 5" />
  <path fill="#f2d3e0" d="M16 26c-4-4-5-13 0-20 5 7 4 16 0 20z" />
  <path stroke="#b8923f" d="M8 29c5 1.3 11 1.3 16 0" />
</svg>`;

const paths = {
  letter: 'M2.5 4.5h15v11h-15zM3 5l7 6 7-6',
  call: 'M4 3h3l1.5 4-2 1.5c1 2.3 2.7 4 5 5l1.5-2 4 1.5v3c-7 1-14-6-13-13z',
  text: 'M3 4h14v9H9l-4 3.5V13H3zM6.5 8.5h7',
  step: 'M5 2.5h7l3 3v12H5zM8 9h5M8 12h5',
  parcel: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.500zM3 6.500 10 10l7-3.500M10 10v7',
  person: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-4 3-6 6-6s6 2 6 6',
} as const;
export type Icon = keyof typeof paths;

/** A small picture beside a word, never instead of one. */
export const icon = (name: Icon): Html =>
  html`<svg class="i" viewBox="0 0 20 20" aria-hidden="true"><path d="${paths[name]}" /></svg>`;
