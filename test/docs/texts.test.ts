import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { smsTextOf } from '../../shared/domain/text/texts/all.ts';
import { textsPage } from '../support/texts-page.ts';

const page = new URL('../../docs/texts.md', import.meta.url);

it('the table of texts is what the templates say today', () => {
  const printed = textsPage((purpose) => smsTextOf(purpose).vi);
  if (process.env['UPDATE_TEXTS'] === '1') writeFileSync(page, printed);
  expect(readFileSync(page, 'utf8')).toBe(printed);
});
