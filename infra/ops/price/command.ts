import { Command } from 'commander';
import { type Stage, stages } from '../../stages.ts';
import { listPrices } from './list-prices.ts';
import { countryTable, priceTable } from './tables.ts';

/** `price STAGE`: what its events cost by the list prices of its region, and what a cell of the country has to bear. */
export const priceCommand = (): Command =>
  new Command('price')
    .description(
      'what a thousand events cost by dated list prices, and what a cell of the country has to bear',
    )
    .argument('<stage>', Object.keys(stages).join(' or '))
    .action((name: string) => {
      const stage = (stages as Readonly<Record<string, Stage>>)[name];
      if (stage === undefined)
        throw new Error(
          `there is no stage ${name} in infra/stages.ts; there are ${Object.keys(stages).join(', ')}`,
        );
      const prices = listPrices[stage.region];
      if (prices === undefined)
        throw new Error(`infra/ops/price/list-prices.ts has no prices of ${stage.region}`);
      process.stdout.write(`${priceTable(prices)}\n\n${countryTable(prices)}\n\n`);
      process.stdout.write(`List prices of ${stage.region}, ${prices.on}, confidence ${prices.confidence}\n`);
    });
