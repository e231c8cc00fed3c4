import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { SmsCarrierName } from '../shared/adapters/carriers/sms/names.ts';

/** What differs between one place the system stands in and another. Everything else is the same in both. */
export type Stage = {
  /** Singapore is the nearest region that sends SMS; a province that may use another one names it here. */
  region: string;
  /** The account that it stands in: a deployment with credentials of another one is refused. Without it, whoever deploys decides. */
  account?: string;
  /** Whether table, keys and logs outlive the stack, and whether the table refuses to be deleted. */
  keepsData: boolean;
  logRetentionDays: RetentionDays;
  /** The sender that citizens see: 3 to 11 letters or digits, registered with the carriers of Viet Nam through AWS. */
  smsSenderId: string;
  /** Who carries SMS, in the order they are asked; the next one only when the last one surely has it not. */
  smsCarriers: readonly SmsCarrierName[];
  /** How many SMS a second the carriers granted this account, AWS or the gateway that stands first; a higher rate here only earns throttling. */
  smsPerSecond: number;
  /** USD a month that SMS may cost, no more than AWS granted. Without it the account's own limit stays: 1 USD at first. */
  smsDollarsPerMonth?: number;
  /** How long one SMS takes to hand over, in seconds; without it, as long as to the region. */
  secondsPerSms?: number;
  /** How many requests a second the API takes from all wards together; twice that in a burst. */
  requestsPerSecond: number;
  /**
   * How many units a second the table and each index are made ready for; without it as many as a new table takes, 4,000 writes:
   * 160 events a second that are told. A peak of the whole country needs about 9,000.
   */
  warm?: { reads: number; writes: number };
  /**
   * How many deciders take one shard of the table's stream at once, 10 at the most (without it 2): one ward's thousand
   * events then hardly delay another's single one. A new table has about four shards, so the account must let as many
   * functions run at once as that makes and wards need beside it.
   */
  decidersPerShard?: number;
  /**
   * The table that stands in for the stage's own since it was brought back from an earlier moment, and until when the old street
   * sent: what may have left by then is told to nobody a second time by itself (docs/operations/restore.md).
   */
  restored?: { table: string; stream: string; lostUntil: string };
  /** What no ward may lift for itself; a ward that chose more before is held to it. Without it only their own limits count. */
  most?: {
    messagesPerPhonePerDay?: number;
    messagesPerWardPerDay?: number;
    partsPerWardPerMonth?: number;
    /** In Viet Nam’s time, `to` excluded. */
    sendWindow?: { from: string; to: string };
  };
  /** How many SMS of unknown fate an hour are bad luck; one more rings the alarm. */
  unknownPerHour: number;
  /**
   * The name that the API answers under, and the certificate for it, of the same account and region. It is printed on letters and
   * labels and stands in every token and calendar; the address that AWS gives is closed then.
   */
  domain?: { name: string; certificateArn: string };
  /** Who says who an officer is: a provider of OpenID Connect, where we are a public client of this name (PKCE). */
  /**
   * Names of the keys for tokens, the one that signs first; `signing` alone where nothing is said. How one is turned: docs/operations.md.
   */
  signingKeys?: readonly `signing${string}`[];
  signIn: { issuer: string; clientId: string };
  /** Who is told when an alarm rings. Without it the alarms ring in CloudWatch alone. */
  alarmEmail?: string;
};

/** Until the province has given one, the desk stands and nobody gets in; `.invalid` is nobody's (RFC 2606). */
const noProviderYet = { issuer: 'https://sign-in.invalid', clientId: 'bao-tin' } as const;

export const stages = {
  dev: {
    region: 'ap-southeast-1',
    keepsData: false,
    logRetentionDays: 14,
    smsSenderId: 'BAOTIN',
    smsCarriers: ['sns'],
    smsPerSecond: 1,
    requestsPerSecond: 20,
    unknownPerHour: 0,
    signIn: noProviderYet,
  },
  prod: {
    region: 'ap-southeast-1',
    keepsData: true,
    logRetentionDays: 90,
    smsSenderId: 'BAOTIN',
    smsCarriers: ['sns'],
    smsPerSecond: 20,
    requestsPerSecond: 200,
    warm: { reads: 12_000, writes: 12_000 },
    decidersPerShard: 10,
    most: {
      messagesPerPhonePerDay: 20,
      messagesPerWardPerDay: 20_000,
      partsPerWardPerMonth: 400_000,
      sendWindow: { from: '06:00', to: '22:00' },
    },
    unknownPerHour: 5,
    signIn: noProviderYet,
  },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;

/** How long one SMS takes to hand over: 100 to 300 ms to the region, so a worker that sends one by one does four a second. */
const toTheRegion = 0.25;

/** On one machine simulators carry the SMS: nobody granted them a rate, and they answer at once. */
export const onOneMachine = { ...stages.dev, smsPerSecond: 200, secondsPerSms: 0.01 } satisfies Stage;

/** How many workers send at once so that together they keep the granted rate. AWS accepts 2 at the least. */
export const smsWorkers = ({ smsPerSecond, secondsPerSms = toTheRegion }: Stage): number =>
  Math.max(2, Math.ceil(smsPerSecond * secondsPerSms));
