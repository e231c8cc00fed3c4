import { Command } from 'commander';
import { dynamoCarrierOrders } from '../../../shared/adapters/dynamodb/post/carriers/carrier-orders.ts';
import { dynamoCarrierCallbacks } from '../../../shared/adapters/dynamodb/post/carriers/carrier-callbacks.ts';
import { type Instant, instantOf } from '../../../shared/domain/values/instant.ts';
import type { OrderStep } from '../../../shared/domain/post/carrier-orders/carrier-order.ts';
import { openSealedStore, openStore } from '../api-client/store.ts';

const sayLine = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const now = (): Instant => instantOf(new Date());
/** Later than every due instant. */
const someDay = '9999' as Instant;
const most = 1000;

const ordersOf = (command: Command) => {
  const { dynamodb, tableName } = openStore(command);
  return dynamoCarrierOrders(dynamodb, tableName);
};

/** What a person found out about an order in doubt. */
const found = ({ number, id, notThere }: { number?: string; id?: string; notThere?: boolean }): OrderStep => {
  if (notThere === (number !== undefined)) throw new Error('say either --number or --not-there');
  return number === undefined
    ? { happened: 'not-taken', at: now() }
    : {
        happened: 'taken',
        at: now(),
        set: { trackingNumber: number, ...(id !== undefined && { carrierId: id }) },
      };
};

/** `partner orders`, `partner order`, `partner words`: what no machine can settle at a carrier that does not pull. */
export const carrierCommands = (): Command[] => [
  new Command('orders')
    .description('orders at carriers that somebody has to go on with, the longest waiting first')
    .action(async (_options: unknown, command: Command) => {
      for (const order of await ordersOf(command).due(someDay, most)) sayLine(order);
    }),
  new Command('order')
    .description('settle an order in doubt, after a look into the carrier’s own list')
    .argument('<partner>')
    .argument('<reference>', 'as `partner orders` shows it')
    .option('--number <number>', 'the carrier has it, under this number')
    .option('--id <id>', 'and calls it so, where that is not the number')
    .option('--not-there', 'the carrier surely has it not: it will be ordered anew')
    .action(
      async (
        partner: string,
        reference: string,
        options: { number?: string; id?: string; notThere?: boolean },
        command: Command,
      ) => {
        const step = found({ notThere: false, ...options });
        const orders = ordersOf(command);
        const order = await orders.find(partner, reference);
        if (!order) throw new Error(`${partner} has no order ${reference}`);
        if (order.state !== 'placing') throw new Error(`${reference} is ${order.state}, and in no doubt`);
        const moved = await orders.move(order, step);
        if (!moved) throw new Error('somebody was faster; look again');
        sayLine(moved);
      },
    ),
  new Command('words')
    .description('what carriers told about our parcels and nobody could read')
    .option('--raw', 'with their very words, which may name people')
    .option('--again', 'have them all read anew in the next round')
    .action(async ({ raw = false, again = false }: { raw?: boolean; again?: boolean }, command: Command) => {
      const { dynamodb, tableName, vault } = await openSealedStore(command);
      const words = dynamoCarrierCallbacks(dynamodb, tableName, vault);
      for (const word of await words.stuck(most)) {
        const { raw: said, ...rest } = word;
        sayLine({ ...rest, ...(raw && { raw: said }) });
        if (again) await words.readAnew(word, now());
      }
    }),
];
