import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Chromium as it comes with the packages: nothing has to be installed on the machine. */
export const startChromium = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    headless: true,
  });

/** The windows of those who work with the pages (pixels): an office PC, a telephone, the office PC at 200 %, a television. */
export const windows = {
  pc: { width: 1366, height: 768 },
  phone: { width: 360, height: 640 },
  'pc at 200 %': { width: 683, height: 384 },
  tv: { width: 1920, height: 1080 },
} as const;

/** Where pictures of pages are kept for people to look at. */
export const picturesOf = (room: string): string => join(import.meta.dirname, '../../../docs/pictures', room);
