import { SQSClient } from '@aws-sdk/client-sqs';
import type { Dossier } from '../domain/dossier/dossier.ts';
import { printedReceiptCode } from '../domain/dossier/receipt/opened-by.ts';
import { inGroups, receiptCodeOf } from '../domain/dossier/receipt/receipt-code.ts';
import { lookupAt, passFor } from '../domain/lookup/pass.ts';
import { calendarAt } from '../domain/letter/api/calendar-link.ts';
import type { Clock } from '../domain/values/instant.ts';
import { decisionStores } from './dynamodb/decision/decision-stores.ts';
import { letterStores } from './dynamodb/letter/letter-stores.ts';
import { dynamoChoices } from './dynamodb/office/choices.ts';
import { openPost } from './dynamodb/post/open-post.ts';
import { given, readEnv } from './lambda/env.ts';
import { platformMost } from './lambda/most.ts';
import { openStores } from './open-stores.ts';
import { sqsDoorbell } from './sqs/doorbell.ts';

/** Everything that deciding on status events needs, opened once; `deciding` are the ports of it. */
export const openDecisions = async (clock: Clock) => {
  const env = readEnv({ SMS_QUEUE_URL: given, LETTER_QUEUE_URL: given, PUBLIC_URL: given });
  const sqs = new SQSClient();
  const { dynamodb, tableName, vault } = await openStores();
  const stores = decisionStores(dynamodb, tableName, vault);
  const choices = dynamoChoices(dynamodb, tableName, clock, { most: platformMost() });
  const letters = letterStores(dynamodb, tableName, vault, clock);
  const post = openPost(dynamodb, tableName, vault, clock);
  const receiptCodes = receiptCodeOf((text) => vault.hash(text));
  const doorbell = sqsDoorbell(sqs, env.SMS_QUEUE_URL);
  const letterbell = sqsDoorbell(sqs, env.LETTER_QUEUE_URL);
  const deciding = {
    ...stores,
    ...choices,
    doorbell,
    clock,
    post,
    letters: {
      ...letters,
      vault,
      calendarUrl: calendarAt(env.PUBLIC_URL),
      lookup: (dossier: Dossier) => ({
        url: lookupAt(env.PUBLIC_URL)(passFor(vault, dossier)),
        receipt: inGroups(printedReceiptCode(dossier, receiptCodes)),
      }),
      doorbell: letterbell,
    },
  };
  return {
    dynamodb,
    tableName,
    vault,
    stores,
    choices,
    letters,
    post,
    doorbell,
    letterbell,
    deciding,
    receiptCodes,
  };
};
export type Decisions = Awaited<ReturnType<typeof openDecisions>>;
