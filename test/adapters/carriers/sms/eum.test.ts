import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, vi } from 'vitest';
import { eumCarrier } from '../../../../shared/adapters/carriers/sms/eum/carrier.ts';
import { eumClient } from '../../../../shared/adapters/carriers/sms/eum/client.ts';
import { EumEvent, eventTypes, readEumEvent } from '../../../../shared/adapters/carriers/sms/eum/events.ts';
import { eumHandoverOf, reasons } from '../../../../shared/adapters/carriers/sms/eum/failures.ts';
import { aServer, aSimulator, nobodyThere } from '../../../support/carrier-simulator.ts';

const aCarrier = (endpoint: string, patience?: { connect: number; answer: number }) =>
  eumCarrier(eumClient({ endpoint, region: 'ap-southeast-1' }, patience), {
    originationIdentity: 'BAOTIN',
    configurationSet: 'bao-tin',
    maxPricePerPartUsd: 0.12,
  });

const aMessage = (given: object = {}) => ({
  to: '+84912345678',
  text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua',
  attempt: 'a-1',
  notification: '26506~H29.26-260302-0001~received~sms',
  parts: 2,
  ...given,
});

describe('a message by End User Messaging', () => {
  it('is taken under the id AWS gave it, and AWS knows attempt and notification', async () => {
    const simulator = await aSimulator();
    const said = await aCarrier(simulator.url).take(aMessage());
    const [entry] = await simulator.ledger();
    expect(said).toEqual({ outcome: 'accepted', reference: entry?.reference });
    expect(entry).toMatchObject({ carrier: 'eum', to: '+84912345678', attempt: 'a-1' });
  });

  it('says who sends it, what it may cost in all its parts and where its events go', async () => {
    const mock = mockClient(PinpointSMSVoiceV2Client)
      .on(SendTextMessageCommand)
      .resolves({ MessageId: 'm-1' });
    await aCarrier('http://unused').take(aMessage({ notification: 'has spaces in it' }));
    expect(mock.commandCalls(SendTextMessageCommand)[0]?.args[0].input).toEqual({
      DestinationPhoneNumber: '+84912345678',
      MessageBody: aMessage().text,
      MessageType: 'TRANSACTIONAL',
      OriginationIdentity: 'BAOTIN',
      ConfigurationSetName: 'bao-tin',
      Context: { attempt: 'a-1' },
      MaxPrice: '0.24000',
    });
    mock.restore();
  });

  it.each([
    ['refuse', { outcome: 'refused', because: 'message', reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }, 0],
    ['throttle', { outcome: 'busy', retryAfter: 30_000, reason: 'Throttling' }, 0],
    ['drop-before-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 0],
    ['drop-after-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 1],
    ['error-500-after-accept', { outcome: 'unknown', reason: '500 InternalServer' }, 1],
  ])('meets %s and says only what is sure', async (fault, said, taken) => {
    const simulator = await aSimulator(`${fault}=100%`);
    expect(await aCarrier(simulator.url).take(aMessage())).toEqual(said);
    expect(await simulator.ledger()).toHaveLength(taken);
  });

  it('is a doubt when AWS took it and then said nothing', async () => {
    const simulator = await aSimulator('hang-after-accept=100%');
    const said = await aCarrier(simulator.url, { connect: 1000, answer: 200 }).take(aMessage());
    expect(said).toEqual({ outcome: 'unknown', reason: 'ETIMEDOUT' });
  });

  it('waits for an AWS that cannot be reached', async () => {
    expect(await aCarrier(nobodyThere).take(aMessage())).toEqual({
      outcome: 'busy',
      retryAfter: 60_000,
      reason: 'ECONNREFUSED',
    });
  });

  it('is handed over once, whatever happens', async () => {
    let asked = 0;
    const url = await aServer((_, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    expect(await aCarrier(url).take(aMessage())).toMatchObject({ outcome: 'unknown' });
    expect(asked).toBe(1);
  });
});

describe('a reason AWS gives', () => {
  const outcomes = { message: 'refused', carrier: 'refused', soon: 'busy', mended: 'busy' } as const;

  it.each(Object.entries(reasons))('%s is %s', (Reason, meaning) => {
    const error = Object.assign(new Error('x'), {
      name: 'ConflictException',
      Reason,
      $metadata: { httpStatusCode: 400 },
    });
    const because = outcomes[meaning] === 'refused' ? { because: meaning } : {};
    const handover = eumHandoverOf(error);
    expect(handover).toMatchObject({ outcome: outcomes[meaning], reason: Reason, ...because });
    expect(handover.toMend).toBe(['mended', 'carrier'].includes(meaning) ? Reason : undefined);
  });

  it.each([
    ['AccessDeniedException', 400, 'busy'],
    ['UnrecognizedClientException', 400, 'busy'],
    ['ValidationException', 400, 'refused'],
    ['ANewException', 403, 'busy'],
    ['ANewException', 429, 'busy'],
    ['ANewException', 400, 'refused'],
    ['InternalServerException', 500, 'unknown'],
  ])('%s of status %i is %s, even if the text quotes a 500', (name, httpStatusCode, outcome) => {
    const error = Object.assign(new Error('+84912500429 failed 500'), {
      name,
      $metadata: { httpStatusCode },
    });
    expect(eumHandoverOf(error).outcome).toBe(outcome);
  });
});

const anEvent = (given: object = {}) => ({
  eventType: 'TEXT_DELIVERED',
  eventVersion: '1.0',
  eventTimestamp: 1_772_415_303_000,
  isFinal: true,
  originationPhoneNumber: 'BAOTIN',
  destinationPhoneNumber: '+84912345678',
  isoCountryCode: 'VN',
  messageId: 'm-1',
  messageRequestTimestamp: 1_772_415_300_000,
  messageStatus: 'DELIVERED',
  messageStatusDescription: 'Message has been accepted by phone',
  context: { attempt: 'a-1', notification: 'n-1' },
  totalMessageParts: 1,
  totalMessagePrice: 0.0058,
  ...given,
});

it.each([
  ['DestinationPhoneNumber', 'refused'],
  ['MessageBody', 'refused'],
  ['OriginationIdentity', 'busy'],
  ['ConfigurationSetName', 'busy'],
])('a field AWS does not like is the fault of whoever wrote it: %s is %s', (Name, outcome) => {
  const error = Object.assign(new Error('x'), {
    name: 'ValidationException',
    Reason: 'FIELD_VALIDATION_FAILED',
    Fields: [{ Name, Message: 'x' }],
    $metadata: { httpStatusCode: 400 },
  });
  expect(eumHandoverOf(error).outcome).toBe(outcome);
});

describe('an event of End User Messaging', () => {
  it('names message, attempt and notification', () => {
    expect(readEumEvent(EumEvent.parse(anEvent()))).toEqual({
      is: 'receipt',
      receipt: {
        carrier: 'eum',
        reference: 'm-1',
        outcome: 'delivered',
        detail: 'TEXT_DELIVERED: Message has been accepted by phone',
        code: 'TEXT_DELIVERED',
        to: '+84912345678',
        takenAt: '2026-03-02T01:35:00.000Z',
        attempt: 'a-1',
        notification: 'n-1',
      },
    });
  });

  it('is the same inside the notification of a topic', () => {
    const wrapped = { Type: 'Notification', MessageId: 'x', Message: JSON.stringify(anEvent()) };
    expect(EumEvent.parse(wrapped)).toEqual(EumEvent.parse(anEvent()));
  });

  it.each(Object.entries(eventTypes))('%s, when final, means %s', (eventType, meaning) => {
    const report = readEumEvent(EumEvent.parse(anEvent({ eventType })));
    const said = report.is === 'receipt' ? report.receipt.outcome : report.is;
    expect(said).toBe(meaning);
  });

  it.each(Object.keys(eventTypes).filter((type) => type !== 'TEXT_DELIVERED'))(
    '%s is no answer while it is not final',
    (eventType) => {
      expect(readEumEvent(EumEvent.parse(anEvent({ eventType, isFinal: false }))).is).toBe('open');
    },
  );

  it('of a type nobody taught us is kept for a person', () => {
    expect(readEumEvent(EumEvent.parse(anEvent({ eventType: 'TEXT_LOST_AT_SEA' })))).toEqual({
      is: 'unrecognised',
      carrier: 'eum',
      reference: 'm-1',
      attempt: 'a-1',
      code: 'TEXT_LOST_AT_SEA',
    });
  });

  it.each([
    ['counts seconds', anEvent({ messageRequestTimestamp: 1_772_415_300 })],
    ['has no message id', anEvent({ messageId: undefined })],
    ['is wrapped and not JSON', { Type: 'Notification', Message: '{' }],
    ['is empty', {}],
  ])('cannot be read when it %s', (_, event) => {
    expect(EumEvent.safeParse(event).success).toBe(false);
  });

  it('comes from the simulator as from AWS, through the queue', async () => {
    const bodies: string[] = [];
    const queue = await aServer((request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
      request.once('end', () => response.end('{}'));
    });
    const simulator = await aSimulator('undelivered=100%', { eventsQueue: `${queue}/000000000000/events` });
    await aCarrier(simulator.url).take(aMessage());
    await vi.waitFor(() => expect(bodies).toHaveLength(1), 5000);
    const { MessageBody } = JSON.parse(bodies[0]!) as { MessageBody: string };
    const [entry] = await simulator.ledger();
    expect(readEumEvent(EumEvent.parse(JSON.parse(MessageBody)))).toMatchObject({
      is: 'receipt',
      receipt: { reference: entry?.reference, outcome: 'undelivered', attempt: 'a-1' },
    });
  });
});
