import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listPrices } from '../../infra/ops/price/list-prices.ts';
import { measured } from '../../infra/ops/price/measured.ts';
import { countryTable, priceTable } from '../../infra/ops/price/tables.ts';

const country = readFileSync('docs/operations/country.md', 'utf8');
const benchmarks = readFileSync('docs/benchmarks.md', 'utf8');

/** The cells of a table without the blanks and dashes that a formatter puts in. */
const bare = (table: string): string =>
  table
    .trim()
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, '').replaceAll(/-+/g, '-'))
    .join('\n');

const printed = (mark: string): string =>
  new RegExp(`<!-- ${mark} -->([\\s\\S]*?)<!-- end -->`).exec(country)?.[1] ?? '';

it('says of the country what the counts and the list prices come to', () => {
  const prices = listPrices['ap-southeast-1']!;
  expect(bare(printed('country'))).toBe(bare(countryTable(prices)));
  expect(bare(printed('price'))).toBe(bare(priceTable(prices)));
});

it.each([
  ['an event that tells one citizen', 'told'],
  ['an event that stays silent', 'silent'],
  ['an event whose message is overtaken', 'overtaken'],
  ['an event that is sent a second time', 'duplicate'],
] as const)('reckons with what was counted: %s', (part, kind) => {
  const rows = benchmarks
    .slice(benchmarks.indexOf(`| **${part}`))
    .split('\n')
    .slice(1);
  const end = rows.findIndex((line) => line.startsWith('| **'));
  const figures = new Map(
    rows.slice(0, end).map((line) => {
      const [, name = '', value = '', , , of = ''] = line.split('|').map((cell) => cell.trim());
      return [name, { value: Number(value), of }] as const;
    }),
  );
  const figure = (name: string): number => figures.get(name)?.value ?? 0;
  const { events, each } = measured;
  expect(figures.get('calls until sent')?.of).toBe(`${events[kind]} events`);
  expect(figure('calls until sent') + figure('receipt')).toBeCloseTo(each[kind].calls, 2);
  expect(figure('read units')).toBeCloseTo(each[kind].reads, 2);
  expect(figure('write units, table') + figure('write units, indexes')).toBeCloseTo(each[kind].writes, 2);
});

it('counts the parts of a message as the sample day has them', () => {
  const [, mean] = /\| plain ASCII, as sent\s*\|\s*([\d.]+)/.exec(benchmarks)!;
  expect(Number(mean)).toBe(measured.partsPerSms);
});
