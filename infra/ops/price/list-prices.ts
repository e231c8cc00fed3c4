/**
 * List prices in USD, without taxes and free tiers. From memory of the public lists on the day given (confidence C): whoever
 * decides by them opens the pages named first.
 */
export type ListPrices = {
  on: string;
  pages: readonly string[];
  confidence: 'C';
  millionWriteUnits: number;
  millionReadUnits: number;
  millionRequests: number;
  /** Lambda on arm64. */
  gigabyteSecond: number;
  millionCalls: number;
  millionMessages: number;
  gigabyteOfLog: number;
  /** One part to a Vietnamese phone through AWS; a domestic brandname gateway is a fraction of it. */
  smsPart: number;
};

export const listPrices: Readonly<Record<string, ListPrices>> = {
  'ap-southeast-1': {
    on: '2026-12-01',
    pages: [
      'aws.amazon.com/dynamodb/pricing/on-demand',
      'aws.amazon.com/lambda/pricing',
      'aws.amazon.com/api-gateway/pricing',
      'aws.amazon.com/sqs/pricing',
      'aws.amazon.com/cloudwatch/pricing',
      'aws.amazon.com/sns/sms-pricing',
    ],
    confidence: 'C',
    millionWriteUnits: 0.71,
    millionReadUnits: 0.14,
    millionRequests: 1.25,
    gigabyteSecond: 0.0000133,
    millionCalls: 0.2,
    millionMessages: 0.4,
    gigabyteOfLog: 0.7,
    smsPart: 0.065,
  },
};
