// Who may come in at a desk, what everybody did and read there, and what citizens ask about their own data: apart from the pages of the day's work, whose function
// may write nothing that lets anybody in.
import { randomUUID } from 'node:crypto';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoClients } from '../../shared/adapters/dynamodb/office/clients.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { pageFunction } from '../../shared/adapters/lambda/page/frame/page-function.ts';
import { newWord } from '../../shared/adapters/lambda/new-word.ts';
import { machineRoutes } from '../../shared/adapters/lambda/page/routes/machines.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { peopleRoutes } from '../../shared/adapters/lambda/page/routes/people.ts';
import { personRoutes } from '../../shared/adapters/lambda/page/routes/persons.ts';
import { openPeople } from '../../shared/adapters/open-people.ts';
import { openPersonRequests } from '../../shared/adapters/open-persons.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import {
  createClient,
  listClients,
  revokeClient,
  rotateSecret,
} from '../../shared/flows/office/manage-clients.ts';
import { searchAudit } from '../../shared/flows/people/search-audit.ts';
import { putOfficer, takeOfficerOff } from '../../shared/flows/people/manage-officers.ts';
import { openDesk } from '../../shared/flows/people/open-desk.ts';
import { peopleApi } from './routes/people-api.ts';
import { askAboutPerson, linkToExport } from '../../shared/flows/rights/ask-about-person.ts';

const build = async () => {
  const stores = await openStores();
  const { dynamodb, tableName, vault } = stores;
  const persons = openPersonRequests(stores, now);
  const people = openPeople(dynamodb, tableName, vault, now);
  const { settings } = dynamoChoices(dynamodb, tableName, now);
  const wardLetters = dynamoLetterSettings(dynamodb, tableName, now);
  const clients = dynamoClients(dynamodb, tableName);
  const making = { clients, sha256, newSecret: newWord, newId: randomUUID, clock: now };
  return {
    ...openDesk({ ...people, settings, wardLetters }),
    officersOf: (ward: Ward) => people.officers.of(ward),
    putOfficer: putOfficer(people),
    takeOfficerOff: takeOfficerOff(people),
    clientsOf: (ward: Ward) => listClients({ clients })({ kind: 'ward', ward }),
    makeClient: createClient(making),
    rotate: rotateSecret(making),
    revoke: revokeClient(making),
    searchAudit: searchAudit(people),
    personRequests: (ward: Ward) => persons.requests.of(ward),
    askAboutPerson: askAboutPerson(persons),
    linkToExport: linkToExport(persons),
    audit: (ward: Ward, before: string | undefined) => people.audit.of(ward, before),
  };
};

const routes = { ...peopleRoutes, ...machineRoutes, ...peopleApi, ...personRoutes };
export const handler = pageFunction(build, routes);
