import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page, Response } from 'playwright-core';
import { windows } from './chromium.ts';

/** Gzipped, without pictures: what a page may weigh on a 3G line (bytes). */
const heaviest = 30 * 1024;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // How sources are laid out is oxfmt's matter.
      'no-trailing-whitespace': 'off',
      // A phone number stands in a page as people read it, and is no link in a list of hundreds.
      'tel-non-breaking': 'off',
      // A button of a form sends it, as the standard has it; ours are nothing else.
      'no-implicit-button-type': 'off',
      // A table wider than the screen is moved sideways by keys: it has a name and the focus, and is no chapter.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // What comes from our own host needs no second proof.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** What the standard of HTML says against a page, a line each. */
export const againstHtml = async (text: string): Promise<string[]> =>
  (await validator.validateString(text)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `html ${ruleId} at line ${line}: ${message}`),
  );

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What WCAG 2.2 AA says against a page as it stands in the browser, a line each. */
export const againstWcag = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Pick<axe.AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify({ runOnly: rules, resultTypes: ['violations'] })})`,
  );
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
};

/** Whether a page must be moved sideways to be read, at the widths of a telephone and of a PC at 200 %. */
export const againstNarrow = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const name of ['phone', 'pc at 200 %'] as const) {
    await page.setViewportSize(windows[name]);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > windows[name].width) found.push(`${name}: ${wide} pixels wide`);
  }
  await page.setViewportSize(windows.pc);
  return found;
};

const headers = (answer: Response): string[] => {
  const said = answer.headers();
  const policy = said['content-security-policy'] ?? '';
  return [
    ...(policy.includes("default-src 'none'") && !policy.includes('unsafe') ? [] : [`policy: ${policy}`]),
    ...(said['x-content-type-options'] === 'nosniff' ? [] : ['sniffing is not forbidden']),
  ];
};

/** Everything that is wrong with a page that was just opened by this answer; empty where nothing is. */
export const against = async (page: Page, answer: Response): Promise<string[]> => {
  const text = await answer.text();
  const weight = gzipSync(text).length;
  const headings = await page.locator('h1').count();
  return [
    ...(await againstHtml(text)),
    ...(await againstWcag(page)),
    ...(await againstNarrow(page)),
    ...headers(answer),
    ...(weight > heaviest ? [`${weight} bytes gzipped`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first rank`]),
    ...((await page.title()) === '' ? ['no title'] : []),
    ...(/\d{9}/.test(await page.title()) ? ['a number of somebody in the title'] : []),
  ];
};
