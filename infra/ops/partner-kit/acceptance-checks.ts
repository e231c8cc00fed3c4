import { randomUUID } from 'node:crypto';
import { accepted, job, outcomes, same, type Sandbox, typeOf } from './acceptance-sandbox.ts';
import { announce, upload } from './evidence.ts';
import type { OfferedJob } from './post-client.ts';

/** Every check in the order in which a partner builds its client. Each takes jobs of its own. */
export const checks: readonly { name: string; check: (sandbox: Sandbox) => Promise<void> }[] = [
  {
    name: 'connect: the clock of the server and the agreement are told',
    check: async ({ client }) => {
      const { status, body } = await client.ask('GET', '/health');
      same('status', status, 200);
      const { serverTime } = body as { serverTime: string };
      if (Number.isNaN(Date.parse(serverTime))) throw new Error(`serverTime is ${serverTime}`);
    },
  },
  {
    name: 'claim twice: the same id gives the same jobs, another request under it is refused',
    check: async ({ client, claimId, maxJobs, leaseSeconds, jobs }) => {
      const again = await client.claim(claimId, maxJobs, leaseSeconds);
      const ids = (all: OfferedJob[]) => all.map(({ jobId }) => jobId).toSorted();
      same('jobs', ids(again.jobs), ids(jobs));
      const other = await client.ask('POST', '/dispatch-jobs/claim', { claimId, maxJobs: 1, leaseSeconds });
      same('reuse', [other.status, typeOf(other)], [409, 'claim-id-reused']);
    },
  },
  {
    name: 'crash and recover: what is held can be asked for',
    check: async ({ client, jobs }) => {
      const held = new Set((await client.held('leased')).map(({ jobId }) => jobId));
      same(
        'forgotten',
        jobs.filter(({ jobId }) => !held.has(jobId)),
        [],
      );
    },
  },
  {
    name: 'stale lease: after a release the old epoch changes nothing',
    check: async (sandbox) => {
      const { jobId, lease } = job(sandbox, 0);
      const leaseEpoch = lease.epoch;
      const renewed = await sandbox.client.tell(jobId, 'renew', { leaseEpoch, leaseSeconds: 900 });
      same('renewal', renewed.status, 200);
      const given = await sandbox.client.tell(jobId, 'release', { leaseEpoch, reason: 'acceptance check' });
      same('release', given.status, 200);
      const late = await sandbox.client.tell(jobId, 'accept', { leaseEpoch });
      same('late acceptance', [late.status, typeOf(late)], [409, 'lease-lost']);
    },
  },
  {
    name: 'replay: accepting again is the same acceptance, under the same number',
    check: async (sandbox) => {
      const number = await accepted(sandbox, 1);
      same('number', await accepted(sandbox, 1), number);
      const label = await sandbox.client.label(job(sandbox, 1).jobId);
      if (!label.text.includes(number)) throw new Error('the label lacks the number');
      const held = await sandbox.client.held('accepted', 'label-printed');
      const mine = held.find(({ jobId }) => jobId === job(sandbox, 1).jobId);
      same('an acceptance whose answer was lost', mine?.trackingNumber, number);
    },
  },
  {
    name: 'ETag: what has not changed is not sent again',
    check: async (sandbox) => {
      const { jobId } = job(sandbox, 1);
      const first = await sandbox.client.look(jobId);
      const again = await sandbox.client.look(jobId, { 'if-none-match': first.headers.get('etag') ?? '' });
      same('status', again.status, 304);
    },
  },
  {
    name: 'nobody else’s: an unknown job is not found',
    check: async ({ client }) =>
      same('status', (await client.look('99999_NOBODY_r1_to-citizen_j1')).status, 404),
  },
  {
    name: 'batch: a bad event stops none of the others',
    check: async (sandbox) => {
      const trackingNumber = await accepted(sandbox, 2);
      const scan = { trackingNumber, code: 'in-transit', occurredAt: sandbox.ago(0) };
      const found = await outcomes(sandbox, { nonsense: true }, scan, {
        ...scan,
        trackingNumber: 'RR000000000XX',
      });
      same('outcomes', found, ['REJECTED', 'APPLIED', 'not-found']);
    },
  },
  {
    name: 'order of events: an older scan is kept and moves nothing, the same again is a duplicate',
    check: async (sandbox) => {
      const trackingNumber = await accepted(sandbox, 3);
      const event = (code: string, occurredAt: string, eventId: string) => ({
        trackingNumber,
        code,
        occurredAt,
        eventId: `${trackingNumber}-${eventId}`,
      });
      const out = event('out-for-delivery', sandbox.ago(0), 'a');
      same('newest', await outcomes(sandbox, out), ['APPLIED']);
      same('older', await outcomes(sandbox, event('in-transit', sandbox.ago(60), 'b')), ['late']);
      same('again', await outcomes(sandbox, out), ['DUPLICATE']);
      same('other', await outcomes(sandbox, { ...out, code: 'delivered' }), ['event-id-reused']);
      same('unknown', await outcomes(sandbox, event('no-such-code', sandbox.ago(0), 'c')), ['unknown-code']);
      const tomorrow = sandbox.ago(-86_400);
      same('future', await outcomes(sandbox, event('delivered', tomorrow, 'd')), ['occurred-in-the-future']);
    },
  },
  {
    name: 'returns: papers go back with a reason, and a delivery after that is a contradiction',
    check: async (sandbox) => {
      const trackingNumber = await accepted(sandbox, 4);
      const at = sandbox.ago(0);
      const back = { trackingNumber, code: 'returning', occurredAt: at, reason: 'not-called-for' };
      same('returning', await outcomes(sandbox, back), ['APPLIED']);
      same('returned', await outcomes(sandbox, { trackingNumber, code: 'returned', occurredAt: at }), [
        'APPLIED',
      ]);
      const late = { trackingNumber, code: 'delivered', occurredAt: at };
      same('contradiction', await outcomes(sandbox, late), ['contradiction']);
    },
  },
  {
    name: 'COD: what was collected is matched line by line, and the same remittance books nothing twice',
    check: async (sandbox) => {
      const { amount } = job(sandbox, 5).cod;
      const [first, second] = [await accepted(sandbox, 5), await accepted(sandbox, 6)];
      for (const trackingNumber of [first, second])
        await outcomes(sandbox, {
          trackingNumber,
          code: 'delivered',
          occurredAt: sandbox.ago(0),
          ...(amount > 0 && { cod: { collected: amount } }),
        });
      const line = (trackingNumber: string, collected: number) => ({
        trackingNumber,
        kind: 'cod',
        collected,
        deductedFee: 0,
        remitted: collected,
        occurredAt: sandbox.ago(0),
      });
      const lines = [line(first, amount), line(second, amount + 1000)];
      const report = { remittanceId: randomUUID(), total: 2 * amount + 1000, lines };
      const settled = await sandbox.client.remit(report);
      const told = (settled.body as { lines: { outcome: string }[] }).lines.map(({ outcome }) => outcome);
      same('lines', told, ['MATCHED', 'DIFFERENCE']);
      same('again', (await sandbox.client.remit(report)).body, settled.body);
      const wrong = await sandbox.client.remit({ ...report, total: 1 });
      same('total', [wrong.status, typeOf(wrong)], [422, 'total-mismatch']);
      const { status } = await sandbox.client.ask('GET', '/reports/cash');
      same('report of the day', status, 200);
    },
  },
  {
    name: 'evidence: the announced file is taken, another one refused, and a scan never waits for it',
    check: async (sandbox) => {
      const { jobId } = job(sandbox, 3);
      const photo = Buffer.from(`\u00FF\u00D8 ${randomUUID()}`, 'latin1');
      const announced = await announce(sandbox.client, jobId, photo, 'image/jpeg');
      const scan = { jobId, code: 'out-for-delivery', occurredAt: sandbox.ago(0) };
      const named = { ...scan, evidenceIds: [announced.evidenceId] };
      const { results } = await sandbox.client.scans([named]);
      same('missing', results[0]?.missingEvidence, [
        { evidenceId: announced.evidenceId, because: 'not-uploaded' },
      ]);
      const other = Buffer.from(photo.toReversed());
      if ((await upload(announced, other)) === 200) throw new Error('another file was taken');
      same('the file', await upload(announced, photo), 200);
      const again = await announce(sandbox.client, jobId, photo, 'image/jpeg');
      same('the same file', again.evidenceId, announced.evidenceId);
    },
  },
  {
    name: 'changes: the feed goes on from its cursor',
    check: async ({ client }) => {
      const { cursor } = await client.changes(undefined);
      const { changes } = await client.changes(cursor);
      same(
        'twice',
        changes.filter(({ changeId }) => cursor !== undefined && changeId <= cursor),
        [],
      );
    },
  },
  {
    name: 'performance: nineteen of twenty looks at a job take less than a second',
    check: async (sandbox) => {
      const times: number[] = [];
      for (let n = 0; n < 20; n += 1) {
        const begun = performance.now();
        await sandbox.client.look(job(sandbox, 7).jobId);
        times.push(performance.now() - begun);
      }
      const slow = times.toSorted((a, b) => a - b)[18]!;
      if (slow > 1000) throw new Error(`95 of 100 took up to ${Math.round(slow)} ms`);
    },
  },
];
