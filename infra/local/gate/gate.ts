import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { answersTo, type Answered, type Caller, type Rights } from '../iam/rights.ts';
import type { AsksOf } from './asks/asks.ts';
import { dynamodbAsks, type PartitionKeys } from './asks/dynamodb.ts';
import { s3Asks } from './asks/files.ts';
import { kmsAsks } from './asks/kms.ts';
import { secretAsks, smsVoiceAsks, snsAsks } from './asks/messages.ts';
import { sqsAsks } from './asks/queues.ts';
import { credentialOf } from './credential.ts';
import { forward } from './forward.ts';
import { beyondLimit } from './limits.ts';
import { denied, refusalOf, written, type No } from './refusal.ts';
import { readAgain } from './read-again.ts';
import { readRequests, type Request } from './requests.ts';
import type { StrictRules } from './strict/strict.ts';

/** Services by the names that signatures give them. */
export type Service = 'dynamodb' | 'sqs' | 's3' | 'sns' | 'sms-voice' | 'kms' | 'secretsmanager';

export type Rules = {
  /** Where each service is played. */
  engines: Record<Service, string>;
  rights: Rights;
  partitionKeys: PartitionKeys;
  /** AWS's own limits, where they are asked for. */
  strict?: StrictRules | undefined;
  /** Hears what was asked and what allowed it, or refused it. */
  onAnswers: (caller: Caller, answers: readonly Answered[]) => void;
  /** Hears, in a sentence, what a function was refused. */
  onRefusal: (caller: Caller, sentence: string) => void;
};

/** The one door through which functions reach AWS. Until it is told the rules it lets nobody through. */
export type Gate = { url: string; rule: (rules: Rules) => void; close: () => Promise<void> };

/** Whoever runs the system on this machine; on AWS, an administrator. */
const operator = 'local';

type Way =
  | { to: string; hidesWhatIsMissing?: boolean; change?: ((answer: Buffer) => Buffer) | undefined }
  | { no: No; caller?: Caller };

const asksOf = (keys: PartitionKeys): Record<Service, AsksOf> => ({
  dynamodb: dynamodbAsks(keys),
  sqs: sqsAsks,
  s3: s3Asks,
  sns: snsAsks,
  'sms-voice': smsVoiceAsks,
  kms: kmsAsks,
  secretsmanager: secretAsks,
});

const notKnown: No = {
  code: 'UnrecognizedClientException',
  message: 'The security token included in the request is invalid.',
};

/** S3 says that a file is missing only to those who may see what there is; to others it denies it. */
const mayNotSee = (
  rights: Rights,
  { role }: Caller,
  request: Request,
  [first]: readonly Answered[],
): boolean => {
  if (first?.ask.action !== 's3:GetObject' || !['GET', 'HEAD'].includes(request.method)) return false;
  const [, bucket = '', key = ''] = /^(arn:aws:s3:::[^/]+)\/(.*)$/.exec(first.ask.resource) ?? [];
  const list = { action: 's3:ListBucket', resource: bucket, context: { 's3:prefix': key } };
  return answersTo(rights, role, [list]).some((answer) => 'refused' in answer);
};

const judging = ({ engines, rights, partitionKeys, strict, onAnswers }: Rules) => {
  const asks = asksOf(partitionKeys);
  return (request: Request): Way & { service: string } => {
    const { accessKeyId, service = '' } = credentialOf(request) ?? {};
    const way = ((): Way => {
      if (accessKeyId === undefined)
        return { no: { ...notKnown, code: 'MissingAuthenticationTokenException' } };
      if (!Object.hasOwn(engines, service))
        return { no: { ...notKnown, message: `${service} is not played on one machine` } };
      const to = engines[service as Service];
      if (accessKeyId === operator) return { to };
      const caller = rights.callers.get(accessKeyId);
      if (caller === undefined) return { no: notKnown };
      const asked = asks[service as Service](request);
      if (asked === undefined) {
        const what = request.headers['x-amz-target'] ?? `${request.method} ${request.url}`;
        const message = `nobody has written down here what ${what} asks of ${service}`;
        return { caller, no: { code: 'AccessDeniedException', message } };
      }
      const answers = answersTo(rights, caller.role, asked);
      onAnswers(caller, answers);
      const refused = answers.find((answer) => 'refused' in answer);
      if (refused !== undefined) return { caller, no: denied(caller, refused) };
      const no = beyondLimit(service, request) ?? strict?.refuse(service, request);
      if (no !== undefined) return { caller, no };
      const change = strict?.hides(service, request);
      return { to, hidesWhatIsMissing: mayNotSee(rights, caller, request, answers), change };
    })();
    return { ...way, service };
  };
};

/**
 * Listens on 127.0.0.1. Every request of a function passes here: its credential says who asks, what it asks is judged by the
 * template's policies, and it goes on to the engine as it came, or is answered as the service would refuse it.
 */
export const openGate = async (): Promise<Gate> => {
  let judge: ReturnType<typeof judging> | undefined;
  let onRefusal: Rules['onRefusal'] | undefined;
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    client.setNoDelay(true);
    sockets.add(client);
    client.on('close', () => sockets.delete(client)).on('error', () => client.destroy());
    const engine = forward(client);
    const take = (request: Request): void => {
      const way = judge?.(request) ?? { no: notKnown, service: '' };
      if ('to' in way && way.change !== undefined) {
        readAgain(way.to, request, way.change).then(
          (answer) => client.write(answer),
          () => client.destroy(),
        );
        return;
      }
      if ('to' in way) return engine.send(way.to, request, way.hidesWhatIsMissing ?? false);
      if (way.caller !== undefined) onRefusal?.(way.caller, way.no.message);
      client.write(written(refusalOf(way.service, way.no), request.method !== 'HEAD'));
    };
    readRequests(client, take, () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rule: (rules) => {
      judge = judging(rules);
      onRefusal = rules.onRefusal;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
