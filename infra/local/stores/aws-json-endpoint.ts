import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one call of an AWS service is answered with. */
export type AwsJsonAnswer = readonly [status: number, body: unknown];

/**
 * An AWS service at a local address, in the AWS JSON 1.1 protocol. A call that `take` cannot read (it throws) is refused as
 * `SerializationException`; `close` also ends connections that are kept alive.
 */
export const openAwsJsonEndpoint = async (
  take: (request: IncomingMessage) => Promise<AwsJsonAnswer>,
): Promise<{ url: string; close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    take(request)
      .catch((): AwsJsonAnswer => [400, { __type: 'SerializationException' }])
      .then(([status, body]) =>
        response
          .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
          .end(JSON.stringify(body)),
      )
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
