import { days, type Instant } from '../../domain/values/instant.ts';

/**
 * How long each kind of item about a citizen is kept, in days, and why. Our own choice, not a figure from a law: a
 * ward can answer a complaint about last year, and a repeat of an old event still finds that it is known.
 * Credentials, settings and keys are about no citizen and do not expire: a ward that reports nothing for a year must
 * not lose them.
 */
export const retention = {
  event: { days: 400, why: 'a year and a month after it was accepted, so that a repeat tells nobody again' },
  dossier: { days: 400, why: 'a year and a month after its last decision, with the events it is made of' },
  notification: { days: 400, why: 'a year and a month, so that a citizen can ask what they were told' },
  'phone-card': { days: 40, why: 'a month and some days, longer than any day it counts' },
  letter: { days: 400, why: 'with the dossier it belongs to; its file goes earlier (infra, documents)' },
  person: { days: 400, why: 'as long as a congratulation for a child that has died could still be written' },
  counted: {
    days: 800,
    why: 'twice as long as what it was counted from, so that nothing is counted a second time',
  },
  calendar: { days: 400, why: 'a family scans it once; the doses that its phone has noted stay there' },
  attempt: { days: 10, why: 'carriers report within three days; a doubt that old is for a person' },
  receipt: {
    days: 90,
    why: 'one quarter, until the carrier’s bill has been compared; carriers report within days',
  },
  inbound: {
    days: 90,
    why: 'one quarter, as receipts: a provider that hands a message over again does so within days',
  },
  conversation: { days: 2, why: 'the limits on answers look back one day' },
  session: { days: 2, why: 'a session lasts half a day; what was typed when it ended may be sent tomorrow' },
  pace: { days: 2, why: 'a quiet day forgives every miss' },
  rating: { days: 400, why: 'with its dossier; the counts of its month name nobody and stay' },
  deed: { days: 1830, why: 'five years: who did and who read what, for as long as a complaint may be made' },
  proposal: { days: 1830, why: 'five years, as what officers did: who wanted and who approved a change' },
  erased: { days: 1830, why: 'five years, longer than any copy of the table lives: who was erased stays so' },
  'person-request': { days: 1830, why: 'five years, as its receipt: that it was answered, and in time' },
  import: { days: 30, why: 'a month, with its files: long enough to mend rows and to look at the report' },
  consent: {
    days: 1830,
    why: 'five years after the last choice: long enough not to ask or trouble the same person again, but numbers change hands',
  },
} as const satisfies Record<string, { days: number; why: string }>;

/** When DynamoDB may delete an item, in epoch seconds; deleting can take it some days more. */
export const expiresAt = (kind: keyof typeof retention, since: Instant): number =>
  Math.ceil((Date.parse(since) + days(retention[kind].days)) / 1000);
