// Reads a file that an office brought, rehearses its rows and, once a person has started it, takes them in one by one.
import { dynamoStatusEvents } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { now, pause } from '../../shared/adapters/lambda/clock.ts';
import { logImported } from '../../shared/adapters/lambda/log/imports.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { openImports } from '../../shared/adapters/open-imports.ts';
import { emptyStages } from '../../shared/adapters/open-stage.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { inflate } from '../../shared/adapters/zip/inflate.ts';
import { ImportDoorbellMessage } from '../../shared/domain/sheet/imports/doorbell-message.ts';
import { acceptStatus } from '../../shared/flows/dossier/accept-status.ts';
import { rehearseRows } from '../../shared/flows/imports/rehearse-rows.ts';
import { runImport } from '../../shared/flows/imports/run-import.ts';
import { listChoices } from '../../shared/flows/office/list-choices.ts';

/** With less time left than this (milliseconds) another ring goes on. */
const enough = 60_000;

const build = async () => {
  const stores = await openStores();
  const { dynamodb, tableName, vault } = stores;
  const events = dynamoStatusEvents(dynamodb, tableName, vault);
  const { posts, places } = openPost(dynamodb, tableName, vault, now);
  const wardLetters = dynamoLetterSettings(dynamodb, tableName, now);
  const choices = listChoices({ ...dynamoChoices(dynamodb, tableName, now), wardLetters, posts });
  const newStage = emptyStages(vault, places, sha256);
  const accept = acceptStatus({ events, clock: now });
  const rehearse = rehearseRows({ choices, newStage });
  return runImport({ ...openImports(stores, now), events, inflate, rehearse, accept, pause });
};

export const handler = queueFunction(ImportDoorbellMessage, build, async (run, ring, context) => {
  logImported(ring, await run(ring, () => context.getRemainingTimeInMillis() < enough));
  return 'done';
});
