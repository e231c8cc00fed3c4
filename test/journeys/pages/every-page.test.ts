import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../infra/local/simulators/people/people.ts';
import type { System } from '../../../infra/local/system.ts';
import { aWindow, signedIn } from '../../support/browser/at-the-desk.ts';
import { picturesOf, startChromium, windows } from '../../support/browser/chromium.ts';
import { against } from '../../support/browser/judges.ts';
import { aFilledOffice } from './a-filled-office.ts';

let system: System;
let browser: Browser;
const [, leader] = people;

/** Whether pictures of the pages are made anew for the documents: `UPDATE_PICTURES=1`. */
const picturesWanted = process.env['UPDATE_PICTURES'] !== undefined;

/** Visits by the key of their route: how somebody gets there, by the pages themselves. */
const hrefLike = (page: Page, start: string) => page.locator(`a[href^="${start}"]`).first();
const throughLink =
  (from: string, start: string) =>
  async (page: Page): Promise<string> => {
    await page.goto(from);
    return (await hrefLike(page, start).getAttribute('href'))!;
  };
const at = (path: string) => async () => path;
const visits: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  'GET /viec': at('/viec'),
  'GET /goi': at('/goi'),
  'GET /ho-so': at('/ho-so'),
  'GET /ho-so/{code}': throughLink('/viec', '/ho-so/'),
  'GET /thu': at('/thu'),
  'GET /thu/{id}': throughLink('/thu', '/thu/'),
  'GET /buu-gui': at('/buu-gui'),
  'GET /hanh-trinh/{id}': throughLink('/buu-gui?xem=dang-di', '/hanh-trinh/'),
  'GET /cai-dat': at('/cai-dat'),
  'GET /cai-dat/cau-chu': at('/cai-dat/cau-chu'),
  'GET /cai-dat/cau-chu/{ten}': throughLink('/cai-dat/cau-chu', '/cai-dat/cau-chu/'),
  'GET /can-bo': at('/can-bo'),
  'GET /nhat-ky': at('/nhat-ky'),
};

beforeAll(async () => {
  [system, browser] = await Promise.all([aFilledOffice(), startChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const keep = async (page: Page, key: string): Promise<void> => {
  if (!picturesWanted) return;
  const name =
    key
      .replace(/^GET \//, '')
      .replaceAll(/[^a-z]+/g, '-')
      .replace(/-$/, '') || 'cua';
  await mkdir(picturesOf('desk'), { recursive: true });
  for (const window of ['pc', 'phone'] as const) {
    await page.setViewportSize(windows[window]);
    await page.screenshot({ path: join(picturesOf('desk'), `${name}-${window}.png`), fullPage: true });
  }
  await page.setViewportSize(windows.pc);
};

describe('every page of the desk', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await aWindow(browser, { url: system.url });
    page = await signedIn(context, leader);
  });
  afterAll(() => context?.close());

  it.each(Object.entries(visits))('%s is fit for everybody', async (key, find) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(system.url)) elsewhere.push(request.url());
    });
    const answer = await page.goto(await find(page));
    expect(answer!.status()).toBe(200);
    await keep(page, key);
    expect(await against(page, answer!)).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});
