import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatchGetItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoDossiers } from '../../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoStatusEvents } from '../../../shared/adapters/dynamodb/dossier/status-events.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { plus, seconds } from '../../../shared/domain/values/instant.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import { aDecision, anEvent, deciding, nineOClock, ward } from '../../contracts/cost/ward-day.ts';

describe('what only the real DynamoDB does', () => {
  it('keys it left unread are asked for again', async () => {
    const dynamo = mockClient(DynamoDBClient);
    const events = dynamoStatusEvents(new DynamoDBClient(), 'bao-tin', memoryVault());
    const event = anEvent();
    await events.accept(event);
    const { Item } = dynamo.commandCalls(PutItemCommand)[0]!.args[0].input;
    const left = [{ pk: { S: 'EVENT#26506#event-1' }, sk: { S: 'EVENT' } }];
    dynamo
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { 'bao-tin': [] }, UnprocessedKeys: { 'bao-tin': { Keys: left } } })
      .resolves({ Responses: { 'bao-tin': [Item!] } });
    expect(await events.find(ward, [event.eventId])).toEqual([event]);
    expect(dynamo.commandCalls(BatchGetItemCommand)).toHaveLength(2);
    dynamo.restore();
  });

  it('keys it keeps leaving unread are no empty answer', async () => {
    const dynamo = mockClient(DynamoDBClient);
    dynamo.on(BatchGetItemCommand).callsFake(({ RequestItems }) => ({ UnprocessedKeys: RequestItems }));
    const events = dynamoStatusEvents(new DynamoDBClient(), 'bao-tin', memoryVault());
    await expect(events.find(ward, [anEvent().eventId])).rejects.toThrow('left 1 keys unread');
    dynamo.restore();
  });

  it('a transaction whose answer is lost is repeated under the same token, so it is no conflict with itself', async () => {
    const tokens: unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.once('end', () => {
        tokens.push((JSON.parse(body) as { ClientRequestToken?: string }).ClientRequestToken);
        if (tokens.length === 1) request.socket.destroy();
        else response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}` });
    const dossiers = dynamoDossiers(client, 'bao-tin', memoryVault());

    expect(await dossiers.commit([deciding([aDecision(anEvent())])])).toEqual(['committed']);
    expect(await dossiers.commit([deciding([aDecision(anEvent())])])).toEqual(['committed']);
    const [first, repeated, next] = tokens;
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(repeated).toBe(first);
    expect(next).not.toBe(first);
    client.destroy();
    server.close();
  });
});

describe('what a ward has chosen', () => {
  it('is read in one call, believed for a minute and then read again', async () => {
    const dynamo = mockClient(DynamoDBClient);
    dynamo.on(QueryCommand).resolves({});
    let now = nineOClock;
    const { settings, templates } = dynamoChoices(new DynamoDBClient(), 'bao-tin', () => now);
    const reads = () => dynamo.commandCalls(QueryCommand).length;
    await Promise.all([settings.of(ward), templates.all(ward)]);
    now = plus(nineOClock, seconds(59));
    await settings.of(ward);
    expect(reads()).toBe(1);
    now = plus(nineOClock, seconds(60));
    await settings.of(ward);
    expect(reads()).toBe(2);
    dynamo.restore();
  });

  it('is asked for again after a read that failed, not after a minute', async () => {
    const dynamo = mockClient(DynamoDBClient);
    dynamo.on(QueryCommand).rejectsOnce(new Error('throttled')).resolves({});
    const { settings } = dynamoChoices(new DynamoDBClient(), 'bao-tin', () => nineOClock);
    await expect(settings.of(ward)).rejects.toThrow('throttled');
    expect(await settings.of(ward)).toEqual(defaultSettings(ward));
    dynamo.restore();
  });
});
