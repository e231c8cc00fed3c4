import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { dynamoDossiers } from '../../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { aDecision, anEvent, aNotification, deciding } from '../../contracts/cost/ward-day.ts';

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => void dynamo.reset());

const dossiers = dynamoDossiers(new DynamoDBClient(), 'bao-tin', memoryVault());

const decided = (number: number, name = '') => {
  const event = anEvent({
    eventId: `event-${number}`,
    dossierCode: `H29.26-260302-${String(number).padStart(4, '0')}`,
    reason: name.padEnd(500, 'a').slice(0, 500),
  });
  return deciding([aDecision(event, [aNotification(event)])]);
};

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const sizes = () =>
  dynamo.commandCalls(TransactWriteItemsCommand).map(({ args }) => args[0].input.TransactItems?.length);

const isOf = ({ TransactItems = [] }: TransactWriteItemsCommandInput, number: number) =>
  JSON.stringify(TransactItems[0]).includes(`-${String(number).padStart(4, '0')}`);

describe('committing decisions', () => {
  it('packs as many dossiers into a transaction as it holds', async () => {
    dynamo.on(TransactWriteItemsCommand).resolves({});
    const results = await dossiers.commit(Array.from({ length: 40 }, (_, number) => decided(number)));
    expect(new Set(results)).toEqual(new Set(['committed']));
    expect(sizes()).toEqual([99, 21]);
  });

  it('tries each dossier alone when a transaction is cancelled, and names the one that lost', async () => {
    dynamo.on(TransactWriteItemsCommand).callsFake((input: TransactWriteItemsCommandInput) => {
      if (input.TransactItems?.length !== 3)
        throw cancelled('None', 'None', 'None', 'ConditionalCheckFailed');
      if (isOf(input, 1)) throw cancelled('ConditionalCheckFailed', 'None', 'ConditionalCheckFailed');
      return {};
    });
    expect(await dossiers.commit([decided(0), decided(1), decided(2)])).toEqual([
      'committed',
      'conflict',
      'committed',
    ]);
    expect(sizes()).toEqual([9, 3, 3, 3]);
  });

  it.each([
    ['the dossier itself', ['TransactionConflict', 'None', 'None']],
    ['one of its events', ['None', 'TransactionConflict', 'None']],
  ])('takes it for a conflict when somebody is writing %s just now', async (_, codes) => {
    dynamo.on(TransactWriteItemsCommand).rejects(cancelled(...codes));
    expect(await dossiers.commit([decided(0)])).toEqual(['conflict']);
  });

  it.each([
    ['throttling inside the transaction', cancelled('ThrottlingError', 'None', 'None')],
    ['no reasons at all', cancelled()],
    ['a network that is gone', new Error('socket hang up')],
  ])('throws what is no race: %s', async (_, error) => {
    dynamo.on(TransactWriteItemsCommand).rejects(error);
    await expect(dossiers.commit([decided(0)])).rejects.toBe(error);
  });

  it.each([
    ['an event that nobody accepted', ['None', 'ConditionalCheckFailed', 'None'], 'ConditionalCheckFailed'],
    [
      'a notification that is there already',
      ['None', 'None', 'ConditionalCheckFailed'],
      'ConditionalCheckFailed',
    ],
    ['an item that is too large', ['ValidationError', 'None', 'None'], 'ValidationError'],
  ])('fails alone, with its reason, over %s', async (_, codes, reason) => {
    dynamo.on(TransactWriteItemsCommand).rejects(cancelled(...codes));
    expect(await dossiers.commit([decided(0)])).toEqual([{ failed: `cannot be written: ${reason}` }]);
  });

  it('writes every other dossier of any batch, whichever cannot be written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (writable) => {
        dynamo.reset();
        dynamo.on(TransactWriteItemsCommand).callsFake((input: TransactWriteItemsCommandInput) => {
          const inIt = writable.flatMap((can, number) => {
            const code = `-${String(number).padStart(4, '0')}`;
            return !can && JSON.stringify(input.TransactItems).includes(code) ? [number] : [];
          });
          if (inIt.length > 0) throw cancelled('ValidationError');
          return {};
        });
        const results = await dossiers.commit(writable.map((_, number) => decided(number)));
        expect(results.map((result) => result === 'committed')).toEqual(writable);
      }),
      { numRuns: 20 },
    );
  });

  it('does not try each alone when the whole call failed', async () => {
    dynamo.on(TransactWriteItemsCommand).rejects(new Error('socket hang up'));
    await expect(dossiers.commit([decided(0), decided(1)])).rejects.toThrow('socket hang up');
    expect(sizes()).toEqual([6]);
  });
});
