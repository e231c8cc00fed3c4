import type { Command } from 'commander';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoDataKeys } from '../../../shared/adapters/dynamodb/data-keys.ts';
import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoArrangements } from '../../../shared/adapters/dynamodb/post/arrangements.ts';
import { openVault } from '../../../shared/adapters/kms/vault.ts';
import { jobByHand } from '../../../shared/domain/post/job/job-by-hand.ts';
import { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { WardPost } from '../../../shared/domain/post/partner/ward-post.ts';
import { JobRequest } from '../../../shared/domain/post/partner/ward-requests.ts';
import { createJob } from '../../../shared/flows/post/office/create-job.ts';
import { clockOf, localRun } from '../api-client/running.ts';
import { openStore } from '../api-client/store.ts';
import { samplePartner, samplePost } from '../commands/demo/sample-office.ts';

const address = (provinceCode: string, communeCode: string, line1: string) => ({
  provinceCode,
  communeCode,
  catalogueVersion: placesSample.version,
  line1,
});

/** An office that exists in sandboxes only, under a code that no commune has, so that its cash is in no ward's books. */
const sandboxOffice = '99998';

const agreed = samplePost(sandboxOffice);
const sandboxWard = WardPost.parse({
  ...agreed,
  pickup: {
    name: 'UBND phường Thử Nghiệm',
    phone: '02543000000',
    address: address('79', '26506', 'Sandbox'),
  },
  fee: { ...agreed.fee, tariffVersion: 'sandbox' },
});

/** Puts jobs on offer to a partner in a local run, for invented citizens without a phone. */
export const fillSandbox = async (command: Command, partner: string, count: number): Promise<string[]> => {
  const { dynamodb, tableName } = openStore(command);
  const run = localRun(command.optsWithGlobals<{ url?: string }>().url ?? process.env['BAO_TIN_URL']);
  const keyArn = run?.environment['DATA_KEY_ARN'];
  if (!run || !keyArn) throw new Error('A sandbox is filled on a local run only.');
  const now = clockOf(run);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const kms = new KMSClient({ endpoint: run.endpoints['kms']!, region: run.region, credentials });
  const vault = await openVault(kms, keyArn, dynamoDataKeys(dynamodb, tableName));
  const post = openPost(dynamodb, tableName, vault, now);
  const { savePartner } = dynamoArrangements(dynamodb, tableName, now);
  const { codes, pool } = samplePartner;
  if (!(await post.partners.find(partner)))
    await savePartner(PostalPartner.parse({ code: partner, name: partner, codes, pool }));
  const made: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const asked = JobRequest.parse({
      dossierCode: `SANDBOX-${Date.now()}-${String(n).padStart(4, '0')}`,
      partner,
      citizen: { name: `Người thử ${n}`, phone: '0000000000', address: address('82', '29926', `Số ${n}`) },
    });
    const wanted = jobByHand(asked, sandboxWard, now());
    const { job } = await createJob({ ...post, places: await post.places() })(wanted);
    made.push(job.jobId);
  }
  return made;
};
