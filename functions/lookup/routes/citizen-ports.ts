import { randomInt } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoDossiers } from '../../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { letterStores } from '../../../shared/adapters/dynamodb/letter/letter-stores.ts';
import { dynamoPaces } from '../../../shared/adapters/dynamodb/lookup/paces.ts';
import { dynamoPhoneChecks } from '../../../shared/adapters/dynamodb/lookup/phone-checks.ts';
import { dynamoRatings } from '../../../shared/adapters/dynamodb/lookup/ratings.ts';
import { dynamoNotifications } from '../../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoConsents } from '../../../shared/adapters/dynamodb/office/consents.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../../shared/adapters/lambda/env.ts';
import { newWord } from '../../../shared/adapters/lambda/new-word.ts';
import { openStores } from '../../../shared/adapters/open-stores.ts';
import { sqsPageWishes } from '../../../shared/adapters/sqs/page-wishes.ts';
import { openCitizens } from '../../../shared/flows/lookup/open-citizens.ts';

/** Everything that the pages for citizens read and do, opened once. */
export const openCitizenPorts = async () => {
  const env = readEnv({ PUBLIC_URL: given, INBOUND_QUEUE_URL: given });
  const { dynamodb, tableName, vault } = await openStores();
  return openCitizens({
    ...dynamoChoices(dynamodb, tableName, now),
    wardLetters: letterStores(dynamodb, tableName, vault, now).wardLetters,
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    consents: dynamoConsents(dynamodb, tableName, vault),
    paces: dynamoPaces(dynamodb, tableName),
    checks: dynamoPhoneChecks(dynamodb, tableName, vault),
    ratings: dynamoRatings(dynamodb, tableName, vault),
    wishes: sqsPageWishes(new SQSClient(), env.INBOUND_QUEUE_URL),
    vault,
    newId: newWord,
    randomDigits: () => String(randomInt(1_000_000)).padStart(6, '0'),
    publicUrl: env.PUBLIC_URL,
    clock: now,
  });
};
