import { partition } from '../../place.ts';
import type { Ask } from '../../iam/statement.ts';
import type { AsksOf } from './asks.ts';

const bucketArn = (bucket: string): string => `arn:${partition}:s3:::${bucket}`;

const ofFile: Record<string, string> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

/** S3 with the bucket in the path: files by their keys, and the list of a bucket's files by its prefix. */
export const s3Asks: AsksOf = ({ method, url, headers }) => {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const [bucket = '', ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
  const key = rest.join('/');
  if (bucket === '') return undefined;
  if (key === '') {
    const lists = method === 'GET' && searchParams.has('list-type');
    if (!lists && method !== 'HEAD') return undefined;
    const prefix = searchParams.get('prefix');
    const context: Ask['context'] = prefix === null ? {} : { 's3:prefix': prefix };
    return [{ action: 's3:ListBucket', resource: bucketArn(bucket), context }];
  }
  const action = ofFile[method];
  const subresource = ['acl', 'tagging', 'uploads', 'uploadId', 'versionId', 'retention', 'legal-hold'];
  if (action === undefined || subresource.some((name) => searchParams.has(name))) return undefined;
  const asks: Ask[] = [{ action, resource: `${bucketArn(bucket)}/${key}`, context: {} }];
  const source = headers['x-amz-copy-source'];
  if (source !== undefined)
    asks.push({
      action: 's3:GetObject',
      resource: bucketArn(decodeURIComponent(source).replace(/^\//, '')),
      context: {},
    });
  return asks;
};
