// Stands in for AWS KMS on one machine: the same protocol, with keys in files instead of hardware.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { openKeys } from './kms/keys.ts';
import { answerKms } from './kms/operations.ts';

/**
 * Starts a KMS endpoint (JSON 1.1) on 127.0.0.1 for GenerateDataKey, Encrypt, Decrypt, GetPublicKey and Sign. Keys are
 * made on first use and kept in `keyDir`, or in memory without one. Not for real secrets: the key lies beside the data.
 */
export const startKms = async ({
  keyDir,
  port = 0,
}: {
  keyDir: string | undefined;
  port?: number;
}): Promise<{ url: string; close(): Promise<void> }> => {
  const keys = openKeys(keyDir);

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const operation = String(request.headers['x-amz-target']).replace(/^TrentService\./, '');
    const outcome = await answerKms(keys, operation, await json(request));
    const [status, body] =
      'exception' in outcome
        ? [400, { __type: outcome.exception, message: outcome.message }]
        : [200, outcome.body];
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() })
      .end(JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((reason: unknown) => {
      process.stderr.write(`kms: ${String(reason)}\n`);
      response.writeHead(500).end(JSON.stringify({ __type: 'KMSInternalException' }));
    });
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', ready);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((done) => {
        server.close(done);
      });
      server.closeAllConnections();
      await closed;
    },
  };
};
