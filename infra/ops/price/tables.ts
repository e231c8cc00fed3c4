import { country } from './measured.ts';
import type { ListPrices } from './list-prices.ts';
import { atThePeak, eventsAYear, perThousandEvents } from './reckon.ts';

const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

/** The cells of the country: how many there are, and which share of it each holds. */
const cells = [
  ['a province as others', 1 / country.provinces],
  ['the largest province', country.largestProvince],
  ['the whole country in one cell', 1],
] as const;

/** What a cell has to bear, and what a year of it costs, as a table of a document. */
export const countryTable = (prices: ListPrices): string => {
  const { sms, ...aws } = perThousandEvents(prices);
  const thousand = Object.values(aws).reduce((sum, one) => sum + one, 0);
  return [
    row(
      'one cell',
      'events a second',
      'SMS a second',
      'write units a second',
      'events a year',
      'AWS a year, USD',
      'SMS by AWS a year, USD',
    ),
    row('---', '--:', '--:', '--:', '--:', '--:', '--:'),
    ...cells.map(([name, share]) => {
      const peak = atThePeak(share);
      const year = eventsAYear(share);
      const figures = [
        peak.events,
        peak.sms,
        peak.writes,
        year,
        (thousand * year) / 1000,
        (sms * year) / 1000,
      ];
      return row(name, ...figures.map(rounded));
    }),
  ].join('\n');
};

/** What a thousand events cost, by what is paid for, as a table of a document. */
export const priceTable = (prices: ListPrices): string => {
  const each = perThousandEvents(prices);
  const { sms, ...aws } = each;
  const sum = Object.values(aws).reduce((so, one) => so + one, 0);
  return [
    row('a thousand events', 'USD'),
    row('---', '--:'),
    ...Object.entries(aws).map(([name, one]) => row(name, rounded(one))),
    row('**AWS without SMS**', rounded(sum)),
    row('SMS, if AWS carries them', rounded(sms)),
  ].join('\n');
};
