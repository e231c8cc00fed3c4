import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../infra/local/simulators/people/people.ts';
import type { System } from '../../../infra/local/system.ts';
import { aWindow, signedIn } from '../../support/browser/at-the-desk.ts';
import { picturesOf, startChromium, windows } from '../../support/browser/chromium.ts';
import { against } from '../../support/browser/judges.ts';
import { csv, hang, hangBut, headings } from '../../support/sheets/lists.ts';
import { aFilledOffice } from './a-filled-office.ts';

let system: System;
let browser: Browser;
const [, leader, operator] = people;

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
type Find = (page: Page) => Promise<string>;
const visits: Readonly<Record<string, Find>> = {
  'GET /dang-nhap': at('/dang-nhap'),
  'GET /buu-gui/{code}': at('/buu-gui/none-of-ours'),
  'GET /viec': at('/viec'),
  'GET /goi': at('/goi'),
  'GET /ho-so': at('/ho-so'),
  'GET /ho-so/{code}': throughLink('/viec', '/ho-so/'),
  'GET /ho-so/moi': at('/ho-so/moi'),
  'GET /ho-so/{code}/buoc': async (page) => `${await visits['GET /ho-so/{code}']!(page)}/buoc`,
  'GET /ho-so/{code}/phieu': async (page) => `${await visits['GET /ho-so/{code}']!(page)}/phieu`,
  'GET /nhap': at('/nhap'),
  'GET /nhap/{id}': async (page) => {
    await page.goto('/nhap');
    await page.setInputFiles('#tep', { name: 'ho-so.csv', mimeType: 'text/csv', buffer: aListOfTwo });
    await page.click('text=Tải lên và xem trước');
    await page.waitForSelector('text=Nếu bắt đầu', { timeout: 60_000 });
    return new URL(page.url()).pathname;
  },
  'GET /thu': at('/thu'),
  'GET /thu/{id}': throughLink('/thu', '/thu/'),
  'GET /buu-gui': at('/buu-gui'),
  'GET /hanh-trinh/{id}': throughLink('/buu-gui?xem=dang-di', '/hanh-trinh/'),
  'GET /bang-ke': at('/bang-ke'),
  'GET /bang-ke/{id}': async (page) => {
    await page.goto('/bang-ke');
    await page
      .getByRole('button', { name: /Lập bảng kê/ })
      .first()
      .click();
    await page.waitForURL('**/bang-ke/*');
    return new URL(page.url()).pathname;
  },
  'GET /di-phat': at('/di-phat'),
  'GET /tien': at('/tien'),
  'GET /hom-nay': at('/hom-nay'),
  'GET /cai-dat': at('/cai-dat'),
  'GET /cai-dat/bang': at('/cai-dat/bang'),
  'GET /cai-dat/cau-chu': at('/cai-dat/cau-chu'),
  'GET /cai-dat/cau-chu/{ten}': throughLink('/cai-dat/cau-chu', '/cai-dat/cau-chu/'),
  'GET /cai-dat/duyet': at('/cai-dat/duyet'),
  'GET /cai-dat/may': at('/cai-dat/may'),
  'GET /bao-cao': at('/bao-cao'),
  'GET /bao-cao/{ten}': throughLink('/bao-cao', '/bao-cao/'),
  'GET /danh-gia/{ward}': async (page) => {
    await page.goto('/cai-dat');
    return (await page.locator('a[href*="/danh-gia/"]').getAttribute('href'))!;
  },
  'GET /bang/{ward}': async (page) => {
    await page.goto('/cai-dat/bang');
    return (await page.locator('a[href^="/bang/"]').getAttribute('href'))!;
  },
  'GET /tra-cuu': at('/tra-cuu'),
  'GET /tra-cuu/{token}': async (page) => {
    await page.goto(await visits['GET /ho-so/{code}']!(page));
    const [code = ''] = /H[\d.]+-\d{6}-\d{4}/.exec(page.url()) ?? [];
    const receipt = await page.locator('section[aria-labelledby=tra-cuu] b').innerText();
    await page.goto('/tra-cuu');
    await page.locator('#hs').fill(code);
    await page.locator('#bi').fill(receipt);
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.waitForURL('**/tra-cuu/*');
    return page.url();
  },
  'GET /can-bo': at('/can-bo'),
  'GET /nhat-ky': at('/nhat-ky'),
  'GET /quyen': at('/quyen'),
};

/** One dossier, and one row to mend. */
const aListOfTwo = Buffer.from(
  csv([headings, hang, hangBut({ 'Mã hồ sơ': 'H29.26-261201-0002', 'Ngày tiếp nhận': '31/02/2026' })]),
);

/** What a browser is answered without being shown a page. */
const noPages: Readonly<Record<string, Find>> = {
  'GET /': at('/'),
  'GET /dang-nhap/bat-dau': at('/dang-nhap/bat-dau'),
  'GET /dang-nhap/xong': at('/dang-nhap/xong'),
  'GET /dang-nhap/tiep': at('/dang-nhap/tiep'),
  'GET /kieu/{file}': async (page) => (await page.locator('link[rel=stylesheet]').getAttribute('href'))!,
  'GET /thu/{id}/trang': async (page) => `${await visits['GET /thu/{id}']!(page)}/trang`,
  'GET /thu/{id}/hinh': async (page) => `${await visits['GET /thu/{id}']!(page)}/hinh`,
  'GET /thu/{id}/to-roi': async (page) => `${await visits['GET /thu/{id}']!(page)}/to-roi`,
  'GET /nhap/{id}/bao-cao': at('/nhap/none-of-ours/bao-cao'),
  'GET /quyen/{id}/{tep}': at('/quyen/none-of-ours/du-lieu.pdf'),
  'GET /nhap/{id}/tep': at('/nhap/none-of-ours/tep'),
  'GET /bang-ke/{id}/in': at('/bang-ke/none-of-ours/in'),
  'GET /di-phat/in': at('/di-phat/in'),
  'GET /thu/in/{lo}': at('/thu/in/none-of-ours'),
  'GET /bao-cao/{ten}/tep': async (page) => {
    await page.goto('/bao-cao');
    return (await page.locator('a[href*="/tep?"]').first().getAttribute('href'))!;
  },
  'GET /bang/{ward}/{tep}': async (page) => `${await visits['GET /bang/{ward}']!(page)}/giu.js`,
  'GET /lich/{token}': at('/lich/none-of-ours'),
  'GET /openapi.json': at('/openapi.json'),
  'GET /health': at('/health'),
  'GET /callbacks/esms/{secret}': at('/callbacks/esms/none-of-ours'),
  'GET /.well-known/jwks.json': at('/.well-known/jwks.json'),
  'GET /.well-known/openid-configuration': at('/.well-known/openid-configuration'),
};

beforeAll(async () => {
  [system, browser] = await Promise.all([aFilledOffice(), startChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** The pages that the documents show, each in the window of whoever works with it. */
const shown: Readonly<Record<string, { name: string; window: 'pc' | 'phone' | 'tv' }>> = {
  'GET /viec': { name: 'viec', window: 'pc' },
  'GET /ho-so/{code}': { name: 'ho-so', window: 'pc' },
  'GET /goi': { name: 'goi', window: 'pc' },
  'GET /thu/{id}': { name: 'thu', window: 'pc' },
  'GET /hanh-trinh/{id}': { name: 'hanh-trinh', window: 'pc' },
  'GET /bang-ke/{id}': { name: 'bang-ke', window: 'pc' },
  'GET /di-phat': { name: 'di-phat', window: 'phone' },
  'GET /tinh': { name: 'tinh', window: 'pc' },
  'GET /nhap/{id}': { name: 'nhap', window: 'pc' },
  'GET /bao-cao/{ten}': { name: 'bao-cao', window: 'pc' },
  'GET /cai-dat/cau-chu/{ten}': { name: 'cau-chu', window: 'pc' },
  'GET /tra-cuu/{token}': { name: 'tra-cuu', window: 'phone' },
  'GET /bang/{ward}': { name: 'bang', window: 'tv' },
};

const keep = async (page: Page, key: string): Promise<void> => {
  const picture = picturesWanted ? shown[key] : undefined;
  if (picture === undefined) return;
  await mkdir(picturesOf('desk'), { recursive: true });
  // A board's letters grow with its screen, so a third of it is the same picture.
  const { width, height } = windows[picture.window];
  const size = picture.window === 'tv' ? { width: width / 3, height: height / 3 } : { width, height };
  await page.setViewportSize(size);
  const path = join(picturesOf('desk'), `${picture.name}.jpeg`);
  await page.screenshot({ path, type: 'jpeg', quality: 20 });
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
    expect(answer!.status()).toBe(key === 'GET /buu-gui/{code}' ? 404 : 200);
    await keep(page, key);
    expect(await against(page, answer!)).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  it.each(Object.entries(noPages))('%s shows no page', async (_, find) => {
    await page.goto('/viec');
    const answer = await page.request.get(await find(page), { maxRedirects: 0 });
    expect(answer.status()).toBeLessThan(500);
    expect(answer.status() === 200 && answer.headers()['content-type']?.startsWith('text/html')).toBe(false);
  });

  it('GET /tinh is fit for everybody, for operators alone', async () => {
    expect((await page.goto('/tinh'))!.status()).toBe(403);
    const theirs = await aWindow(browser, { url: system.url });
    const province = await signedIn(theirs, operator);
    const answer = await province.goto('/tinh');
    await keep(province, 'GET /tinh');
    expect(await against(province, answer!)).toEqual([]);
    expect(await province.locator('main').innerText()).toContain('26506');
    await theirs.close();
  });

  it('of the day’s work goes by keys from row to row and to the search, and types in no field', async () => {
    await page.goto('/viec');
    const focused = async () =>
      page.evaluate<number>('[...document.querySelectorAll(".row>.b")].indexOf(document.activeElement)');
    const went: number[] = [];
    for (const key of ['j', 'j', 'k', 'k']) {
      await page.keyboard.press(key);
      went.push(await focused());
    }
    expect(went).toEqual([0, 1, 0, 0]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/viec');
    await page.goto('/viec');
    await page.keyboard.press('/');
    await page.waitForURL('**/ho-so');
  });

  it('at the counter lives two hours without network and a restart of its browser, and says how old it is', async () => {
    const path = await visits['GET /bang/{ward}']!(page);
    const tv = await aWindow(browser, { url: system.url, window: 'tv' });
    const board = await tv.newPage();
    await board.goto(path);
    await board.evaluate<unknown>('navigator.serviceWorker.ready');
    // The first copy is kept by the asking that begins with the page.
    const isKept = `caches.match('${path}').then(kept => kept !== undefined)`;
    await board.waitForFunction(isKept);
    const codes = await board.locator('.codes').first().innerText();
    await tv.setOffline(true);
    await board.reload();
    expect(await board.locator('.codes').first().innerText()).toBe(codes);
    const later = async (minutes: number) => {
      const restarted = await tv.newPage();
      const last = await board.evaluate<number>(`Number(localStorage.getItem('bang ${path}'))`);
      await restarted.clock.install({ time: last + minutes * 60_000 });
      await restarted.goto(path);
      await restarted.clock.runFor(20_000);
      const seen = async (khi: string) => restarted.locator(`[data-khi=${khi}]`).first().isVisible();
      const said = { lost: await seen('mat'), codes: await seen('moi'), old: await seen('cu') };
      await restarted.close();
      return said;
    };
    expect(await later(100)).toEqual({ lost: true, codes: true, old: false });
    expect(await later(121)).toEqual({ lost: false, codes: false, old: true });
    expect(await later(-60)).toEqual({ lost: false, codes: false, old: true });
    await tv.close();
  });

  it('signs two letters and prints them in six strokes of keys, with no script', async () => {
    const plain = await aWindow(browser, { url: system.url, scripts: false });
    const desk = await signedIn(plain, leader);
    let strokes = 0;
    const press = async (target: Locator): Promise<void> => {
      strokes += 1;
      await Promise.all([desk.waitForEvent('framenavigated'), target.press('Enter')]);
      await desk.waitForLoadState();
    };
    const toSign = desk.locator('a[href^="/thu/"]').filter({ hasText: /Xem|Mở|Ký/ });
    await press(desk.locator('a.b[href="/thu"]').first());
    for (const _ of ['first', 'second']) {
      await press(toSign.first());
      await press(desk.getByRole('button', { name: /^Ký/ }));
    }
    const print = desk.getByRole('button', { name: /In / }).first();
    strokes += 1;
    const [answer] = await Promise.all([
      desk.waitForResponse((one) => one.url().includes('/thu/in')),
      print.press('Enter'),
    ]);
    expect([answer.status(), strokes]).toEqual([303, 6]);
    await plain.close();
  });

  it('is among those that are visited here: none of the template is left out', () => {
    const open = system.plan.api!.routes.filter(
      ({ key, guard }) => guard === undefined && key.startsWith('GET '),
    );
    expect(open.map(({ key }) => key).toSorted()).toEqual(
      [...Object.keys(visits), ...Object.keys(noPages), 'GET /tinh'].toSorted(),
    );
  });
});
