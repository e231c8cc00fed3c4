import { Command } from 'commander';
import * as z from 'zod';
import { previewSms, SmsPreviewInput } from '../../../shared/domain/text/preview.ts';
import { answerEachLine } from '../lines/ndjson.ts';

/** `sms preview`: what a text becomes on its way to a phone, and how many parts it costs. */
export const smsCommand = (): Command => {
  const sms = new Command('sms').description('text messages');
  sms
    .command('preview')
    .description(
      'read {"text"} or {"template","fields"} lines from stdin, answer text, encoding, units, parts, lost',
    )
    .option('--accents', 'keep the Vietnamese accents')
    .action(async ({ accents = false }: { accents?: boolean }) =>
      answerEachLine((line) => {
        const asked = SmsPreviewInput.safeParse(line);
        if (!asked.success)
          return { value: { error: 'unreadable', detail: z.prettifyError(asked.error) }, ok: false };
        const preview = previewSms(asked.data, { accents });
        return { value: preview, ok: 'text' in preview };
      }),
    );
  return sms;
};
