import { dossierPrivacy } from '../../../domain/dossier/dossier.ts';
import { statusEventPrivacy } from '../../../domain/dossier/event/status-event.ts';
import { ratingPrivacy } from '../../../domain/dossier/rating.ts';
import { humanActPrivacy } from '../../../domain/letter/letters.ts';
import { phoneCheckPrivacy } from '../../../domain/lookup/phone-check.ts';
import { notificationPrivacy } from '../../../domain/notification/notification.ts';
import { receiptPrivacy } from '../../../domain/notification/receipt.ts';
import { consentPrivacy } from '../../../domain/office/consent.ts';
import { deedPrivacy } from '../../../domain/people/audit.ts';
import { sessionPrivacy } from '../../../domain/people/session.ts';
import { carrierCallbackPrivacy } from '../../../domain/post/carrier-orders/carrier-callback.ts';
import { dispatchJobPrivacy } from '../../../domain/post/job/dispatch-job.ts';
import { forgotten, forgottenScan } from '../../../domain/post/job/ends/forget.ts';
import { type TrackingRecord, trackingRecordPrivacy } from '../../../domain/post/tracking/tracking-record.ts';
import { type Confirmation, confirmationPrivacy } from '../../../domain/post/money/confirm-cash.ts';
import { manifestPrivacy, type Manifest } from '../../../domain/post/paper/manifest.ts';
import { personRequestPrivacy } from '../../../domain/rights/person-request.ts';
import type { KeptName } from '../../../domain/rights/what-is-kept.ts';
import { importPrivacy } from '../../../domain/sheet/imports/sheet-import.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { tracesIn } from '../dossier/traces.ts';
import { fromItem, type Item } from '../item.ts';
import { letterKey, letterNameIn, personIn, placeOf } from '../keys.ts';
import { letterIn } from '../letter/letter-item.ts';
import { consentsIn } from '../office/consent-item.ts';
import { isOver, jobIn } from '../post/job/job-item.ts';
import { blanked, eachBeside, eachIn, type ItemLayout, togetherIn, versioned, without } from './layouts.ts';
import { findable, silenced } from './silenced.ts';
import { keptChoices, withoutTraces } from './shared-items.ts';

/** What becomes of an item about somebody who is erased. */
type Left = 'nothing' | { item: Item; kept?: KeptName } | { stays: KeptName };

/** A kind of item that may be about a citizen: what it says in clear, and what erasing leaves of it. */
export type Held = {
  read: (item: Item, vault: Vault) => unknown;
  erase: (item: Item, vault: Vault, letters: ReadonlySet<string>) => Left;
};

const gone = (layout: ItemLayout): Held => ({ read: layout.read, erase: () => 'nothing' });

const event = togetherIn('event', 'personal', statusEventPrivacy);
const dossier = eachIn('dossier', dossierPrivacy);
const notification = eachBeside(notificationPrivacy);
const job = eachBeside(dispatchJobPrivacy);
const scan = eachIn('record', trackingRecordPrivacy);
const manifest = eachIn('manifest', manifestPrivacy);
const confirmation = eachIn('confirmation', confirmationPrivacy);
const deed = togetherIn('open', 'sealed', deedPrivacy);
const act = eachBeside(humanActPrivacy, (key) => placeOf(letterKey(letterNameIn(key))));
const asked = togetherIn('open', 'sealed', personRequestPrivacy);
const session = togetherIn('open', 'sealed', sessionPrivacy);

/** Officers' own names stand for what they did; what they typed beside it may name anybody. */
const counted = (count: Manifest['office']) => count && { ...count, extra: [] };
const confirmedOnly = ({ request: { note: _note, ...request } }: Confirmation) => request;

const keptName = ({ by }: { by: string }): string => by;

/** Every kind of item, by whether it can be about a citizen. A kind that is missing here turns a test red. */
export const heldKinds: Readonly<Record<string, Held>> = {
  // A repeat of it is still known by its id, and recorded no second time; before its decision nobody needs it.
  'status-event': {
    read: event.read,
    erase: (item, vault) =>
      item['outcome'] === undefined
        ? 'nothing'
        : { item: without(blanked(event, statusEventPrivacy)(item, vault), 'duePk', 'dueSk') },
  },
  dossier: {
    read: dossier.read,
    erase: (item, vault) => ({
      item: without(
        versioned(blanked(dossier, dossierPrivacy, { facts: () => ({}), told: () => [] })(item, vault)),
        ...findable,
      ),
      kept: 'figures',
    }),
  },
  notification: {
    read: notification.read,
    erase: (item, vault) => ({
      item: silenced(blanked(notification, notificationPrivacy, { to: () => '' })(item, vault)),
      kept: 'figures',
    }),
  },
  letter: { read: letterIn, erase: () => 'nothing' },
  audit: {
    read: act.read,
    erase: (item, vault) => ({ item: blanked(act, humanActPrivacy)(item, vault), kept: 'processingLog' }),
  },
  person: {
    read: (item, vault) => ({
      traces: tracesIn(personIn(fromItem(item) as never), item['traces']!.S!, vault),
    }),
    erase: withoutTraces,
  },
  'dispatch-job': {
    read: jobIn,
    erase: (item, vault) => {
      const whole = jobIn(item, vault);
      if (!isOver(whole.state)) return { stays: 'underWay' };
      return {
        item: job.write(item, forgotten(whole), vault),
        kept: 'figures',
      };
    },
  },
  scan: {
    read: scan.read,
    erase: (item, vault) => ({
      item: scan.write(item, forgottenScan(scan.read(item, vault) as TrackingRecord), vault),
    }),
  },
  evidence: { read: (item) => fromItem(item)['evidence'], erase: () => 'nothing' },
  receipt: gone(eachIn('receipt', receiptPrivacy)),
  'carrier-word': gone(eachIn('word', carrierCallbackPrivacy)),
  // Its file goes by itself after a month (infra, documents).
  import: gone(togetherIn('open', 'sealed', importPrivacy)),
  rating: gone(togetherIn('rating', 'personal', ratingPrivacy)),
  'phone-check': gone(togetherIn('open', 'sealed', phoneCheckPrivacy)),
  'phone-card': { read: (item) => ({ day: fromItem(item)['day'] }), erase: () => 'nothing' },
  conversation: { read: (item) => ({ answered: fromItem(item)['answered'] }), erase: () => 'nothing' },
  calendar: { read: () => ({}), erase: () => 'nothing' },
  consent: { read: consentsIn, erase: keptChoices(consentPrivacy) },
  manifest: {
    read: manifest.read,
    erase: (item, vault) => ({
      item: blanked(manifest, manifestPrivacy, {
        office: ({ office }: Manifest) => counted(office),
        postman: ({ postman }: Manifest) => counted(postman),
      })(item, vault),
    }),
  },
  confirmation: {
    read: confirmation.read,
    erase: (item, vault) => ({
      item: blanked(confirmation, confirmationPrivacy, { request: confirmedOnly })(item, vault),
    }),
  },
  deed: {
    read: deed.read,
    erase: (item, vault) => ({
      item: blanked(deed, deedPrivacy, { by: keptName })(item, vault),
      kept: 'processingLog',
    }),
  },
  // It is about them by its hashes and names nobody but the leader; the reason may.
  'person-request': {
    read: asked.read,
    erase: (item, vault) => ({
      item: blanked(asked, personRequestPrivacy, { by: keptName })(item, vault),
      kept: 'processingLog',
    }),
  },
  session: {
    read: session.read,
    erase: (item, vault) => ({ item: blanked(session, sessionPrivacy)(item, vault) }),
  },
};

/** Kinds that hold ids, counts, choices of offices or what officers are, and nothing of a citizen. */
export const kindsAboutNoCitizen: readonly string[] = [
  'attempt',
  'booking',
  'bookmark',
  'bundle',
  'carrier-order',
  'cash-slip',
  'change',
  'circuit',
  'claim',
  'client',
  'client-use',
  'counted',
  'data-key',
  'erased',
  'figures',
  'figures-office',
  'form',
  'idempotency-key',
  'inbound',
  'inbox',
  'letter-settings',
  'officer',
  'pace',
  'parcel-code',
  'partner',
  'places',
  'poll',
  'proposal',
  'remittance',
  'settings',
  'spending',
  'template',
  'tokens',
  'tracking-number',
  'unclaimed-inbox',
  'ward-post',
];
