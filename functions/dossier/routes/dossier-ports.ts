import { dynamoCircuits } from '../../../shared/adapters/dynamodb/notification/circuits.ts';
import { dynamoWorklist } from '../../../shared/adapters/dynamodb/notification/worklist.ts';
import { dynamoProposals } from '../../../shared/adapters/dynamodb/people/proposals.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../../shared/adapters/lambda/env.ts';
import type { Decisions } from '../../../shared/adapters/open-decisions.ts';
import { decideWithPostAndLetters } from '../../../shared/flows/decision/decide-with-post-and-letters.ts';
import { actOnDossier } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { findByPhone, traceDossier } from '../../../shared/flows/dossier/trace-dossier.ts';
import { openCircuitsOf } from '../../../shared/flows/notification/list-worklist.ts';
import { readWorklist } from '../../../shared/flows/office/read-worklist.ts';

/** What is read of a ward's dossiers and put right in them, for its systems and for its desk alike. */
export const dossierPorts = (opened: Decisions) => {
  const { dynamodb, tableName, vault, stores, choices, letters, post, deciding, receiptCodes } = opened;
  const { SMS_CARRIERS } = readEnv({ SMS_CARRIERS: given });
  return {
    trace: traceDossier({ ...stores, ...letters, jobs: post.jobs, receiptCodes }),
    withPhone: findByPhone(stores),
    worklist: readWorklist({
      ...stores,
      letters: letters.letters,
      lists: post.lists,
      desk: dynamoWorklist(dynamodb, tableName, vault),
      proposals: dynamoProposals(dynamodb, tableName, vault),
      clock: now,
      openCircuits: openCircuitsOf(dynamoCircuits(dynamodb, tableName), SMS_CARRIERS.split(',')),
    }),
    actOnDossier: actOnDossier({
      ...stores,
      ...choices,
      decide: decideWithPostAndLetters(deciding),
      hash: (text) => vault.hash(text),
      clock: now,
    }),
  };
};
