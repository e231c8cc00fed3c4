import type { Request } from '../../http/http.ts';

/** A file that came with a form, and the request as a form without it. */
export type Uploaded = { request: Request; file?: { name: string; bytes: Uint8Array } };

/** What one request may bring beside its form: Lambda takes 6 MB, a third of it is how bytes are written there. */
export const largestUpload = 4 * 1024 * 1024;

/** Reads `multipart/form-data`: the first file, and the other fields as a plain form has them. */
export const uploadedIn = async (request: Request): Promise<Uploaded> => {
  const { event } = request;
  const type = event.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { request };
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'latin1');
  const fields = new URLSearchParams();
  let file: Uploaded['file'];
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form)
      if (typeof value === 'string') fields.append(name, value);
      else if (value.size > 0)
        file ??= { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  } catch {
    return { request };
  }
  const headers = { ...event.headers, 'content-type': 'application/x-www-form-urlencoded' };
  const plain = { ...event, headers, body: fields.toString(), isBase64Encoded: false };
  return { request: { ...request, event: plain }, ...(file && { file }) };
};
