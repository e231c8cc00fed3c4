import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type FormName,
  type Sending,
  type Session,
  sessionPrivacy,
  type Sessions,
} from '../../../domain/people/session.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { putAsRead, putIf } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { formKey, sessionKey } from './people-keys.ts';

type Kept = Key & { open: Record<string, unknown>; sealed?: string };

const sessionIn = (item: Item, vault: Vault): Session => {
  const { pk, sk, open, sealed } = fromItem(item) as Kept;
  return openTogether({ open, sealed }, vault, placeOf({ pk, sk })) as Session;
};

/** The open part decides who was faster; what was typed is written with it. */
const openPart = (session: Session): object => {
  const { draft: _typed, ...open } = session;
  return open;
};

/** A form that was sent: with `until` while it is under way, without it when it came to its end. */
const formItem = ({ session, form }: FormName, sending: Partial<Sending>, now: Instant) => ({
  ...formKey(session, form),
  kind: 'form',
  ...sending,
  expiresAt: expiresAt('session', now),
});

/** Sessions in the table, what was typed sealed. */
export const dynamoSessions = (client: DynamoDBClient, tableName: string, vault: Vault): Sessions => ({
  find: async (id) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(sessionKey(id)), ConsistentRead: true }),
    );
    return Item && sessionIn(Item, vault);
  },

  save: async (session, before) => {
    const key = sessionKey(session.id);
    return putAsRead(client, tableName, {
      item: {
        ...key,
        kind: 'session',
        expiresAt: expiresAt('session', session.seenAt),
        ...sealTogether(session, sessionPrivacy, vault, placeOf(key)),
      },
      condition: before ? '#open = :before' : 'attribute_not_exists(#pk)',
      values: { before: before && openPart(before) },
      value: session,
      read: (item) => sessionIn(item, vault),
    });
  },

  takeForm: async (name, sending, now) => {
    const put = await putIf(client, tableName, {
      item: formItem(name, sending, now),
      condition: 'attribute_not_exists(#pk) OR #until <= :now',
      values: { now },
    });
    if ('done' in put) return 'taken';
    const stood = put.by && (fromItem(put.by) as Partial<Sending>);
    // Our own write whose answer was lost, met by its repeat.
    if (stood?.by === sending.by) return 'taken';
    return stood?.until === undefined ? 'sent' : 'under-way';
  },

  leaveForm: async (name, { by }, came, now) => {
    // Whose time was over while another took the form gives nothing back; that it came to its end is true all the same.
    await (came === 'done'
      ? client.send(new PutItemCommand({ TableName: tableName, Item: toItem(formItem(name, { by }, now)) }))
      : putIf(client, tableName, {
          item: formItem(name, { by, until: now }, now),
          condition: '#by = :by',
          values: { by },
        }));
  },
});
