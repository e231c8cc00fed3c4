import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { listOverdue } from '../../../shared/flows/dossier/list-overdue.ts';
import { readMonth } from '../../../shared/flows/report/read-month.ts';
import type { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoFigures } from '../../../shared/adapters/dynamodb/report/figures.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { packed } from '../../../shared/adapters/zip/pack.ts';
import type { Dossiers } from '../../../shared/domain/decision/dossiers.ts';
import type { SettingsStore } from '../../../shared/domain/office/ward-settings.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';

type Opened = {
  dynamodb: DynamoDBClient;
  tableName: string;
  post: ReturnType<typeof openPost>;
  stores: { dossiers: Dossiers };
  choices: { settings: SettingsStore };
};

/** The figures of an office, and what only files show of its lists. */
export const openDeskReports = ({ dynamodb, tableName, post, stores, choices }: Opened) => ({
  month: readMonth({ figures: dynamoFigures(dynamodb, tableName), settings: choices.settings, clock: now }),
  overdue: listOverdue({ dossiers: stores.dossiers, clock: now }),
  openCash: (ward: Ward) => post.books.open({ ward }),
  pack: packed,
});
