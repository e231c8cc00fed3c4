import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../domain/values/instant.ts';
import type { Vault } from '../domain/values/vault.ts';
import { dynamoAudit } from './dynamodb/people/audit.ts';
import { dynamoOfficers } from './dynamodb/people/officers.ts';
import { dynamoProposals } from './dynamodb/people/proposals.ts';
import { dynamoSessions } from './dynamodb/people/sessions.ts';
import { given, readEnv } from './lambda/env.ts';
import { pause } from './lambda/clock.ts';
import { newWord } from './lambda/new-word.ts';
import { sha256 } from './lambda/sha256.ts';
import { oidcProvider, SignInSettings } from './oidc/provider.ts';

/** Everything that knowing who is at the desk needs, opened once. */
export const openPeople = (dynamodb: DynamoDBClient, tableName: string, vault: Vault, clock: Clock) => {
  const { PUBLIC_URL: publicUrl, SIGN_IN } = readEnv({ PUBLIC_URL: given, SIGN_IN: given });
  return {
    officers: dynamoOfficers(dynamodb, tableName, vault),
    sessions: dynamoSessions(dynamodb, tableName, vault),
    audit: dynamoAudit(dynamodb, tableName, vault),
    proposals: dynamoProposals(dynamodb, tableName, vault),
    provider: oidcProvider(SignInSettings.parse(JSON.parse(SIGN_IN)), { clock }),
    vault,
    clock,
    random: newWord,
    sha256,
    pause,
    publicUrl,
    returnTo: `${publicUrl}/dang-nhap/xong`,
  };
};
