import { judge, type Grant, type Principal } from './judge.ts';
import type { Ask, Statement } from './statement.ts';

/** A role and what its policies say. */
export type Role = { id: string; arn: string; statements: readonly Statement[] };

/** Who comes with the credentials of a function: its file's name, its session on AWS, its role. */
export type Caller = { name: string; session: string; role: Role };

/** Everything that a template says about who may do what. */
export type Rights = {
  /** By access key id. */
  callers: ReadonlyMap<string, Caller>;
  /** By logical id. */
  roles: ReadonlyMap<string, Role>;
  /** The policies of things, by ARN; a bucket's stands for what is in it. */
  policies: ReadonlyMap<string, readonly Statement[]>;
  /** The key that a thing is encrypted with at rest, by ARN. */
  keys: ReadonlyMap<string, string>;
};

/** Who has a role: its function by its file's name, or the role itself. */
export const holderOf = ({ callers }: Pick<Rights, 'callers'>, role: Role): string =>
  [...callers.values()].find((caller) => caller.role === role)?.name ?? role.id;

/** What was asked, and what it needed. */
export type Answered = { ask: Ask } & ({ by: Grant } | { refused: string });

/** A file's ARN is its bucket's with a path; an index' and a stream's is its table's. */
const thingOf = (resource: string): string =>
  resource.startsWith('arn:aws:dynamodb:')
    ? resource.replace(/(:table\/[^/]+)\/.*$/, '$1')
    : resource.replace(/^(arn:aws:s3:::[^/]+)\/.*$/, '$1');

/** What the request says of itself whatever it asks: every call of an SDK is signed and comes over TLS. */
const always = { 'aws:securetransport': 'true' };

/** Whether a role or a service of AWS may do this, and by which words or why not. */
export const answerTo = ({ policies }: Rights, who: Role | { service: string }, ask: Ask): Answered => {
  const principal: Principal = 'service' in who ? who : { role: who.arn };
  const thing = thingOf(ask.resource);
  const verdict = judge(
    principal,
    { ...ask, context: { ...always, ...ask.context } },
    {
      identity: 'service' in who ? [] : who.statements,
      resource: policies.get(thing),
      ruledByItself: thing.startsWith('arn:aws:kms:'),
    },
  );
  return verdict.is === 'allowed' ? { ask, by: verdict.by } : { ask, refused: verdict.why };
};

/** What a use of something encrypted asks of its key: the service asks with the caller's rights, and says so. */
const keyActions: readonly { of: RegExp; needs: readonly string[] }[] = [
  {
    of: /^dynamodb:(?:Put|Update|Delete|BatchWrite)Item$/,
    needs: ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'DescribeKey'],
  },
  {
    of: /^dynamodb:(?:GetItem|BatchGetItem|Query|Scan|ConditionCheckItem)$/,
    needs: ['Decrypt', 'DescribeKey'],
  },
  { of: /^dynamodb:GetRecords$/, needs: ['Decrypt'] },
  { of: /^sqs:SendMessage$/, needs: ['GenerateDataKey', 'Decrypt'] },
  { of: /^sqs:ReceiveMessage$/, needs: ['Decrypt'] },
  { of: /^sns:Publish$/, needs: ['GenerateDataKey', 'Decrypt'] },
  { of: /^s3:PutObject$/, needs: ['GenerateDataKey'] },
  { of: /^s3:GetObject$/, needs: ['Decrypt'] },
  { of: /^secretsmanager:GetSecretValue$/, needs: ['Decrypt'] },
];

/** What each service binds its cipher texts to. */
const boundTo = (service: string, thing: string): Record<string, string> => {
  if (service === 'dynamodb') return { 'aws:dynamodb:tablename': thing.slice(thing.indexOf('/') + 1) };
  if (service === 'secretsmanager') return { secretarn: thing };
  return { [`aws:${service}:arn`]: thing };
};

/** The asks of an encrypted thing's key that come with an ask of the thing. */
export const keyAsks = ({ keys }: Rights, { action, resource, context }: Ask): Ask[] => {
  const thing = thingOf(resource);
  const key = keys.get(thing);
  if (key === undefined) return [];
  const [service = ''] = action.split(':');
  const [, , , region = '', account = ''] = key.split(':');
  const bound = boundTo(service, thing);
  const seen = {
    'kms:viaservice': `${service}.${region}.amazonaws.com`,
    'kms:calleraccount': account,
    'kms:encryptioncontextkeys': Object.keys(bound),
    ...Object.fromEntries(
      Object.entries(bound).map(([name, value]) => [`kms:encryptioncontext:${name}`, value]),
    ),
    ...(context['aws:sourceaccount'] !== undefined && { 'aws:sourceaccount': context['aws:sourceaccount'] }),
  };
  return keyActions
    .filter(({ of }) => of.test(action))
    .flatMap(({ needs }) => needs.map((need) => ({ action: `kms:${need}`, resource: key, context: seen })));
};

/** An ask with all that comes with it; the first refusal is the last answer. */
export const answersTo = (
  rights: Rights,
  who: Role | { service: string },
  asks: readonly Ask[],
): Answered[] => {
  const answers: Answered[] = [];
  for (const ask of asks)
    for (const one of [ask, ...keyAsks(rights, ask)]) {
      const answer = answerTo(rights, who, one);
      answers.push(answer);
      if ('refused' in answer) return answers;
    }
  return answers;
};
