import { account, arn } from '../../place.ts';
import type { Ask } from '../../iam/statement.ts';
import { keyIdOf } from '../../stores/kms/envelope.ts';
import { operationOf, type AsksOf } from './asks.ts';

type Call = { KeyId?: string; CiphertextBlob?: string; EncryptionContext?: Record<string, string> };

const keyArn = (named: string): string =>
  named.startsWith('arn:') ? named : arn('kms', named.startsWith('alias/') ? named : `key/${named}`);

/** The key that is named, or the one that a cipher text names; with the pairs that encryption is bound to. */
export const kmsAsks: AsksOf = (request) => {
  const {
    KeyId,
    CiphertextBlob,
    EncryptionContext: bound = {},
  } = JSON.parse(request.body.toString('utf8')) as Call;
  const key = KeyId ?? keyIdOf(Buffer.from(CiphertextBlob ?? '', 'base64'));
  if (key === undefined) return undefined;
  const pairs = Object.entries(bound).map(([name, value]) => [
    `kms:encryptioncontext:${name.toLowerCase()}`,
    value,
  ]);
  const ask: Ask = {
    action: `kms:${operationOf(request)}`,
    resource: keyArn(key),
    context: {
      'kms:calleraccount': account,
      ...(pairs.length > 0 && { 'kms:encryptioncontextkeys': Object.keys(bound) }),
      ...Object.fromEntries(pairs),
    },
  };
  return [ask];
};
