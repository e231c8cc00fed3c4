// Shows a ward its own dossiers, and keeps what its people put right in them.
import { dynamoWorklist } from '../../shared/adapters/dynamodb/notification/worklist.ts';
import { openCircuitsOf } from '../../shared/flows/notification/list-worklist.ts';
import { readWorklist } from '../../shared/flows/office/read-worklist.ts';
import { dynamoCircuits } from '../../shared/adapters/dynamodb/notification/circuits.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { openDecisions } from '../../shared/adapters/open-decisions.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { actOnDossier } from '../../shared/flows/dossier/act-on-dossier.ts';
import { listOverdue } from '../../shared/flows/dossier/list-overdue.ts';
import { findByPhone, traceDossier } from '../../shared/flows/dossier/trace-dossier.ts';
import { decideWithPostAndLetters } from '../../shared/flows/decision/decide-with-post-and-letters.ts';
import { dossierRoutes } from './routes/dossiers.ts';

const build = async () => {
  const { stores, choices, post, letters, deciding, vault, dynamodb, tableName } = await openDecisions(now);
  const { dossiers } = stores;
  const { SMS_CARRIERS } = readEnv({ SMS_CARRIERS: given });
  return {
    trace: traceDossier({ ...stores, ...letters, jobs: post.jobs }),
    withPhone: findByPhone({ dossiers }),
    worklist: readWorklist({
      ...stores,
      letters: letters.letters,
      lists: post.lists,
      desk: dynamoWorklist(dynamodb, tableName, vault),
      clock: now,
      openCircuits: openCircuitsOf(dynamoCircuits(dynamodb, tableName), SMS_CARRIERS.split(',')),
    }),
    overdue: listOverdue({ dossiers, clock: now }),
    actOnDossier: actOnDossier({
      ...stores,
      ...choices,
      decide: decideWithPostAndLetters(deciding),
      hash: (text) => vault.hash(text),
      clock: now,
    }),
  };
};

export const handler = httpFunction(build, dossierRoutes);
