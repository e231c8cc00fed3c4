import type { Request } from './requests.ts';

/** What a signature says about who signs and for which service; the signature itself is not checked here. */
export type Credential = { accessKeyId: string; service: string };

const inQuery = (url: string): string | undefined =>
  url.includes('X-Amz-Credential=')
    ? (new URL(url, 'http://127.0.0.1').searchParams.get('X-Amz-Credential') ?? undefined)
    : undefined;

/** The credential of AWS Signature Version 4, from the header or from a presigned address. */
export const credentialOf = ({ headers, url }: Pick<Request, 'headers' | 'url'>): Credential | undefined => {
  const written =
    /^AWS4-HMAC-SHA256 .*?Credential=([^,\s]+)/.exec(headers['authorization'] ?? '')?.[1] ?? inQuery(url);
  const [accessKeyId, , , service, end] = written?.split('/') ?? [];
  return accessKeyId && service && end === 'aws4_request' ? { accessKeyId, service } : undefined;
};
