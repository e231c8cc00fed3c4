import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person } from '../../../infra/local/simulators/people/people.ts';
import { windows } from './chromium.ts';

type Given = { url: string; window?: keyof typeof windows; scripts?: boolean };

/** A browser window of somebody whom nobody knows yet. Names and notes in pages are Vietnamese, and so is the clock. */
export const aWindow = (
  browser: Browser,
  { url, window = 'pc', scripts = true }: Given,
): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: url,
    viewport: windows[window],
    javaScriptEnabled: scripts,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });

/** Signs in by the pages, as this person, and stands before the worklist. */
export const signedIn = async (context: BrowserContext, { name }: Pick<Person, 'name'>): Promise<Page> => {
  const page = await context.newPage();
  await page.goto('/viec');
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL('**/viec');
  return page;
};
