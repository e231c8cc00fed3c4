import { createHash, createHmac } from 'node:crypto';

/** A request to the emulated S3, as its server has read it. */
export type S3Request = {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
};
type Refusal = { status: number; code: string };

const sha256 = (data: string | Buffer) => createHash('sha256').update(data);
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The signature that a presigned request should have, from what was really sent (AWS Signature Version 4, query form).
 */
const signatureOf = ({ method, url, headers }: S3Request, secret: string): string => {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const [, date = '', region = '', service = ''] = searchParams.get('X-Amz-Credential')?.split('/') ?? [];
  const names = searchParams.get('X-Amz-SignedHeaders') ?? '';
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');
  const sent = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const request = [method, pathname, query, sent.join(''), names, 'UNSIGNED-PAYLOAD'].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', searchParams.get('X-Amz-Date'), scope, sha256(request).digest('hex')];
  const key = [date, region, service, 'aws4_request'].reduce(
    (last: string | Buffer, part) => hmac(last, part),
    `AWS4${secret}`,
  );
  return hmac(key, text.join('\n')).toString('hex');
};

/**
 * What S3 refuses of a presigned upload and the emulator would take: headers that are not those that were signed, and
 * content that is not that of its checksum. Whether the address has expired is not looked at.
 */
export const s3Refusal = (request: S3Request, secret: string): Refusal | undefined => {
  const given = new URL(request.url, 'http://127.0.0.1').searchParams.get('X-Amz-Signature');
  if (request.method !== 'PUT' || given === null) return undefined;
  if (given !== signatureOf(request, secret)) return { status: 403, code: 'SignatureDoesNotMatch' };
  const checksum = request.headers['x-amz-checksum-sha256'];
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return checksum !== undefined && checksum !== sha256(body).digest('base64')
    ? { status: 400, code: 'BadDigest' }
    : undefined;
};
