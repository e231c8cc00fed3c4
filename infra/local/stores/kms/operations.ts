import { constants, createPublicKey, privateEncrypt, randomBytes, sign } from 'node:crypto';
import * as z from 'zod';
import { keyIdOf, seal, unseal } from './envelope.ts';
import type { Keys } from './keys.ts';

/** What KMS answers: a body, or the name of its exception. */
export type Answer = { body: object } | { exception: string; message: string };

const refuse = (exception: string, message: string): Answer => ({ exception, message });

const bytes = (least: number, most: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(({ length }) => length >= least && length <= most, `must hold ${least} to ${most} bytes`);

const base64 = (blob: Uint8Array): string => Buffer.from(blob).toString('base64');

/** An id, an alias or the ARN of either, as the name of one key; it has to fit into one byte of length. */
const KeyId = z
  .string()
  .regex(/^(?:arn:aws:kms:[^:]*:\d*:)?(?:key\/|alias\/)?[\w/-]{1,200}$/)
  .transform((name) => name.replace(/^arn:aws:kms:[^:]*:\d*:/, '').replace(/^key\//, ''));
const EncryptionContext = z.record(z.string(), z.string()).default({});
const arnOf = (id: string): string =>
  `arn:aws:kms:ap-southeast-1:000000000000:${id.startsWith('alias/') ? id : `key/${id}`}`;

const symmetric = { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
const algorithm = 'RSASSA_PKCS1_V1_5_SHA_256';
/** DER prefix of a SHA-256 DigestInfo (RFC 8017, section 9.2, note 1). */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

type Operation = (keys: Keys, json: unknown) => Promise<Answer>;

const operation =
  <Schema extends z.ZodType>(
    schema: Schema,
    handle: (keys: Keys, request: z.infer<Schema>) => Promise<Answer>,
  ): Operation =>
  async (keys, json) => {
    const request = schema.safeParse(json);
    if (!request.success) return refuse('ValidationException', z.prettifyError(request.error));
    return handle(keys, request.data);
  };

const operations = new Map<string, Operation>();

operations.set(
  'Encrypt',
  operation(
    z.object({ KeyId, Plaintext: bytes(1, 4096), EncryptionContext }),
    async (keys, { KeyId: id, Plaintext, EncryptionContext: context }) => {
      const blob = seal(id, await keys.use(id, '.key'), Plaintext, context);
      return { body: { CiphertextBlob: base64(blob), KeyId: arnOf(id), ...symmetric } };
    },
  ),
);

operations.set(
  'Decrypt',
  operation(
    z.object({ KeyId: KeyId.optional(), CiphertextBlob: bytes(1, 6144), EncryptionContext }),
    async (keys, { KeyId: asked, CiphertextBlob, EncryptionContext: context }) => {
      const id = keyIdOf(CiphertextBlob);
      const key = id === undefined ? undefined : await keys.find(id, '.key');
      if (id === undefined || key === undefined)
        return refuse('InvalidCiphertextException', 'The ciphertext names no key that is known here.');
      if (asked !== undefined && asked !== id)
        return refuse('IncorrectKeyException', 'The ciphertext was made with another key.');
      const plaintext = unseal(key, CiphertextBlob, context);
      if (plaintext === undefined)
        return refuse('InvalidCiphertextException', 'The ciphertext or its encryption context was changed.');
      return { body: { KeyId: arnOf(id), Plaintext: base64(plaintext), ...symmetric } };
    },
  ),
);

const DataKeyRequest = z
  .object({
    KeyId,
    KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
    NumberOfBytes: z.int().min(1).max(1024).optional(),
    EncryptionContext,
  })
  .refine(({ KeySpec, NumberOfBytes }) => (KeySpec === undefined) !== (NumberOfBytes === undefined), {
    error: 'needs either KeySpec or NumberOfBytes',
  });

const dataKey =
  ({ shown }: { shown: boolean }) =>
  async (
    keys: Keys,
    { KeyId: id, KeySpec, NumberOfBytes, EncryptionContext: context }: z.infer<typeof DataKeyRequest>,
  ): Promise<Answer> => {
    const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32));
    const blob = seal(id, await keys.use(id, '.key'), plaintext, context);
    const wrapped = { CiphertextBlob: base64(blob), KeyId: arnOf(id) };
    return { body: shown ? { ...wrapped, Plaintext: base64(plaintext) } : wrapped };
  };

operations.set('GenerateDataKey', operation(DataKeyRequest, dataKey({ shown: true })));
operations.set('GenerateDataKeyWithoutPlaintext', operation(DataKeyRequest, dataKey({ shown: false })));

operations.set(
  'GetPublicKey',
  operation(z.object({ KeyId }), async (keys, { KeyId: id }) => {
    const key = createPublicKey(await keys.use(id, '.pem')).export({ type: 'spki', format: 'der' });
    const uses = { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', SigningAlgorithms: [algorithm] };
    return { body: { KeyId: arnOf(id), PublicKey: base64(key), ...uses } };
  }),
);

operations.set(
  'Sign',
  operation(
    z.object({
      KeyId,
      Message: bytes(1, 4096),
      MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
      SigningAlgorithm: z.literal(algorithm),
    }),
    async (keys, { KeyId: id, Message, MessageType }) => {
      if (MessageType === 'DIGEST' && Message.length !== 32)
        return refuse('ValidationException', 'A SHA-256 digest has 32 bytes.');
      const key = await keys.use(id, '.pem');
      const padding = constants.RSA_PKCS1_PADDING;
      const signature =
        MessageType === 'RAW'
          ? sign('sha256', Message, key)
          : privateEncrypt({ key, padding }, Buffer.concat([digestInfo, Message]));
      return { body: { KeyId: arnOf(id), Signature: base64(signature), SigningAlgorithm: algorithm } };
    },
  ),
);

/** Runs one operation, called by its KMS name, on a request as it came over the wire. */
export const answerKms: (keys: Keys, name: string, json: unknown) => Promise<Answer> = async (
  keys,
  name,
  json,
) => operations.get(name)?.(keys, json) ?? refuse('UnknownOperationException', `${name} is not done here.`);
