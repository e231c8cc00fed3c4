import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type PhoneCheck, type PhoneChecks, phoneCheckPrivacy } from '../../../domain/lookup/phone-check.ts';
import { at, addDays } from '../../../domain/values/day.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { putIf } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { phoneCheckKey } from './lookup-keys.ts';

/** Phones on their way to be confirmed, sealed, under a keyed hash of their dossier. */
export const dynamoPhoneChecks = (client: DynamoDBClient, tableName: string, vault: Vault): PhoneChecks => {
  const keyOf = ({ ward, code }: Parameters<PhoneChecks['of']>[0]): Key =>
    phoneCheckKey(vault.hash(`phone check ${ward} ${code}`));
  return {
    of: async (whose) => {
      const key = keyOf(whose);
      const [item] = await readAll(client, tableName, [key]);
      if (item === undefined) return undefined;
      const { open, sealed } = fromItem(item) as { open: Record<string, unknown>; sealed?: string };
      return openTogether({ open, sealed }, vault, placeOf(key)) as PhoneCheck;
    },

    move: async (whose, before, after) => {
      const key = keyOf(whose);
      const came = await putIf(client, tableName, {
        item: {
          ...key,
          kind: 'phone-check',
          print: after.print,
          tries: after.tries,
          ...sealTogether(after, phoneCheckPrivacy, vault, placeOf(key)),
          expiresAt: expiresAt('pace', at(addDays(after.on, 1), '00:00')),
        },
        condition: before === undefined ? 'attribute_not_exists(#pk)' : '#print = :print AND #tries = :tries',
        values: { print: before?.print, tries: before?.tries },
      });
      return 'done' in came ? 'moved' : 'conflict';
    },
  };
};
