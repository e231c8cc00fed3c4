import { describe, expect, it } from 'vitest';
import { memoryClients } from '../../../shared/adapters/memory/office/clients.ts';
import { issueToken } from '../../../shared/flows/office/issue-token.ts';
import { createClient, revokeClient, rotateSecret } from '../../../shared/flows/office/manage-clients.ts';
import { now, vungTau } from '../../support/builders/dossiers.ts';

const sha256 = (text: string) => `hash of ${text}`;

const anIssuer = () => {
  const clients = memoryClients();
  let made = 0;
  const ports = {
    clients,
    sha256,
    newSecret: () => `secret-${(made += 1)}`,
    newId: () => `id${made}-0000-0000`,
    clock: () => now,
  };
  const signed: Readonly<Record<string, unknown>>[] = [];
  const signer = {
    sign: async (claims: Readonly<Record<string, unknown>>) => `token-${signed.push(claims)}`,
  };
  const issue = issueToken({ ...ports, signer, issuer: 'https://bao-tin.example' });
  return {
    signed,
    issue,
    create: createClient(ports),
    rotate: rotateSecret(ports),
    revoke: revokeClient(ports),
    clients,
  };
};
const ward = { kind: 'ward', ward: vungTau } as const;

describe('a ward’s machine asks for a token', () => {
  it('gets one for five minutes that names its ward', async () => {
    const { create, issue, signed } = anIssuer();
    const answer = await issue(await create(ward));
    expect(answer).toEqual({
      ok: true,
      accessToken: 'token-1',
      expiresIn: 300,
      scope: 'ward:write ward:read',
    });
    const issuedAt = Date.parse(now) / 1000;
    expect(signed[0]).toMatchObject({
      iss: 'https://bao-tin.example',
      aud: 'bao-tin',
      ward: '26506',
      scope: 'ward:write ward:read',
      iat: issuedAt,
      exp: issuedAt + 300,
    });
  });

  it('may ask for less, and for no more than it may have', async () => {
    const { create, issue } = anIssuer();
    const credentials = await create(ward);
    expect(await issue({ ...credentials, scope: 'ward:read' })).toMatchObject({ scope: 'ward:read' });
    expect(await issue({ ...credentials, scope: 'partner:jobs' })).toEqual({
      ok: false,
      error: 'invalid_scope',
    });
    expect(await issue({ ...credentials, scope: 'ward:read everything' })).toEqual({
      ok: false,
      error: 'invalid_scope',
    });
  });

  it('a partner’s token names the partner and no ward', async () => {
    const { create, issue, signed } = anIssuer();
    await issue(await create({ kind: 'partner', partner: 'vnpost' }));
    expect(signed[0]).toMatchObject({ partner: 'vnpost', scope: 'partner:jobs' });
    expect(signed[0]).not.toHaveProperty('ward');
  });

  it.each([
    ['an unknown client', { clientId: 'ward-00000-nobody' }],
    ['a wrong secret', { clientSecret: 'guess' }],
  ])('is refused in one and the same way for %s', async (_, wrong) => {
    const { create, issue } = anIssuer();
    expect(await issue({ ...(await create(ward)), ...wrong })).toEqual({
      ok: false,
      error: 'invalid_client',
    });
  });

  it('is refused once its client is revoked', async () => {
    const { create, issue, revoke } = anIssuer();
    const credentials = await create(ward);
    expect(await revoke(credentials.clientId)).toBe('revoked');
    expect(await issue(credentials)).toEqual({ ok: false, error: 'invalid_client' });
    expect(await revoke('ward-00000-nobody')).toBe('no-such-client');
  });
});

describe('rotating a secret', () => {
  it('lets the old one work until the next rotation, so that nobody is locked out meanwhile', async () => {
    const { create, issue, rotate } = anIssuer();
    const first = await create(ward);
    const second = await rotate(first.clientId);
    expect([(await issue(first)).ok, (await issue(second!)).ok]).toEqual([true, true]);
    const third = await rotate(first.clientId);
    expect([(await issue(first)).ok, (await issue(second!)).ok, (await issue(third!)).ok]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('keeps no secret, only its hash', async () => {
    const { create, clients } = anIssuer();
    const { clientId, clientSecret } = await create(ward);
    const kept = await clients.find(clientId);
    expect(kept?.secrets).toEqual([{ sha256: sha256(clientSecret), createdAt: now }]);
  });
});
