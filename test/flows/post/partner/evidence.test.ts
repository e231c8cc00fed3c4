import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import {
  memoryEvidenceFiles,
  memoryEvidenceShelf,
} from '../../../../shared/adapters/memory/post/evidence.ts';
import { memoryPartners } from '../../../../shared/adapters/memory/post/paperwork.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { EvidenceRequest, mostEvidence } from '../../../../shared/domain/post/evidence/evidence.ts';
import { forgotten } from '../../../../shared/domain/post/job/ends/forget.ts';
import { announceEvidence } from '../../../../shared/flows/post/partner/announce-evidence.ts';
import { linkToEvidence, listEvidence } from '../../../../shared/flows/post/partner/look-at-evidence.ts';
import { reportScans } from '../../../../shared/flows/post/tracking/report-scans.ts';
import { aClock, aJob, anAcceptedJob, aPartner, aScan, at, ward } from '../../../support/builders/post.ts';

const photo = (n = 1): EvidenceRequest =>
  EvidenceRequest.parse({ sha256: String(n).padStart(64, 'a'), contentType: 'image/jpeg', bytes: 2_000_000 });

const officeWith = async (...seed: DispatchJob[]) => {
  const jobs = memoryDispatchJobs();
  for (const job of seed) await jobs.create(job);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const partners = memoryPartners([aPartner(), aPartner({ code: 'ghn' })]);
  const clock = aClock(at('14:00'));
  return { jobs, clock, hash, partners, shelf: memoryEvidenceShelf(), files: memoryEvidenceFiles() };
};
const out = anAcceptedJob({ state: 'out-for-delivery' });

describe('a partner announces a photograph', () => {
  it('and is told where to send it, the same evidence for the same file', async () => {
    const ports = await officeWith(out);
    const first = await announceEvidence(ports)('vnpost', out.jobId, photo());
    expect(first).toMatchObject({ is: 'added', upload: { method: 'PUT', expiresAt: at('14:15') } });
    const again = await announceEvidence(ports)('vnpost', out.jobId, photo());
    const id = (said: typeof first) => ('evidence' in said ? said.evidence.evidenceId : said.is);
    expect([again.is, id(again)]).toEqual(['existing', id(first)]);
    expect(id(await announceEvidence(ports)('vnpost', out.jobId, photo(2)))).not.toBe(id(first));
  });

  it('for jobs of its own that it has accepted', async () => {
    const ports = await officeWith(out, aJob({}, { dossierCode: 'on-offer' }));
    expect(await announceEvidence(ports)('ghn', out.jobId, photo())).toEqual({ is: 'not-found' });
    const onOffer = aJob({}, { dossierCode: 'on-offer' }).jobId;
    expect(await announceEvidence(ports)('vnpost', onOffer, photo())).toEqual({ is: 'not-accepted' });
  });

  it('as often as a scan may name one', async () => {
    const ports = await officeWith(out);
    const said = [];
    for (let n = 1; n <= mostEvidence + 1; n += 1)
      said.push((await announceEvidence(ports)('vnpost', out.jobId, photo(n))).is);
    expect(said).toEqual([...Array<string>(mostEvidence).fill('added'), 'evidence-full']);
  });

  it('until the citizen is forgotten', async () => {
    const gone = { ...out, ...forgotten(out) };
    const ports = await officeWith(gone);
    expect(await announceEvidence(ports)('vnpost', gone.jobId, photo())).toEqual({ is: 'evidence-closed' });
  });

  it.each([
    { contentType: 'text/html' },
    { contentType: 'image/svg+xml' },
    { bytes: 0 },
    { bytes: 8 * 1024 * 1024 + 1 },
    { sha256: 'ABC' },
    { name: 'x.jpg' },
  ])('but not %j', (wrong) => {
    expect(EvidenceRequest.safeParse({ ...photo(), ...wrong }).success).toBe(false);
  });
});

describe('the evidence of a job', () => {
  it('is awaited, then there, then deleted with its citizen; its own office sees it and no other', async () => {
    const ports = await officeWith(out);
    const said = await announceEvidence(ports)('vnpost', out.jobId, photo());
    const evidence = 'evidence' in said ? said.evidence : undefined;
    const states = async () => (await listEvidence(ports)({ ward }, out.jobId))?.map(({ state }) => state);
    const link = (scope: { ward: string }) => linkToEvidence(ports)(scope, out.jobId, evidence!.evidenceId);
    expect([await states(), await link({ ward })]).toEqual([['awaited'], { is: 'not-found' }]);
    ports.files.send(evidence!);
    expect([await states(), await link({ ward })]).toEqual([
      ['uploaded'],
      { is: 'link', url: `memory://${evidence!.evidenceId}?seconds=300` },
    ]);
    expect(await listEvidence(ports)({ ward: '29926' }, out.jobId)).toBeUndefined();
    expect(await link({ ward: '29926' })).toEqual({ is: 'not-found' });
    await ports.files.remove(out.jobId);
    await ports.jobs.step({ ward }, out.jobId, {
      happened: 'delivered',
      at: at('14:05'),
      set: forgotten(out),
    });
    expect(await states()).toEqual(['deleted']);
  });
});

describe('a file that is opened', () => {
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  const opened = async (contentType: EvidenceRequest['contentType'], bytes: Uint8Array) => {
    const ports = await officeWith(out);
    const said = await announceEvidence(ports)('vnpost', out.jobId, { ...photo(), contentType });
    const evidence = 'evidence' in said ? said.evidence : undefined;
    ports.files.send(evidence!, bytes);
    return (await linkToEvidence(ports)({ ward }, out.jobId, evidence!.evidenceId)).is;
  };

  it.each([
    ['a photograph', 'image/jpeg', '\u00ff\u00d8\u00ff\u00e0JFIF'],
    ['a picture', 'image/png', '\u0089PNG\r\n\u001a\n'],
    ['a slip', 'application/pdf', '%PDF-1.7'],
  ] as const)('is shown where it is %s as it was announced', async (_what, type, text) => {
    expect(await opened(type, bytesOf(text))).toBe('link');
  });

  it.each([
    ['a page of the web', 'image/jpeg', '<html><script>'],
    ['a drawing with a script in it', 'image/png', '<svg onload='],
    ['a program', 'image/jpeg', 'MZ'],
    ['a slip under a photograph’s name', 'image/jpeg', '%PDF-1.7'],
    ['a photograph under a slip’s name', 'application/pdf', '\u00ff\u00d8\u00ff'],
    ['nothing', 'image/png', ''],
  ] as const)('is shown to nobody where it is %s', async (_what, type, text) => {
    expect(await opened(type, bytesOf(text))).toBe('evidence-not-as-announced');
  });
});

describe('a scan that names evidence', () => {
  const delivered = (evidenceIds: string[]) => aScan('delivered', at('13:50'), { evidenceIds });

  it('counts whether or not its photo is there, and says what is missing', async () => {
    const ports = await officeWith();
    await ports.jobs.create(out);
    await ports.jobs.step({ ward }, out.jobId, {
      happened: 'scanned',
      at: at('12:00'),
      reserves: { trackingNumber: 'RR123456785VN' },
    });
    const said = await announceEvidence(ports)('vnpost', out.jobId, photo());
    const { evidenceId } = 'evidence' in said ? said.evidence : { evidenceId: '' };
    const report = () => reportScans(ports)('vnpost', [delivered([evidenceId, 'ev_of-nobody'])]);
    expect(await report()).toMatchObject([
      {
        result: { outcome: 'APPLIED' },
        missingEvidence: [
          { evidenceId, because: 'not-uploaded' },
          { evidenceId: 'ev_of-nobody', because: 'unknown' },
        ],
      },
    ]);
    ports.files.send('evidence' in said ? said.evidence : (undefined as never));
    expect(await report()).toMatchObject([
      { result: { outcome: 'DUPLICATE' }, missingEvidence: [{ evidenceId: 'ev_of-nobody' }] },
    ]);
  });

  it('takes evidence of another job for unknown', async () => {
    const other = anAcceptedJob({ jobId: 'other', dossierCode: 'other', trackingNumber: 'RR000000014VN' });
    const ports = await officeWith(out, other);
    const said = await announceEvidence(ports)('vnpost', 'other', photo());
    const { evidenceId } = 'evidence' in said ? said.evidence : { evidenceId: '' };
    const scan = { ...delivered([evidenceId]), jobId: out.jobId };
    expect(await reportScans(ports)('vnpost', [scan])).toMatchObject([
      { result: { outcome: 'APPLIED' }, missingEvidence: [{ because: 'unknown' }] },
    ]);
  });
});
