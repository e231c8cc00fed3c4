import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { partnerGuide } from '../../infra/ops/partner-kit/guide.ts';

/** Tables as words: how wide a formatter makes their columns says nothing. */
const told = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/[ \t]+/g, ' ');

it('the partner guide says what the schemas say', () => {
  const page = readFileSync(new URL('../../docs/partners.md', import.meta.url), 'utf8');
  expect(told(page)).toBe(told(partnerGuide()));
});
