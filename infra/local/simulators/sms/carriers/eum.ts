import { randomUUID } from 'node:crypto';
import { isText, json, objectIn, type Protocol, type Reply } from '../protocol.ts';

const target = 'PinpointSMSVoiceV2.SendTextMessage';

const answer = (status: number, value: unknown): Reply => json(status, value, 'application/x-amz-json-1.0');

const failure = (status: number, name: string, Message: string, Reason?: string): Reply =>
  answer(status, { __type: `com.amazonaws.pinpointsmsvoicev2#${name}`, Message, Reason });

const invalid = (Message: string): { reply: Reply } => ({
  reply: failure(400, 'ValidationException', Message, 'FIELD_VALIDATION_FAILED'),
});

const isContext = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length <= 5 &&
  Object.entries(value).every(
    ([key, each]) => /^\S{1,100}$/.test(key) && typeof each === 'string' && /^\S{1,800}$/.test(each),
  );

/** AWS End User Messaging SMS: `SendTextMessage` in JSON 1.0, with the limits of its model. */
export const eum = (): Protocol => ({
  name: 'eum',
  hears: ({ method, path, headers }) =>
    method === 'POST' && path === '/' && headers['x-amz-target'] === target,
  read: ({ body }) => {
    const {
      DestinationPhoneNumber: to,
      MessageBody: text,
      Context: context = {},
      MaxPrice: price = '1.0',
    } = objectIn(body) ?? {};
    if (!isText(to) || !/^\+[1-9]\d{7,14}$/.test(to)) return invalid('DestinationPhoneNumber');
    if (!isText(text) || text.length > 1600) return invalid('MessageBody');
    if (!isText(price) || !/^\d{0,2}\.\d{1,5}$/.test(price)) return invalid('MaxPrice');
    if (!isContext(context)) return invalid('Context');
    const { attempt } = context;
    return { message: { to, text, context, ...(attempt !== undefined && { attempt }) } };
  },
  newReference: randomUUID,
  accepted: (MessageId) => answer(200, { MessageId }),
  refused: failure(
    409,
    'ConflictException',
    'Opted out, says the carrier simulator',
    'DESTINATION_PHONE_NUMBER_OPTED_OUT',
  ),
  throttled: failure(400, 'ThrottlingException', 'Rate exceeded'),
  failed: failure(500, 'InternalServerException', 'Internal error'),
});
