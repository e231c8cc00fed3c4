import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { dynamoArrangements } from '../../../../shared/adapters/dynamodb/post/arrangements.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import { WardPost } from '../../../../shared/domain/post/partner/ward-post.ts';
import { openStore } from '../../api-client/store.ts';

const now = () => instantOf(new Date());

/** What the table has arranged for the post, for commands that change it. */
export const arrangementsFor = (command: Command) => {
  const { dynamodb, tableName } = openStore(command);
  return dynamoArrangements(dynamodb, tableName, now);
};

/** A file of JSON in this shape, or why it is not. */
export const readJson = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> => {
  const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
};

/** `ward post CODE --file`: who carries a ward's results, from where, and for how much. */
export const wardPostCommand = (): Command =>
  new Command('post')
    .description('say who carries the ward’s results, from where, and for how much')
    .argument('<code>', 'the ward, five digits')
    .requiredOption('--file <json>', 'partners, pickup, fee, parcel (see docs/partners.md)')
    .action(async (code: string, { file }: { file: string }, command: Command) => {
      const post = { ...readJson(file, WardPost.omit({ ward: true })), ward: code };
      await arrangementsFor(command).savePost(WardPost.parse(post));
      process.stdout.write(`${JSON.stringify(post)}\n`);
    });
