/** What one field of an inbound message may be called, the likelier names first; compared without case. */
export type FieldNames = Readonly<Record<'id' | 'from' | 'to' | 'text' | 'inReplyTo', readonly string[]>>;

/**
 * Names seen with aggregators of short codes. No aggregator in Viet Nam publishes its format: it comes with the contract,
 * and a contract with other names gets a table of its own.
 */
export const usualNames: FieldNames = {
  id: ['requestId', 'request_id', 'messageId', 'message_id', 'moId', 'mo_id', 'smsId', 'sms_id', 'id'],
  from: ['from', 'sender', 'user', 'userId', 'user_id', 'phone', 'msisdn', 'source'],
  to: [
    'to',
    'serviceId',
    'service_id',
    'serviceNumber',
    'service_number',
    'shortcode',
    'receiver',
    'destination',
  ],
  text: ['text', 'content', 'message', 'info', 'body', 'mo'],
  inReplyTo: ['inReplyTo', 'in_reply_to', 'mtId', 'mt_id'],
};
