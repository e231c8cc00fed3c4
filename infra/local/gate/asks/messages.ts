import { arn } from '../../place.ts';
import { operationOf, type AsksOf } from './asks.ts';

/** SNS, in its query protocol: a topic has an ARN, a phone is a resource by its number. */
export const snsAsks: AsksOf = ({ body }) => {
  const form = new URLSearchParams(body.toString('utf8'));
  const resource = form.get('TopicArn') ?? form.get('TargetArn') ?? form.get('PhoneNumber');
  const action = form.get('Action');
  return action === null ? undefined : [{ action: `sns:${action}`, resource: resource ?? '*', context: {} }];
};

type Text = { OriginationIdentity?: string; ConfigurationSetName?: string; DestinationPhoneNumber?: string };

/** Sender names are registered for a country, which their ARN holds; the only one we send to is Viet Nam. */
const senderArn = (identity: string): string =>
  identity.startsWith('arn:')
    ? identity
    : arn(
        'sms-voice',
        /^(?:pool|phone)-/.test(identity) ? identity.replace('-', '/') : `sender-id/${identity}/VN`,
      );

/** End User Messaging: whom a text comes from, and what it is sent under. */
export const smsVoiceAsks: AsksOf = (request) => {
  const action = `sms-voice:${operationOf(request)}`;
  const { OriginationIdentity: sender, ConfigurationSetName: set } = JSON.parse(
    request.body.toString('utf8'),
  ) as Text;
  const resources = [
    ...(sender === undefined ? [] : [senderArn(sender)]),
    ...(set === undefined
      ? []
      : [set.startsWith('arn:') ? set : arn('sms-voice', `configuration-set/${set}`)]),
  ];
  return (resources.length === 0 ? ['*'] : resources).map((resource) => ({ action, resource, context: {} }));
};

/** Secrets Manager: the secret by its ARN or its name. */
export const secretAsks: AsksOf = (request) => {
  const { SecretId } = JSON.parse(request.body.toString('utf8')) as { SecretId?: string };
  const named = SecretId ?? '';
  const resource = named.startsWith('arn:') ? named : arn('secretsmanager', `secret:${named}`);
  return [{ action: `secretsmanager:${operationOf(request)}`, resource, context: {} }];
};
