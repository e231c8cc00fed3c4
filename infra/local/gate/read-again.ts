import { request as ask } from 'node:http';
import type { Request } from './requests.ts';

/** Asks the engine itself, and gives back its answer as it goes over the connection, its body as `change` makes it. */
export const readAgain = (
  to: string,
  { method, url, headers, body }: Request,
  change: (answer: Buffer) => Buffer,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const asked = ask(new URL(url, to), { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        const said = answer.statusCode === 200 ? change(whole) : whole;
        const head = [
          `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`,
          `content-type: ${answer.headers['content-type'] ?? 'application/x-amz-json-1.0'}`,
          `content-length: ${said.length}`,
          '',
          '',
        ].join('\r\n');
        resolve(Buffer.concat([Buffer.from(head, 'latin1'), said]));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
