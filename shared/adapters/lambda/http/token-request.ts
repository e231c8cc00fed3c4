import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What a token request asks with, or the RFC 6749 §5.2 code of what is wrong with it. */
export type TokenRequest =
  | { ok: true; clientId: string; clientSecret: string; scope?: string }
  | { ok: false; error: 'invalid_request' | 'unsupported_grant_type' | 'invalid_client' };

/**
 * Reads a client-credentials request (RFC 6749 §4.4.2): a form body, the client named by HTTP Basic or in the form,
 * never both ways at once (§2.3).
 */
export const readTokenRequest = (event: APIGatewayProxyEventV2): TokenRequest => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > 4096) return { ok: false, error: 'invalid_request' };
  const form = new URLSearchParams(bytes.toString('utf8'));
  const grant = form.get('grant_type');
  if (grant === null) return { ok: false, error: 'invalid_request' };
  if (grant !== 'client_credentials') return { ok: false, error: 'unsupported_grant_type' };

  const basic = basicCredentials(event.headers['authorization']);
  if (basic !== undefined && form.has('client_secret')) return { ok: false, error: 'invalid_request' };
  const clientId = basic?.clientId ?? form.get('client_id');
  const clientSecret = basic?.clientSecret ?? form.get('client_secret');
  if (!clientId || !clientSecret || !isClientId(clientId)) return { ok: false, error: 'invalid_client' };
  const scope = form.get('scope');
  return { ok: true, clientId, clientSecret, ...(scope === null ? {} : { scope }) };
};

/** What a client can be called; anything else is nobody, and asks no store. */
const isClientId = (id: string): boolean => /^[\w.:-]{1,100}$/.test(id);

const basicCredentials = (header: string | undefined) => {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  try {
    // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
    return { clientId: decodeURIComponent(id), clientSecret: decodeURIComponent(rest.join(':')) };
  } catch {
    return undefined;
  }
};
