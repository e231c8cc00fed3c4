// Answers what citizens asked about their own data: shows all that is kept, or erases it. Nobody can call it; the clock does.
import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoAudit } from '../../shared/adapters/dynamodb/people/audit.ts';
import { dynamoPersonRequests } from '../../shared/adapters/dynamodb/rights/person-requests.ts';
import { dynamoPersons } from '../../shared/adapters/dynamodb/rights/persons.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logStep } from '../../shared/adapters/lambda/log/log.ts';
import { oneRound } from '../../shared/adapters/one-round.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { openPersonPress } from '../../shared/adapters/pdf/person-press.ts';
import { s3PersonFiles, s3Removal } from '../../shared/adapters/s3/person-files.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import { answerRequests } from '../../shared/flows/rights/answer-requests.ts';

const build = onColdStart(async () => {
  const { DOCUMENTS_BUCKET } = readEnv({ DOCUMENTS_BUCKET: given });
  const { dynamodb, tableName, vault } = await openStores();
  const { settings } = dynamoChoices(dynamodb, tableName, now);
  const wardLetters = dynamoLetterSettings(dynamodb, tableName, now);
  const s3 = new S3Client();
  return answerRequests({
    requests: dynamoPersonRequests(dynamodb, tableName, vault),
    persons: dynamoPersons(dynamodb, tableName, vault),
    audit: dynamoAudit(dynamodb, tableName, vault),
    files: { ...s3PersonFiles(s3, DOCUMENTS_BUCKET, vault), ...s3Removal(s3, DOCUMENTS_BUCKET, vault) },
    print: openPersonPress(),
    officeName: async (ward: Ward) =>
      (await wardLetters.of(ward)).letterhead?.name ?? (await settings.of(ward)).office,
    clock: now,
    newId: randomUUID,
  });
});

/** With less time left than this (milliseconds) the next stroke goes on. */
const enough = 300_000;

const makeRound = async (
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> => {
  const answer = await build();
  const { answered } = await answer(() => context.getRemainingTimeInMillis() > enough);
  for (const { ward, what } of answered) logStep({ step: 'person', outcome: what, ward });
};

export const handler = oneRound('answer-persons', makeRound);
