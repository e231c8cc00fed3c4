import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { sqsDoorbell } from '../../../shared/adapters/sqs/doorbell.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';

const sqs = mockClient(SQSClient);
beforeEach(() => void sqs.reset());

const doorbell = sqsDoorbell(new SQSClient(), 'https://sqs.example/sms');
const rings = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `26506~H29~completed@${index}~sms` as NotificationId,
    ward: Ward.parse('26506'),
  }));

const sent = () => sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
const failing = (Id: string, SenderFault = false) => ({ Id, Code: 'InternalError', SenderFault });

describe('the doorbell', () => {
  it('rings in tens, each ring naming its notification and grouped by its ward', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await doorbell.ring(rings(23));
    expect(sent().map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(sent()[0]?.[0]).toEqual({
      Id: '0',
      MessageBody: '{"id":"26506~H29~completed@0~sms","ward":"26506"}',
      MessageGroupId: '26506',
    });
  });

  it('is quiet when there is nothing to ring for', async () => {
    await doorbell.ring([]);
    expect(sent()).toEqual([]);
  });

  it('offers again only what SQS could not take', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [failing('1'), failing('3')] })
      .resolves({});
    await doorbell.ring(rings(5));
    expect(sent().map((entries) => entries.map(({ Id }) => Id))).toEqual([
      ['0', '1', '2', '3', '4'],
      ['1', '3'],
    ]);
  });

  it('says so when SQS still cannot take it', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [failing('1')] });
    await expect(doorbell.ring(rings(2))).rejects.toThrow('SQS did not take 1 rings: InternalError');
    expect(sent()).toHaveLength(3);
  });

  it('does not offer again what SQS calls our mistake', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [failing('0', true)] });
    await expect(doorbell.ring(rings(1))).rejects.toThrow(/did not take/);
    expect(sent()).toHaveLength(1);
  });

  it('knows about how many rings nobody has answered', async () => {
    sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '1234' } });
    expect(await doorbell.waiting()).toBe(1234);
  });
});
