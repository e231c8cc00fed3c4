import { type PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { CarrierMessage } from '../../../../domain/text/carrier-message.ts';
import { longestTakes } from '../names.ts';
import { eumHandoverOf } from './failures.ts';
import type { Carrier, Handover } from '../../../../domain/notification/carrier.ts';

/** The name receipts and references go by. */
export const eumName = 'eum';

type Options = {
  /** The registered sender name, or the id or ARN of a pool. */
  originationIdentity: string;
  /** Without a configuration set nobody hears what becomes of a message. */
  configurationSet: string;
  /** Which countries messages may go to, where the account's own default is not enough. */
  protectConfigurationId?: string;
  /** USD for one part. Above it for all parts of a message AWS refuses the message. */
  maxPricePerPartUsd?: number;
  /** Seconds after which AWS gives up, 5 to 259,200; its own default is 72 hours. */
  timeToLive?: number;
};

/** AWS takes at most 5 entries of at most 800 characters without white space, and gives them back in every event. */
const contextOf = ({ attempt, notification }: CarrierMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ attempt, notification }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && /^\S{1,800}$/.test(entry[1]),
    ),
  );

/** Dollars as AWS writes them: at most two digits before the point and five behind it. */
const dollars = (amount: number): string => Math.min(amount, 99.999_99).toFixed(5);

/**
 * AWS End User Messaging SMS as a carrier. Unlike SNS it says at once when a phone is opted out, blocked or not verified,
 * and gives our attempt back in every event, so that a lost answer is not a doubt for long. It never throws, since
 * by then the message may have left. Use it with the client of `client.ts`, which asks once.
 */
export const eumCarrier = (client: PinpointSMSVoiceV2Client, options: Options): Carrier => ({
  name: eumName,
  longestTake: longestTakes.eum,
  take: async (message): Promise<Handover> => {
    const { maxPricePerPartUsd: price, protectConfigurationId, timeToLive } = options;
    try {
      const { MessageId } = await client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: message.to,
          MessageBody: message.text,
          MessageType: 'TRANSACTIONAL',
          OriginationIdentity: options.originationIdentity,
          ConfigurationSetName: options.configurationSet,
          Context: contextOf(message),
          ...(protectConfigurationId !== undefined && { ProtectConfigurationId: protectConfigurationId }),
          ...(price !== undefined && { MaxPrice: dollars(price * (message.parts ?? 1)) }),
          ...(timeToLive !== undefined && { TimeToLive: timeToLive }),
        }),
      );
      if (MessageId === undefined) return { outcome: 'unknown', reason: 'an answer without MessageId' };
      return { outcome: 'accepted', reference: MessageId };
    } catch (error) {
      return eumHandoverOf(error);
    }
  },
});
