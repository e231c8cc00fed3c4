import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Decision } from '../../../domain/decision/decision.ts';
import { mayLeaveWork } from '../../../domain/dossier/event/leaves-work.ts';
import { outcomeOf } from '../../../domain/decision/outcome.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { putBundle } from '../dossier/bundles.ts';
import { dossierItem } from '../dossier/dossier-item.ts';
import { expressions } from '../expressions.ts';
import { toItem } from '../item.ts';
import { deskPartition, eventKey } from '../keys.ts';
import { letterPieces } from '../letter/letter-pieces.ts';
import { notificationItem } from '../notification/notification-item.ts';
import { jobItem } from '../post/job/job-item.ts';
import { putPhoneCard } from '../notification/phone-cards.ts';
import { putVersion } from '../versioned.ts';
import type { DossierDecision } from '../../../domain/decision/dossiers.ts';

/** What one TransactWriteItems takes, in actions (DynamoDB's limit). */
export const actionsAtOnce = 100;

/** Bundle and phone card. */
const besideAtMost = 2;

/** The writes of one dossier that stand or fall together; the dossier itself is the first of them. */
export type DecisionPiece = TransactWriteItem[];

/**
 * The writes of one dossier's decisions: almost always one piece. Only more decisions than a transaction can hold
 * are cut, between two of them, each piece with the dossier as its last decision left it and the next version: if
 * a later piece loses, what came before it is decided and stays so.
 */
export const piecesOf = (
  { before, decisions, decidedAt, bundle, phone }: DossierDecision,
  tableName: string,
  vault: Vault,
): DecisionPiece[] => {
  const put = (version: number, { dossier }: Decision): TransactWriteItem =>
    putVersion(tableName, dossierItem(dossier, decidedAt, vault), version);

  /** The first outcome of an event stays: a later look at it has nothing to add. */
  const mark = (decision: Decision): TransactWriteItem => {
    const outcome = outcomeOf(decision, decidedAt);
    const { dossier, warned = false } = decision;
    const isWork = mayLeaveWork({ outcome, warned, codeFits: dossier.codeFits });
    return {
      Update: {
        TableName: tableName,
        Key: toItem(eventKey(dossier.ward, decision.eventId)),
        ...expressions(
          {
            UpdateExpression: isWork
              ? 'SET #outcome = if_not_exists(#outcome, :outcome), #duePk = :list, #dueSk = :decidedAt REMOVE #stuck'
              : 'SET #outcome = if_not_exists(#outcome, :outcome) REMOVE #duePk, #dueSk, #stuck',
            ConditionExpression: 'attribute_exists(#pk)',
          },
          {
            outcome,
            ...(isWork && { list: deskPartition(dossier.ward, 'dossiers'), decidedAt }),
          },
        ),
      },
    };
  };

  const owe = ({ notifications, letters }: Decision): TransactWriteItem[] => [
    ...notifications.map((notification) => ({
      Put: {
        TableName: tableName,
        Item: notificationItem(notification, vault),
        ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
      },
    })),
    ...(letters ? letterPieces(letters, decidedAt, tableName, vault) : []),
  ];

  const dispatch = ({ dispatch: job }: Decision): TransactWriteItem[] =>
    job === undefined
      ? []
      : [
          {
            Put: {
              TableName: tableName,
              Item: jobItem(job, vault),
              ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
        ];

  const groups: { last: Decision; events: Set<string>; writes: TransactWriteItem[] }[] = [];
  for (const decision of decisions) {
    const open = groups.at(-1);
    const repeated = open?.events.has(decision.eventId) === true;
    const writes = [...(repeated ? [] : [mark(decision)]), ...owe(decision), ...dispatch(decision)];
    if (open === undefined || open.writes.length + writes.length + besideAtMost >= actionsAtOnce) {
      groups.push({ last: decision, events: new Set([decision.eventId]), writes });
      continue;
    }
    open.last = decision;
    open.events.add(decision.eventId);
    open.writes.push(...writes);
  }
  const beside = [
    ...(bundle ? [putBundle(tableName, bundle, decidedAt)] : []),
    ...(phone ? [putPhoneCard(tableName, phone, decidedAt, vault)] : []),
  ];
  return groups.map(({ last, writes }, index) => [
    put(before + index, last),
    ...(index === groups.length - 1 ? beside : []),
    ...writes,
  ]);
};
