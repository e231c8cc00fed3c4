// Answers requests with what it was asked, publishes the keys of the issuer, and misbehaves when told to.
import { setTimeout as wait } from 'node:timers/promises';

type Event = {
  rawPath: string;
  rawQueryString: string;
  body?: string;
  pathParameters?: { [name: string]: string };
};
type Context = { getRemainingTimeInMillis: () => number; functionName: string; awsRequestId: string };

export const handler = async (event: Event, context: Context) => {
  const { ISSUER, JWKS } = process.env;
  if (event.rawPath === '/.well-known/openid-configuration')
    return { issuer: ISSUER, jwks_uri: `${ISSUER}/.well-known/jwks.json` };
  if (event.rawPath === '/.well-known/jwks.json')
    return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JWKS };
  switch (event.pathParameters?.['how']) {
    case 'throw':
      throw new TypeError('the ink ran out');
    case 'sleep':
      await wait(60_000);
      return 'awake';
    case 'crash':
      setTimeout(() => {
        throw new Error('fell over');
      });
      await wait(60_000);
      return 'standing';
    case 'leave':
      return process.exit(3);
    case 'spin':
      for (;;);
    case 'page':
      return {
        statusCode: 201,
        headers: { 'X-Ward': 26506 },
        cookies: ['a=1', 'b=2'],
        body: Buffer.from('chào').toString('base64'),
        isBase64Encoded: true,
      };
    case 'clock':
      return {
        now: new Date().toISOString(),
        stamp: Date.now(),
        given: new Date(0).toISOString(),
        date: new Date() instanceof Date,
      };
    case undefined:
    default:
      console.log(JSON.stringify({ step: 'serve', outcome: 'answered', dossier: 'H29.26-260302-0001' }));
      return {
        event,
        name: context.functionName,
        left: context.getRemainingTimeInMillis(),
        path: process.env['HOME'] ?? 'none',
      };
  }
};
