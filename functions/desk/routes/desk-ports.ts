import { S3Client } from '@aws-sdk/client-s3';
import { dynamoWorklist } from '../../../shared/adapters/dynamodb/notification/worklist.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../../shared/adapters/lambda/env.ts';
import { openDecisions } from '../../../shared/adapters/open-decisions.ts';
import { openPeople } from '../../../shared/adapters/open-people.ts';
import { bytesAt } from '../../../shared/adapters/s3/bytes-at.ts';
import { s3Documents } from '../../../shared/adapters/s3/documents.ts';
import { decideWithPostAndLetters } from '../../../shared/flows/decision/decide-with-post-and-letters.ts';
import { isBusy } from '../../../shared/adapters/lambda/http/busy.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { enterByHand } from '../../../shared/flows/dossier/enter-by-hand.ts';
import { readSlip } from '../../../shared/flows/dossier/read-slip.ts';
import { searchDossiers } from '../../../shared/flows/dossier/search-dossiers.ts';
import { actOnLetter } from '../../../shared/flows/letter/act-on-letter.ts';
import { listLetters, showLetter } from '../../../shared/flows/letter/list-letters.ts';
import { openBatch, openPaper, openPicture } from '../../../shared/flows/letter/open-paper.ts';
import { actOnNotification } from '../../../shared/flows/notification/act-on-notification.ts';
import { listWorklist, openCircuitsOf } from '../../../shared/flows/notification/list-worklist.ts';
import { readSetUp } from '../../../shared/flows/office/read-set-up.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { openDesk } from '../../../shared/flows/people/open-desk.ts';
import { dossierPorts } from '../../dossier/routes/dossier-ports.ts';
import { dynamoFigures } from '../../../shared/adapters/dynamodb/report/figures.ts';
import { readToday } from '../../../shared/flows/report/read-today.ts';
import { dynamoCircuits } from '../../../shared/adapters/dynamodb/notification/circuits.ts';
import { platformMost } from '../../../shared/adapters/lambda/most.ts';
import { readProvince } from '../../../shared/flows/report/read-province.ts';
import { openDeskPost } from './desk-post.ts';
import { openDeskReports } from './desk-reports.ts';
import { openDeskImports } from './desk-imports.ts';
import { openDeskChoices } from './desk-choices.ts';

/** Everything that the pages of the desk read and do, opened once. */
export const openDeskPorts = async () => {
  const env = readEnv({ DOCUMENTS_BUCKET: given, PUBLIC_URL: given, SMS_CARRIERS: given });
  const opened = await openDecisions(now);
  const { dynamodb, tableName, vault, stores, choices, letters, post, doorbell, deciding, receiptCodes } =
    opened;
  const people = openPeople(dynamodb, tableName, vault, now);
  const desk = dynamoWorklist(dynamodb, tableName, vault);
  const documents = s3Documents(new S3Client(), env.DOCUMENTS_BUCKET);
  const setUp = readSetUp({
    settings: choices.settings,
    wardLetters: letters.wardLetters,
    posts: post.posts,
  });
  const papers = { letters: letters.letters, documents, clock: now, bytesAt };
  return {
    ...openDesk({
      ...people,
      settings: choices.settings,
      wardLetters: letters.wardLetters,
    }),
    ...dossierPorts(opened),
    auditOf: (ward: Ward, before: string | undefined) => people.audit.of(ward, before),
    look: listWorklist({ desk, clock: now }),
    actOnNotification: actOnNotification({ ...stores, ...choices, desk, doorbell, clock: now }),
    setUp,
    search: searchDossiers({ ...stores, jobs: post.jobs, manifests: post.manifests, posts: post.posts }),
    enter: enterByHand({
      ...stores,
      accept: acceptStatus({ events: stores.events, clock: now, isBusy, receiptCodes }),
      decide: decideWithPostAndLetters(deciding),
      clock: now,
    }),
    slip: readSlip({
      ...stores,
      settings: choices.settings,
      wardLetters: letters.wardLetters,
      places: () => post.places(),
      receiptCodes,
      vault,
      publicUrl: env.PUBLIC_URL,
      clock: now,
    }),
    listLetters: listLetters(papers),
    showLetter: showLetter(papers),
    paperOf: openPaper(papers),
    pictureOf: openPicture(papers),
    batchOf: openBatch(papers),
    actOnLetter: actOnLetter(papers),
    ...openDeskImports({ dynamodb, tableName, vault }),
    ...openDeskChoices({ dynamodb, tableName, post, people }),
    ...openDeskPost(post),
    most: platformMost(),
    province: readProvince({
      ...post,
      ...people,
      figures: dynamoFigures(dynamodb, tableName),
      settings: choices.settings,
      setUp,
      openCircuits: openCircuitsOf(dynamoCircuits(dynamodb, tableName), env.SMS_CARRIERS.split(',')),
      clock: now,
    }),
    wentOut: readToday({
      figures: dynamoFigures(dynamodb, tableName),
      lists: post.lists,
      listLetters: listLetters(papers),
      clock: now,
    }),
    ...openDeskReports({ dynamodb, tableName, post, stores, choices }),
  };
};
