import { Command } from 'commander';
import * as z from 'zod';
import { readPhone } from '../../../shared/domain/phone/read-phone.ts';
import { answerEachLine } from '../lines/ndjson.ts';

const Asked = z.object({ phone: z.unknown() });

/** `phone check`: which numbers a text message can reach, one `{"phone"}` a line. */
export const phoneCommand = (): Command => {
  const phone = new Command('phone').description('Vietnamese mobile numbers');
  phone
    .command('check')
    .description('read {"phone"} lines from stdin, answer what can be made of each')
    .action(async () =>
      answerEachLine((line) => {
        const reading = readPhone(Asked.safeParse(line).data?.phone);
        return { value: reading, ok: reading.ok };
      }),
    );
  return phone;
};
