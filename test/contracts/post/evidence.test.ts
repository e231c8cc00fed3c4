import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createBuckets,
  openQueuesAndBuckets,
  type QueuesAndBuckets,
} from '../../../infra/local/queues/emulated-queues.ts';
import { dynamoEvidenceShelf } from '../../../shared/adapters/dynamodb/post/job/evidence.ts';
import { s3Evidence } from '../../../shared/adapters/s3/evidence.ts';
import type { Evidence } from '../../../shared/domain/post/evidence/evidence.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { at } from '../../support/builders/post.ts';
import { keepsEvidence } from './evidence.contract.ts';

keepsEvidence('DynamoDB', async () => {
  const client = emulatedDynamoDB();
  return dynamoEvidenceShelf(client, await aTable(client));
});

let store: QueuesAndBuckets;
let files: ReturnType<typeof s3Evidence>;
beforeAll(async () => {
  store = await openQueuesAndBuckets(undefined);
  await createBuckets(store.url, ['documents']);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({
    endpoint: store.url,
    region: 'ap-southeast-1',
    credentials,
    forcePathStyle: true,
  });
  files = s3Evidence(client, 'documents', aVault);
});
afterAll(() => store?.close());

const photo = randomBytes(2000);
const announced = (difference: Partial<Evidence> = {}): Evidence => ({
  evidenceId: `ev_${randomUUID()}`,
  jobId: '26506_H29.26-260302-0001_r1_to-citizen_j1',
  sha256: createHash('sha256').update(photo).digest('hex'),
  contentType: 'image/jpeg',
  bytes: photo.length,
  at: at('14:00'),
  ...difference,
});

/** Sends a file as a partner's program does; the headers are exactly these. */
const send = (url: string, headers: Record<string, string>, body: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PUT', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', reject);
    sent.end(body);
  });

describe('an upload', () => {
  it('binds the length, the type and the hash into its signature', async () => {
    const { url, headers } = await files.upload(announced(), 900);
    const signed = new URL(url).searchParams.get('X-Amz-SignedHeaders');
    expect(signed).toBe('content-length;content-type;host;x-amz-checksum-sha256');
    expect(headers['x-amz-checksum-sha256']).toBe(createHash('sha256').update(photo).digest('base64'));
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
  });

  it('takes the file that was announced, and the same again', async () => {
    const evidence = announced();
    const { url, headers } = await files.upload(evidence, 900);
    expect(await send(url, headers, photo)).toBe(200);
    expect(await send(url, headers, photo)).toBe(200);
    expect(await files.uploaded(evidence.jobId)).toContain(evidence.evidenceId);
    const seen = await fetch(await files.link(evidence, 300));
    expect(Buffer.from(await seen.arrayBuffer()).equals(photo)).toBe(true);
    expect(seen.headers.get('content-type')).toBe('image/jpeg');
  });

  it.each([
    ['another content of the same length', {}, randomBytes(2000), 400],
    ['another length', { 'content-length': '1999' }, photo.subarray(1), 403],
    ['another type', { 'content-type': 'text/html' }, photo, 403],
    ['no type', { 'content-type': undefined }, photo, 403],
    [
      'another hash than the one announced',
      { 'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' },
      photo,
      403,
    ],
    ['no hash', { 'x-amz-checksum-sha256': undefined }, photo, 403],
  ])('refuses %s', async (_what, changed, body, status) => {
    const evidence = announced();
    const { url, headers } = await files.upload(evidence, 900);
    const sent = Object.entries({ ...headers, ...changed }).filter(([, value]) => value !== undefined);
    expect(await send(url, Object.fromEntries(sent) as Record<string, string>, body)).toBe(status);
    expect(await files.uploaded(evidence.jobId)).not.toContain(evidence.evidenceId);
  });

  it('names no citizen and no dossier in its address', async () => {
    const { url } = await files.upload(announced(), 900);
    expect(url).not.toMatch(/H29|260302|26506/);
  });

  it('goes with its job, and with no other', async () => {
    const [gone, kept] = [announced({ jobId: 'a' }), announced({ jobId: 'b' })];
    for (const evidence of [gone, kept]) {
      const { url, headers } = await files.upload(evidence, 900);
      await send(url, headers, photo);
    }
    await files.remove('a');
    await files.remove('a');
    expect([[...(await files.uploaded('a'))], [...(await files.uploaded('b'))]]).toEqual([
      [],
      [kept.evidenceId],
    ]);
  });
});
