import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import { arn, region } from '../place.ts';

/** A record of a table's change stream as Lambda hands it over: epoch seconds and base64 instead of dates and bytes. */
export type StreamRecord = {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: string;
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  eventSourceARN: string;
  userIdentity?: { type: string; principalId: string };
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime: number; [more: string]: unknown };
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const plain = (value: AttributeValue): unknown => {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(plain) };
  if (value.M !== undefined) return { M: image(value.M) };
  return value;
};

const image = (item: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));

// DynamoDB Local 3.3.1 calls a deletion by expiry this, and leaves out who deleted.
const expired = 'UNKNOWN_TO_SDK_VERSION';
const byExpiry = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

/** `table` is the table's name: the emulator's own ARN says another region. */
export const streamRecord = (table: string, record: _Record): StreamRecord => {
  const {
    Keys,
    NewImage,
    OldImage,
    ApproximateCreationDateTime,
    SequenceNumber = '',
    ...rest
  } = record.dynamodb ?? {};
  const gone = (record.eventName as string) === expired;
  const by = record.userIdentity;
  return {
    eventID: record.eventID ?? SequenceNumber,
    eventName: gone ? 'REMOVE' : (record.eventName as StreamRecord['eventName']),
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: `${arn('dynamodb', `table/${table}`)}/stream/local`,
    ...(gone && { userIdentity: byExpiry }),
    ...(by?.PrincipalId !== undefined && {
      userIdentity: { type: by.Type ?? '', principalId: by.PrincipalId },
    }),
    dynamodb: {
      ...rest,
      ApproximateCreationDateTime: Math.floor((ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      SequenceNumber,
      ...(Keys && { Keys: image(Keys) }),
      ...(NewImage && { NewImage: image(NewImage) }),
      ...(OldImage && { OldImage: image(OldImage) }),
    },
  };
};
