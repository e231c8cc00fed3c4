import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { importPrivacy, type Imports, SheetImport } from '../../../domain/sheet/imports/sheet-import.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { partitions } from '../table.ts';
import { wardRecords } from './ward-records.ts';

/** Imports in the table. */
export const dynamoImports = (client: DynamoDBClient, tableName: string, vault: Vault): Imports =>
  wardRecords<SheetImport>(client, tableName, vault, {
    kind: 'import',
    partition: partitions.import,
    privacy: importPrivacy,
    parse: (whole) => SheetImport.parse(whole),
    since: ({ at }) => at,
  });
