import * as z from 'zod';
import { nameIn } from '../place.ts';
import { every, flag, type Reading } from './resource.ts';

/** The topic of End User Messaging's events about messages, and the queue they end in; `raw` says whether they come bare. */
export type SmsEvents = { topic: string; queue: string; raw: boolean };

/** Follows each configuration set to its topic, and the topic to the queues behind it. */
export const readSmsEvents = (from: Reading): SmsEvents[] => {
  const topics = every(
    from,
    'AWS::SMSVOICE::ConfigurationSet',
    z.object({
      EventDestinations: z.array(
        z.object({ Enabled: flag, SnsDestination: z.object({ TopicArn: z.string() }) }),
      ),
    }),
    ['ConfigurationSetName', 'DefaultSenderId', 'Tags'],
  ).flatMap(({ properties }) =>
    properties.EventDestinations.filter(({ Enabled }) => Enabled).map(
      ({ SnsDestination }) => SnsDestination.TopicArn,
    ),
  );
  return every(
    from,
    'AWS::SNS::Subscription',
    z.object({
      TopicArn: z.string(),
      Protocol: z.string(),
      Endpoint: z.string(),
      RawMessageDelivery: flag.default(false),
    }),
    ['Region'],
  )
    .filter(({ properties }) => properties.Protocol === 'sqs' && topics.includes(properties.TopicArn))
    .map(({ properties }) => ({
      topic: properties.TopicArn,
      queue: nameIn(properties.Endpoint),
      raw: properties.RawMessageDelivery,
    }));
};
