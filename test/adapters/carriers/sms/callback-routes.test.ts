import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import {
  CallbackProofs,
  GatewayAccounts,
  gatewayCarriers,
  readAccounts,
} from '../../../../shared/adapters/carriers/accounts.ts';
import { type Call, callbacks } from '../../../../shared/adapters/carriers/sms/callback-routes.ts';
import { memorySecrets } from '../../../../shared/adapters/memory/secrets.ts';
import { memoryTokenPairs } from '../../../../shared/adapters/memory/office/token-pairs.ts';
import { secretsManager } from '../../../../shared/adapters/secrets/secrets-manager.ts';
import { Instant } from '../../../../shared/domain/values/instant.ts';
import { recordReport } from '../../../../shared/flows/notification/record-report.ts';

const at = Instant.parse('2026-03-02T02:15:00.000Z');
const word = 'a-word-that-nobody-guesses';

const proofs = CallbackProofs.parse({
  esms: { word, addresses: ['203.0.113.0/24'] },
  speedsms: { word },
  inbound: { word },
});

const aCall = (given: Partial<Call> = {}): Call => ({
  word,
  address: '203.0.113.7',
  query: { SMSID: 's-1', SendStatus: '5', SendSuccess: '1' },
  body: '',
  ...given,
});

describe('a call at our door', () => {
  it.each([
    ['GET /callbacks/esms/{secret}', {}, { is: 'report', report: { receipt: { reference: 's-1' } } }],
    ['GET /callbacks/esms/{secret}', { query: {} }, { is: 'unreadable' }],
    [
      'POST /callbacks/speedsms/{secret}',
      { body: '{"type":"report","tranId":7,"status":0}' },
      { is: 'report', report: { receipt: { reference: '7' } } },
    ],
    [
      'POST /callbacks/speedsms/{secret}',
      { body: '{"type":"sms","phone":"84912345678","content":"HS"}' },
      { is: 'message', message: { text: 'HS' } },
    ],
    ['POST /callbacks/speedsms/{secret}', { body: '{' }, { is: 'unreadable' }],
    ['POST /inbound/sms/{secret}', { body: 'from=84912345678&text=HS' }, { is: 'message' }],
    ['POST /inbound/sms/{secret}', { body: 'text=HS' }, { is: 'unreadable' }],
  ] as const)('%s with %j is %j', (route, given, heard) => {
    expect(callbacks[route](aCall(given), proofs, at)).toMatchObject(heard);
  });

  it.each([
    ['GET /callbacks/esms/{secret}', { word: 'another-word-nobody-guesses' }],
    ['GET /callbacks/esms/{secret}', { word: undefined }],
    ['GET /callbacks/esms/{secret}', { address: '198.51.100.1' }],
    ['POST /callbacks/speedsms/{secret}', { word: '' }],
    ['POST /inbound/sms/{secret}', { word: 'x' }],
    ['POST /callbacks/zalo', { body: '{}' }],
  ] as const)('%s with %j is a stranger’s', (route, given) => {
    expect(callbacks[route](aCall(given as Partial<Call>), proofs, at)).toEqual({ is: 'stranger' });
  });

  it.each(Object.keys(callbacks) as (keyof typeof callbacks)[])(
    '%s is closed while no proof was agreed on',
    (route) => {
      const empty = aCall({ word: '', body: 'from=84912345678&text=HS' });
      expect(callbacks[route](empty, CallbackProofs.parse({}), at)).toEqual({ is: 'stranger' });
    },
  );
});

describe('the accounts of the gateways', () => {
  const anApp = { appId: 'app-1', secretKey: 'secret-1' };
  const esms = { apiKey: 'key-1', secretKey: 'secret-1', brandname: 'UBNDVT' };
  const ports = { tokens: memoryTokenPairs(), clock: () => at, newId: () => 'id-1' };

  it('make a carrier for each gateway that is named', async () => {
    const kept = memorySecrets({ accounts: JSON.stringify({ esms, zalo: { app: anApp } }) });
    const accounts = await readAccounts(kept, 'accounts');
    const made = Object.entries(gatewayCarriers(accounts, ports)).filter(([, carrier]) => carrier);
    expect(made.map(([name]) => name)).toEqual(['esms', 'zalo']);
    expect(accounts.zalo?.account.url).toBe('https://business.openapi.zalo.me');
  });

  it('may be none at all', () => {
    expect(gatewayCarriers(GatewayAccounts.parse({}), ports)).toEqual({});
  });

  it.each([
    ['are no JSON', '{"esms":{"apiKey":"key-1"', 'not JSON'],
    ['lack something', JSON.stringify({ esms: { apiKey: 'key-1' } }), 'esms.secretKey: invalid_type'],
    ['have a word that can be guessed', JSON.stringify({ callbacks: { esms: { word: 'key-1' } } }), 'word'],
  ])('that %s stop the function without being quoted', async (_, text, sentence) => {
    const said = await readAccounts(memorySecrets({ accounts: text }), 'accounts').catch(String);
    expect(said).toContain(sentence);
    expect(said).not.toContain('key-1');
  });

  it('are kept in AWS Secrets Manager', async () => {
    const mock = mockClient(SecretsManagerClient)
      .on(GetSecretValueCommand, { SecretId: 'accounts' })
      .resolves({ SecretString: '{}' })
      .on(GetSecretValueCommand, { SecretId: 'bytes' })
      .resolves({});
    const secrets = secretsManager(new SecretsManagerClient());
    expect(await secrets.read('accounts')).toBe('{}');
    await expect(secrets.read('bytes')).rejects.toThrow('not a text');
    mock.restore();
  });
});

describe('a report', () => {
  const record = recordReport(async () => 'settled' as const);

  it('with an end is recorded', async () => {
    const receipt = {
      carrier: 'esms',
      reference: 's-1',
      outcome: 'delivered',
      detail: '5',
      takenAt: at,
    } as const;
    expect(await record({ is: 'receipt', receipt })).toBe('settled');
  });

  it.each(['open', 'unrecognised'] as const)('that is %s is said to be so', async (is) => {
    expect(await record({ is, carrier: 'esms', reference: 's-1', code: '9' })).toBe(is);
  });
});
