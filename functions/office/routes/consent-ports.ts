import { randomUUID } from 'node:crypto';
import { dynamoDossiers } from '../../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoLetters } from '../../../shared/adapters/dynamodb/letter/letters.ts';
import { dynamoConversations } from '../../../shared/adapters/dynamodb/notification/conversations.ts';
import { dynamoNotifications } from '../../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoConsents } from '../../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoAudit } from '../../../shared/adapters/dynamodb/people/audit.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { isBusy } from '../../../shared/adapters/lambda/http/busy.ts';
import { openPersonRequests } from '../../../shared/adapters/open-persons.ts';
import { openStores } from '../../../shared/adapters/open-stores.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import { recordConsents } from '../../../shared/flows/office/record-consents.ts';
import { askAboutPerson, linkToExport } from '../../../shared/flows/rights/ask-about-person.ts';

/** What citizens chose, and what they ask about their own data. */
export const openConsentPorts = async () => {
  const stores = await openStores();
  const { dynamodb, tableName, vault } = stores;
  const consents = dynamoConsents(dynamodb, tableName, vault);
  const record = recordConsents({
    consents,
    conversations: dynamoConversations(dynamodb, tableName, vault),
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    letters: dynamoLetters(dynamodb, tableName, vault),
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    vault,
    clock: now,
    isBusy,
  });
  const audit = dynamoAudit(dynamodb, tableName, vault);
  const persons = openPersonRequests(stores, now);
  return {
    consents,
    record,
    requests: persons.requests,
    ask: askAboutPerson(persons),
    link: linkToExport(persons),
    note: (deed: Deed) => audit.note(deed),
    newId: randomUUID,
    clock: now,
  };
};
