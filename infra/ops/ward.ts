import { Command } from 'commander';
import { dynamoSettings } from '../../shared/adapters/dynamodb/settings.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { toAscii } from '../../shared/domain/ascii.ts';
import { Ward } from '../../shared/domain/ward.ts';
import { WardSettings } from '../../shared/domain/ward-settings.ts';
import { openStore } from './store.ts';
import { wardPostCommand } from './ward-post.ts';

/** `ward set`: how an office calls itself in its messages. */
export const wardCommand = (): Command => {
  const ward = new Command('ward').description('what a ward office has chosen');
  ward
    .command('set <code>')
    .description('set how the office names itself in text messages')
    .requiredOption('--office <name>', 'at most 20 characters; accents are taken off')
    .option('--hotline <number>', 'the phone a citizen may ring')
    .action(async (code: string, options: { office: string; hotline?: string }, command: Command) => {
      const { dynamodb, tableName } = openStore(command);
      const settings = dynamoSettings(dynamodb, tableName, () => instantOf(new Date()));
      const before = await settings.of(Ward.parse(code));
      const chosen = WardSettings.safeParse({ ...before, ...options, office: toAscii(options.office).text });
      if (!chosen.success)
        throw new Error(
          chosen.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
        );
      await settings.save(chosen.data);
      process.stdout.write(`${JSON.stringify(chosen.data)}\n`);
    });
  ward.addCommand(wardPostCommand());
  return ward;
};
