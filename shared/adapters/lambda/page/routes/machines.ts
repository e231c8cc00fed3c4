import type { Scope, Tenant } from '../../../../domain/office/client.ts';
import type { Credentials, ListedClient } from '../../../../flows/office/manage-clients.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import type { FormFields } from '../frame/form.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { machinesPage, secretPage } from '../views/office/machines-page.ts';

type Ports = DeskPorts & {
  clientsOf: (ward: Ward) => Promise<ListedClient[]>;
  makeClient: (tenant: Tenant, scopes: readonly Scope[]) => Promise<Credentials>;
  rotate: (clientId: string) => Promise<Credentials | undefined>;
  revoke: (clientId: string) => Promise<'revoked' | 'no-such-client'>;
};

/** What this officer may let a machine do: citizens' data is a leader's to give, handing dossiers over the operator's. */
const scopesFor = ({ roles }: Officer): Scope[] => [
  'ward:read',
  'ward:write',
  ...(roles.includes('leader') ? (['ward:persons'] as const) : []),
  ...(roles.includes('operator') ? (['ward:operate'] as const) : []),
];

const show = async (ports: Ports, { at, officer, notice }: DeskRequest, error?: string): Promise<Answer> => {
  const machines = await ports.clientsOf(officer.ward);
  const shown = { machines, choices: scopesFor(officer), newForm: ports.newId, notice, error };
  return pageAnswer(machinesPage(at, shown), { status: error === undefined ? 200 : 422 });
};

const once = (
  said: 'client-made' | 'client-rotated',
  { at }: DeskRequest,
  made: Credentials,
): PageOutcome => ({
  said,
  about: made.clientId,
  once: pageAnswer(secretPage(at, made)),
});

const make = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const { officer } = asked;
  const scopes = scopesFor(officer).filter((scope) => fields[`quyen-${scope}`] === 'co');
  if (scopes.length === 0)
    return { said: 'not-done', again: await show(ports, asked, 'Chọn ít nhất một việc mà máy được làm.') };
  const tenant: Tenant = {
    kind: 'ward',
    ward: officer.ward,
    ...(scopes.includes('ward:operate') && { operator: true }),
  };
  const made = await ports.makeClient(tenant, scopes);
  return { ...once('client-made', asked, made), words: scopes.join(' ') };
};

const change = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const id = asked.path['id'] ?? '';
  const known = (await ports.clientsOf(asked.officer.ward)).find(({ clientId }) => clientId === id);
  const isOthers = known?.scopes.some((scope) => !scopesFor(asked.officer).includes(scope)) ?? true;
  if (known === undefined || isOthers || !['doi', 'thu'].includes(fields['lam'] ?? ''))
    return { said: 'not-here', again: pageAnswer(notFoundPage(asked.at), { status: 404 }) };
  if (fields['lam'] === 'doi') {
    const made = await ports.rotate(id);
    return made === undefined ? { said: 'not-here' } : once('client-rotated', asked, made);
  }
  await ports.revoke(id);
  return { said: 'client-revoked', about: id };
};

const home = (): string => '/cai-dat/may';

/** The machines that come in for this office, and their secrets. */
export const machineRoutes: Record<string, Route<Ports>> = {
  'GET /cai-dat/may': reads('manage-clients', (ports: Ports, asked) => show(ports, asked)),
  'POST /cai-dat/may': acts('manage-clients', make, home),
  'POST /cai-dat/may/{id}': acts('manage-clients', change, home),
};
