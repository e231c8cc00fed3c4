import { Command } from 'commander';
import * as z from 'zod';
import { checkTracking } from '../../../shared/domain/post/tracking/s10.ts';
import { answerEachLine } from '../lines/ndjson.ts';

const Asked = z.object({ number: z.string() });

/** `tracking check`: whether numbers are S10 numbers, one `{"number"}` a line. */
export const trackingCommand = (): Command => {
  const tracking = new Command('tracking').description('tracking numbers of the post');
  tracking
    .command('check')
    .description('read {"number"} lines from stdin, answer service, serial and country, or what is wrong')
    .action(async () =>
      answerEachLine((line) => {
        const check = checkTracking(Asked.safeParse(line).data?.number ?? '');
        return { value: check, ok: check.ok };
      }),
    );
  return tracking;
};
