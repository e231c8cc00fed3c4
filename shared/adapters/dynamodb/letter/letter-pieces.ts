import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { LettersDecided } from '../../../domain/letter/occasion/decided.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { toItem } from '../item.ts';
import { calendarKey, letterKey, lettersLookup, personKey } from '../keys.ts';
import { letterItem, sealedReason } from './letter-item.ts';
import { sealedTraces } from '../dossier/traces.ts';
import { putVersion } from '../versioned.ts';

/**
 * The writes that a decision means for letters. Each is conditioned on what the decision has seen, since two dossiers
 * can tell of the same person at the same moment: the one that comes second decides again.
 */
export const letterPieces = (
  { ward, drafts, rewritten = [], takenBack, remembered }: LettersDecided,
  decidedAt: Instant,
  tableName: string,
  vault: Vault,
): TransactWriteItem[] => [
  ...drafts.map((letter) => ({
    Put: {
      TableName: tableName,
      Item: letterItem(letter, vault),
      ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
    },
  })),
  ...drafts.flatMap(({ calendar, id }) =>
    calendar === undefined
      ? []
      : [
          {
            Put: {
              TableName: tableName,
              Item: toItem({
                ...calendarKey(vault.hash(calendar)),
                kind: 'calendar',
                ward,
                id,
                expiresAt: expiresAt('calendar', decidedAt),
              }),
            },
          },
        ],
  ),
  ...rewritten.map(({ letter, from, version }) => ({
    // Every attribute of the item follows from the letter, so what it had before is replaced whole.
    Put: {
      TableName: tableName,
      Item: letterItem(letter, vault),
      ...expressions({ ConditionExpression: '#state = :from AND #version = :version' }, { from, version }),
    },
  })),
  ...takenBack.map(({ id, from, to, reason, closes }) => ({
    Update: {
      TableName: tableName,
      Key: toItem(letterKey({ ward, id })),
      ...expressions(
        {
          UpdateExpression: `SET #state = :to, #since = :since, #reason = :reason, #lookupPk = :lookupPk${closes ? ', #calendarClosed = :yes' : ''}${to === 'held' ? '' : ' REMOVE #duePk, #dueSk'}`,
          ConditionExpression: '#state = :from',
        },
        {
          from,
          to,
          since: decidedAt,
          reason: sealedReason({ ward, id }, reason, vault),
          lookupPk: lettersLookup(ward, to),
          ...(closes && { yes: true }),
        },
      ),
    },
  })),
  ...remembered.map(({ person, traces, before }) =>
    putVersion(
      tableName,
      {
        ...personKey({ ward, person }),
        kind: 'person',
        traces: sealedTraces({ ward, person }, traces, vault),
        expiresAt: expiresAt('person', decidedAt),
      },
      before,
    ),
  ),
];

/** Whether this write is about a letter or a person, and so may have been overtaken by another dossier's decision. */
export const isAboutLetters = ({ Put, Update }: TransactWriteItem): boolean => {
  const key = Put?.Item?.['pk']?.S ?? Update?.Key?.['pk']?.S ?? '';
  return key.startsWith('LETTER#') || key.startsWith('PERSON#');
};
