import { GetObjectCommand, paginateListObjectsV2, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Erasure } from '../../domain/rights/erasure.ts';

const folder = 'erased/';

/** Who was erased, by keyed hashes, in the bucket of documents: beside the table, so that it outlives one that is brought back. */
export const s3Erasures = (client: S3Client, bucket: string) => ({
  keep: async (erasure: Erasure): Promise<void> => {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: `${folder}${erasure.at}-${erasure.id}.json`,
        Body: JSON.stringify(erasure),
        ContentType: 'application/json',
      }),
    );
  },
  /** All of them, the oldest first. */
  all: async (): Promise<Erasure[]> => {
    const found: Erasure[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: folder },
    ))
      for (const { Key } of Contents) {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
        found.push(Erasure.parse(JSON.parse(await Body!.transformToString())));
      }
    return found;
  },
});
