import { createHash } from 'node:crypto';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { extname } from 'node:path';
import * as z from 'zod';
import type { PostClient } from './post-client.ts';

const Announced = z.object({
  evidenceId: z.string(),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
export type Announced = z.infer<typeof Announced>;

const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

/** Says which file is about to come and learns where it goes. */
export const announce = async (
  client: Pick<PostClient, 'ask'>,
  jobId: string,
  file: Buffer,
  contentType: string,
): Promise<Announced> => {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const path = `/dispatch-jobs/${encodeURIComponent(jobId)}/evidence`;
  const { status, body, text } = await client.ask('POST', path, { sha256, contentType, bytes: file.length });
  if (status !== 201) throw new Error(`${status}: ${text}`);
  return Announced.parse(body);
};

/** Sends the file with exactly the headers that were announced; the status that the store answers. */
export const upload = ({ upload: { url, headers } }: Announced, file: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? secure : plain;
    const sent = request(url, { method: 'PUT', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end(file);
  });

/** Announces a file of a job and sends it; its id is what a tracking event names. */
export const sendEvidence = async (
  client: Pick<PostClient, 'ask'>,
  jobId: string,
  name: string,
  file: Buffer,
): Promise<string> => {
  const contentType = types[extname(name).toLowerCase()];
  if (contentType === undefined) throw new Error(`${name}: evidence is ${Object.keys(types).join(', ')}`);
  const announced = await announce(client, jobId, file, contentType);
  const status = await upload(announced, file);
  if (status !== 200) throw new Error(`${name} was refused with ${status}`);
  return announced.evidenceId;
};
