import { expect } from 'vitest';
import { dynamoPhoneChecks } from '../../../shared/adapters/dynamodb/lookup/phone-checks.ts';
import { dynamoRatings } from '../../../shared/adapters/dynamodb/lookup/ratings.ts';
import { ratingPrivacy } from '../../../shared/domain/dossier/rating.ts';
import { dynamoPersonRequests } from '../../../shared/adapters/dynamodb/rights/person-requests.ts';
import { type PersonRequest, personRequestPrivacy } from '../../../shared/domain/rights/person-request.ts';
import { phoneCheckPrivacy } from '../../../shared/domain/lookup/phone-check.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { Consent, consentPrivacy } from '../../../shared/domain/office/consent.ts';
import { dossierPrivacy } from '../../../shared/domain/dossier/dossier.ts';
import { inboundPrivacy } from '../../../shared/domain/inbound/sms.ts';
import { letterPrivacy } from '../../../shared/domain/letter/letter.ts';
import { notificationPrivacy } from '../../../shared/domain/notification/notification.ts';
import { carrierCallbackPrivacy } from '../../../shared/domain/post/carrier-orders/carrier-callback.ts';
import { confirmationPrivacy } from '../../../shared/domain/post/money/confirm-cash.ts';
import { type DispatchJob, dispatchJobPrivacy } from '../../../shared/domain/post/job/dispatch-job.ts';
import { manifestPrivacy } from '../../../shared/domain/post/paper/manifest.ts';
import { trackingEventPrivacy } from '../../../shared/domain/post/tracking/tracking-event.ts';
import {
  type TrackingRecord,
  trackingRecordPrivacy,
} from '../../../shared/domain/post/tracking/tracking-record.ts';
import { type Mark, personalIn } from '../../../shared/domain/values/privacy.ts';
import { receiptPrivacy } from '../../../shared/domain/notification/receipt.ts';
import { statusEventPrivacy } from '../../../shared/domain/dossier/event/status-event.ts';
import { allItems, aTable, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import { aClock, anAcceptedJob, anAddress, at, aScan } from '../../support/builders/post.ts';
import { anExchange } from '../notification/conversations.contract.ts';
import { aLetter } from '../letter/letters.contract.ts';
import {
  aDecision,
  anAttempt,
  anEvent,
  aNotification,
  aReceipt,
  deciding,
  hangsPhone,
  nineOClock,
  ward,
} from '../cost/ward-day.ts';
import { deedPrivacy } from '../../../shared/domain/people/audit.ts';
import { Login, officerPrivacy } from '../../../shared/domain/people/officer.ts';
import { sessionPrivacy } from '../../../shared/domain/people/session.ts';
import { officerId } from '../../../shared/flows/people/manage-officers.ts';
import { proposalPrivacy } from '../../../shared/domain/people/proposal.ts';
import { aDeed, anOfficer, aProposal, aSession } from '../people/people.contract.ts';
import { humanActPrivacy } from '../../../shared/domain/letter/letters.ts';

/** What nobody may find in the table: a name and a phone that somebody typed. */
export const canary = 'bà Út Canary 0912000111';
/** What only officers are called: it names no citizen, and stays where they answer for something. */
export const officerCanary = 'ông Ba Canary';

/** The record, once every field that its table calls personal is seen to hold the canary. */
const planted = <Shape extends object>(whole: Shape, table: Readonly<Record<string, Mark>>): Shape => {
  const fields = whole as Record<string, unknown>;
  const clean = personalIn(table).filter((name) => !JSON.stringify(fields[name] ?? '').includes('Canary'));
  expect(clean, 'personal fields that this test leaves out').toEqual([]);
  return whole;
};

export const opened = async () => {
  const client = emulatedDynamoDB();
  const table = await aTable(client);
  const vault = memoryVault();
  const post = openPost(client, table, vault, aClock(at('15:00')));
  const store = storeIn(client, table, vault);
  return { client, table, store, post, items: () => allItems(client, table) };
};

/** The same items with every sealed text opened, whatever it is called and wherever it lies. */
export const unsealed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unsealed);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unsealed(one)]));
  if (typeof value !== 'string') return value;
  try {
    const [, plain] = JSON.parse(Buffer.from(value, 'base64url').toString()) as [string, string];
    return plain;
  } catch {
    return value;
  }
};

const party = { name: canary, phone: canary, relativePhone: canary };
const asked = { at: at('11:00'), reason: canary, answer: canary };

export const theJob = (difference: Partial<DispatchJob> = {}): DispatchJob => {
  const job = anAcceptedJob();
  return {
    ...job,
    state: 'delivered',
    recipient: {
      ...job.recipient,
      ...party,
      address: anAddress({ line1: canary, hamlet: canary }),
    },
    releaseReason: canary,
    cod: { ...job.cod, settled: { at: at('12:00'), by: canary, client: 'c', reason: canary } },
    cancel: asked,
    recall: asked,
    redirect: { at: at('11:00'), address: anAddress({ line1: canary, hamlet: canary }) },
    corrections: [
      { at: at('12:00'), by: canary, client: 'c', reason: canary, from: 'lost', to: 'delivered' },
    ],
    ...difference,
  };
};

/** The office's own end is personal by its mark, and no citizen's. */
const { pickup: _pickup, ...ofTheCitizen } = dispatchJobPrivacy;

const settled = { at: at('14:30'), by: canary, client: 'c', reason: canary, end: 'delivered' } as const;

const theScan = ({ jobId }: DispatchJob): TrackingRecord => ({
  identity: 'vnpost|scan-1',
  jobId,
  event: planted(
    aScan('delivered', at('14:00'), { location: { text: canary }, receivedBy: undefined }),
    { ...trackingEventPrivacy, receivedBy: 'open' }, // no words: who took it, of three
  ),
  reportedAt: at('14:01'),
  outcome: 'QUARANTINED',
  note: 'contradiction',
});

export const keepJob = async ({ post }: Awaited<ReturnType<typeof opened>>, job: DispatchJob) => {
  await post.jobs.create(job);
  const scan = theScan(job);
  const step = { happened: 'scanned', at: at('14:01') } as const;
  expect(await post.jobs.record({ ward }, scan, step)).toMatchObject({ is: 'recorded' });
  await post.jobs.settleScan({ ward }, job.jobId, scan.identity, settled);
  planted((await post.jobs.events({ ward }, job.jobId))[0]!, trackingRecordPrivacy);
  return (await post.jobs.find({ ward }, job.jobId))!;
};
/** Somebody asked to see what is kept under this phone. */
export const aPersonRequest = (difference: Partial<PersonRequest> = {}): PersonRequest => ({
  id: '2026-03-02-a',
  ward,
  version: 0,
  what: 'export',
  state: 'asked',
  request: 'YC-1',
  by: 'ông Ba',
  reason: 'xin xem',
  askedBy: 'o',
  marks: { phones: [memoryVault().hash('+84912000111')], dossiers: [] },
  receivedOn: '2026-03-02' as Day,
  answerBy: '2026-03-12' as Day,
  askedAt: nineOClock,
  ...difference,
});

/** One of everything that is kept, with the canary in every field that is personal. */
export const plantEverything = async (office: Awaited<ReturnType<typeof opened>>): Promise<void> => {
  const { store, post } = office;

  const event = planted(
    {
      ...anEvent({
        applicant: { name: canary, phone: hangsPhone },
        onBehalf: { name: canary, phone: canary },
        reason: canary,
        warnings: [{ field: canary, sentence: canary }],
        deliveryAddress: { name: canary, phone: canary, street: canary },
        personEvent: { kind: 'birth', childName: canary, bornOn: '2026-02-20', parents: [canary] },
      }),
      act: { what: 'correct', by: canary, reason: canary, instead: { reason: canary } } as const,
      carried: JSON.stringify({ told: [canary] }),
      receiptCode: canary as never,
    },
    statusEventPrivacy,
  );
  const act = { what: 'call', by: 'c', at: nineOClock, reason: canary } as const;
  const notification = planted(
    aNotification(event, { to: canary, reason: canary, acts: [act], wrote: canary }),
    notificationPrivacy,
  );
  const letter = planted(
    aLetter({
      kind: canary as 'birth',
      content: { ...aLetter().content, recipient: canary },
      sheet: { ...aLetter().sheet, salutation: canary } as never,
      leaflet: { ...aLetter().sheet, salutation: canary } as never,
      reason: canary,
      toldWrongly: { at: nineOClock, because: 'corrected', what: [canary] },
      calendar: canary,
    }),
    letterPrivacy,
  );
  const owed = aDecision(event, [notification]);
  const decision = {
    ...owed,
    dossier: { ...owed.dossier, told: { [canary]: { to: canary, words: canary } } as never },
    letters: { ward, drafts: [letter], takenBack: [], remembered: [] },
  };
  planted(decision.dossier, dossierPrivacy);
  await store.events.accept(event);
  expect(await store.dossiers.commit([deciding([decision])])).toEqual(['committed']);

  const { id } = notification;
  await store.notifications.claim(id, anAttempt());
  await store.notifications.notTaken(id, anAttempt(), nineOClock, canary);
  await store.notifications.claim(id, anAttempt('a-2'));
  await store.notifications.doubted(id, { id: 'a-2' } as never, canary);
  await store.notifications.settled(id, aReceipt({ detail: canary, outcome: 'undelivered', attempt: 'a-2' }));
  const [seen] = await store.notifications.ofDossier(ward, event.dossierCode);
  const resend = { ...act, what: 'resend' } as const;
  const again = { happened: 'resend-ordered', dueAt: nineOClock, reason: canary } as const;
  expect(await store.desk.act(seen!, again, resend)).toBe('moved');
  planted((await store.desk.find(ward, id))!, notificationPrivacy);

  await store.letters.move(letter, 'withdrawn', { at: nineOClock, by: 'clerk', reason: canary });
  planted((await store.letters.find([letter]))[0]!, letterPrivacy);
  planted((await store.letters.acts(letter))[0]!, humanActPrivacy);

  const consent = Consent.parse({ choice: 'out', when: nineOClock, evidence: canary, by: canary });
  await store.consents.record({ ward, phone: hangsPhone }, planted(consent, consentPrivacy));
  expect(await store.consents.of([{ ward, phone: hangsPhone }])).toEqual([[consent]]);

  const receipt = planted(aReceipt({ detail: canary, to: canary }), receiptPrivacy);
  await store.receipts.keep(receipt, nineOClock, 0);
  expect(await store.receipts.overdue(nineOClock, 1)).toEqual([{ receipt, tries: 0 }]);

  const { inbound, ...exchange } = anExchange('m-1', { choice: consent });
  const wrote = planted({ ...inbound, from: canary, text: canary }, inboundPrivacy);
  expect(await store.conversations.commit({ ...exchange, inbound: wrote })).toBe('committed');

  planted(await keepJob(office, theJob()), ofTheCitizen);

  const word = { id: 'w', partner: 'ghn', raw: canary, transaction: canary, heardAt: at('09:30') };
  await post.words.keep(planted({ ...word, from: 'call', tries: 0 }, carrierCallbackPrivacy));
  planted((await post.words.due(at('09:30'), 1))[0]!, carrierCallbackPrivacy);

  const count = { countedBy: officerCanary, missing: [], extra: [canary], at: at('15:00') };
  const manifest = { manifestId: 'm-1', ward, partner: 'vnpost', state: 'sealed', revision: 1 } as const;
  const list = {
    ...manifest,
    openedAt: at('14:00'),
    jobIds: ['a'],
    lines: [],
    office: count,
    postman: count,
  };
  await post.manifests.create(planted(list, manifestPrivacy));
  expect(await post.manifests.find({ ward }, 'm-1')).toEqual(list);

  const request = { confirmationId: 'c-1', partner: 'vnpost', remittanceId: 'r', total: 0 };
  const confirmation = {
    ward,
    request: { ...request, confirmedBy: officerCanary, note: canary },
    client: 'c',
    at: at('15:00'),
    jobIds: [],
  };
  await post.confirmations.open(planted(confirmation, confirmationPrivacy));
  expect(await post.confirmations.find(ward, 'c-1')).toEqual(confirmation);

  const login = Login.parse(officerCanary);
  const asOfficer = officerId(memoryVault(), login);
  const officer = {
    ...anOfficer({ id: asOfficer, name: officerCanary, changedBy: officerCanary }),
    login: officerCanary,
  };
  await store.officers.save(planted(officer, officerPrivacy), undefined);
  expect(await store.officers.of(ward)).toEqual([officer]);
  const draft = { path: '/goi', fields: { ghi: canary } };
  await store.sessions.save(planted(aSession({ draft }), sessionPrivacy), undefined);
  await store.sessions.takeForm(
    { session: 'session-1', form: 'f' },
    { by: 'r', until: nineOClock },
    nineOClock,
  );
  await store.audit.note(planted(aDeed({ by: officerCanary, words: canary }), deedPrivacy));

  const who = { id: 'o', name: officerCanary };
  const proposal = aProposal({ proposedBy: who, decidedBy: who, reason: officerCanary });
  await store.proposals.propose(planted(proposal, proposalPrivacy));
  expect(await store.proposals.open(ward)).toEqual([proposal]);

  const wish = { ...aPersonRequest(), by: officerCanary, reason: canary };
  const wishes = dynamoPersonRequests(office.client, office.table, memoryVault());
  await wishes.save(planted(wish, personRequestPrivacy));
  expect(await wishes.waiting()).toEqual([{ ...wish, version: 1 }]);

  const rating = { score: 1, line: canary, by: 'page', at: nineOClock } as const;
  const { dossierCode: code } = event;
  await dynamoRatings(office.client, office.table, memoryVault()).rate(
    { ward, dossier: code },
    planted(rating, ratingPrivacy),
  );
  const check = { print: 'p', until: nineOClock, tries: 0, sent: 1, on: '2026-03-02' as Day };
  await dynamoPhoneChecks(office.client, office.table, memoryVault()).move(
    { ward, code },
    undefined,
    planted({ ...check, phone: canary as E164 }, phoneCheckPrivacy),
  );
};
