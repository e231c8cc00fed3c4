import { refusals } from '../../refusals.ts';
import type { Stage } from '../../stages.ts';
import { formatDay, type Day } from '../../../shared/domain/values/day.ts';
import { findingsFrom } from '../doctor/findings.ts';

/** What was asked of the account, or why it could not be seen. */
export type Looked<Seen> = { saw: Seen } | { failed: string };

/** The account as AWS shows it, before anything of ours stands in it. */
export type Account = {
  /** Of SNS: only verified numbers receive anything. */
  sandbox: Looked<boolean>;
  /** What SNS may spend in a month by now, in USD. */
  spendLimit: Looked<number>;
  /** What AWS granted as the highest limit, in USD a month. */
  mostSpend: Looked<number | undefined>;
  /** The sender IDs of Viet Nam that are registered. */
  senders: Looked<readonly string[]>;
  /** Whether a protect configuration is the account's default, which may block other countries. */
  protects: Looked<boolean>;
  /** What one table may take a second, in units. */
  tableLimit: Looked<{ reads: number; writes: number }>;
  /** Whether the stage's name leads anywhere; without a domain nobody asks. */
  domainLeads?: Looked<boolean>;
};

/** `mend`: a deployment would fail, or citizens be told nothing. `look`: a person has to see for himself. */
export type Checked = { is: 'good' | 'mend' | 'look'; about: string; what: string };

const good = (about: string, what: string): Checked => ({ is: 'good', about, what });
const mend = (about: string, what: string): Checked => ({ is: 'mend', about, what });
const look = (about: string, what: string): Checked => ({ is: 'look', about, what });

/** Without good credentials nothing was looked at: that must not pass for good. */
const strangers =
  /^(CredentialsProviderError|ExpiredToken.*|UnrecognizedClientException|InvalidClientTokenId.*)$/;

const judged = <Seen>(about: string, looked: Looked<Seen>, judge: (seen: Seen) => Checked): Checked => {
  if ('saw' in looked) return judge(looked.saw);
  return strangers.test(looked.failed)
    ? mend(about, `could not be asked: no good credentials of AWS in this shell (${looked.failed})`)
    : look(about, `could not be seen (${looked.failed}); give whoever asks the right to read it`);
};

/** SMS go through AWS only where AWS is among the carriers. */
const bySms = (stage: Stage, account: Account): Checked[] => {
  if (!stage.smsCarriers.some((name) => name === 'sns' || name === 'eum')) return [];
  const { smsDollarsPerMonth: wanted, smsSenderId: sender } = stage;
  return [
    judged('sandbox', account.sandbox, (inside) =>
      inside
        ? mend('sandbox', 'only verified numbers receive SMS: Amazon SNS → Text messaging → Exit SMS sandbox')
        : good('sandbox', 'the account may send to everybody'),
    ),
    judged('sender', account.senders, (senders) =>
      senders.includes(sender)
        ? good('sender', `${sender} is registered for Viet Nam`)
        : mend(
            'sender',
            `${sender} is not registered for Viet Nam: End User Messaging → Registrations, weeks ahead`,
          ),
    ),
    judged('spend', account.mostSpend, (most) =>
      wanted !== undefined && most !== undefined && wanted > most
        ? mend('spend', `${wanted} USD a month are wanted and AWS granted ${most}: ask AWS support for more`)
        : good('spend', `AWS granted ${most ?? 'no other'} USD a month`),
    ),
    judged('spend', account.spendLimit, (now) =>
      wanted === undefined && now <= 1
        ? mend('spend', 'SMS stop at 1 USD a month: name smsDollarsPerMonth in infra/stages.ts')
        : good('spend', `the limit is ${now} USD, a deployment sets it to ${wanted ?? now}`),
    ),
    judged('country', account.protects, (protects) =>
      protects
        ? good('country', 'a protect configuration is the default of the account')
        : look(
            'country',
            'SMS may go to any country: make a protect configuration that allows Viet Nam the default',
          ),
    ),
  ];
};

const byTable = ({ warm }: Stage, { tableLimit }: Account): Checked[] =>
  warm
    ? [
        judged('table', tableLimit, ({ reads, writes }) =>
          reads < warm.reads || writes < warm.writes
            ? mend(
                'table',
                `a table may take ${reads} reads and ${writes} writes a second here: raise the quota or lower warm`,
              )
            : good('table', 'the account lets the table be as warm as the stage says'),
        ),
      ]
    : [];

const byName = ({ domain }: Stage, { domainLeads }: Account): Checked[] =>
  domain && domainLeads
    ? [
        judged('domain', domainLeads, (leads) =>
          leads
            ? good('domain', `${domain.name} leads somewhere`)
            : mend(
                'domain',
                `${domain.name} leads nowhere: deploy its stack and enter its Target where the zone is kept`,
              ),
        ),
      ]
    : [];

/** All that has to be so before this stage is deployed, each with what to do where it is not. */
export const checksOf = (name: string, stage: Stage, account: Account, today: Day): Checked[] => [
  ...refusals(stage).map((why) => mend('stage', why)),
  ...(stage.signIn.issuer.endsWith('.invalid')
    ? [
        mend(
          'sign-in',
          'nobody can sign in at the desk: name the identity provider as signIn in infra/stages.ts',
        ),
      ]
    : []),
  ...bySms(stage, account),
  ...byTable(stage, account),
  ...byName(stage, account),
  ...findingsFrom(today)
    .filter(({ is, about }) => is === 'missing' && about === 'calendar')
    .map(({ what, from }) => look('calendar', `${what} (matters from ${formatDay(from)})`)),
  look(
    'functions',
    `aws lambda get-account-settings --region ${stage.region}: ConcurrentExecutions of ${name} should be 1,000; a new account has 10`,
  ),
];
