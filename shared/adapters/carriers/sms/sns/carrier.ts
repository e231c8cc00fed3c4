import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { snsHandoverOf } from './failures.ts';
import { longestTakes } from '../names.ts';
import type { Carrier, Handover } from '../../../../domain/notification/carrier.ts';

/** The name receipts and references go by. */
export const snsName = 'sns';

type Options = {
  /** The registered sender name: 3 to 11 letters, digits or hyphens. */
  senderId?: string;
  /** USD for one message, all its parts. Above it Amazon takes the message and does not send it. */
  maxPriceUsd?: string;
};

const text = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue });

/**
 * Amazon SNS as a carrier. It has no way to name a message before it is taken, so the attempt's id stays with us. An
 * accepted message may still fail later (opted out, spend limit, sandbox): only the receipt tells. It never throws,
 * since by then the message may have left. Use it with the client of `client.ts`, which asks once.
 */
export const snsCarrier = (client: SNSClient, { senderId, maxPriceUsd }: Options = {}): Carrier => {
  // Both guides name another default for the type, so it is always said.
  const attributes = {
    'AWS.SNS.SMS.SMSType': text('Transactional'),
    ...(senderId !== undefined && { 'AWS.SNS.SMS.SenderID': text(senderId) }),
    ...(maxPriceUsd !== undefined && {
      'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: maxPriceUsd },
    }),
  };

  const take: Carrier['take'] = async ({ to, text: message }): Promise<Handover> => {
    try {
      const { MessageId } = await client.send(
        new PublishCommand({ PhoneNumber: to, Message: message, MessageAttributes: attributes }),
      );
      if (MessageId === undefined) return { outcome: 'unknown', reason: 'an answer without MessageId' };
      return { outcome: 'accepted', reference: MessageId };
    } catch (error) {
      return snsHandoverOf(error);
    }
  };
  return { name: snsName, longestTake: longestTakes.sns, take };
};
