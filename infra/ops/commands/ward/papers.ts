import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Api, signIn } from '../../api-client/api.ts';

/** A file's name that no id can lead out of its folder. */
export const fileName = (id: string, type: string): string =>
  `${id.replaceAll(/[^\w.-]/g, '_').replace(/^\.+/, '_')}.${type}`;

type Paper = { path: string; name: string; format: string; type: string; out: string | undefined };

/** Fetches one paper and writes it into a folder, whose line it answers, or to stdout where none is named. */
const savePaper = async (api: Api, { path, name, format, type, out }: Paper): Promise<void> => {
  const response = await api.fetch(`${path}?format=${format}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${response.status}: ${bytes.toString()}`);
  if (out === undefined) return void process.stdout.write(bytes);
  mkdirSync(out, { recursive: true });
  const file = join(out, fileName(name, type));
  writeFileSync(file, bytes);
  process.stdout.write(`${JSON.stringify({ file, bytes: bytes.length })}\n`);
};

const intoFolder = ['--out <dir>', 'write it there instead of to stdout'] as const;
const formats = (...known: string[]) =>
  new Option('--format <format>', 'what to print').choices(known).default(known[0]);
type Chosen = { out?: string; format: string };

/** Papers of the post for one side of the counter: a partner (`/partner/v1`) or a ward office (`/v1`). */
export const paperCommands = (side: '/partner/v1' | '/v1'): Command[] => [
  new Command('label')
    .argument('<jobId>')
    .description('the label of an accepted job, A6; every print is counted')
    .addOption(formats('zpl', 'pdf-a6'))
    .option(...intoFolder)
    .action(async (jobId: string, { out, format }: Chosen, command: Command) => {
      const path = `${side}/dispatch-jobs/${encodeURIComponent(jobId)}/label`;
      const type = format === 'zpl' ? 'zpl' : 'pdf';
      await savePaper(await signIn(command), { path, name: jobId, format, type, out });
    }),
  new Command('manifest')
    .argument('<manifestId>')
    .description('a sealed hand-over list, for print and two signatures')
    .addOption(formats('pdf', 'csv'))
    .option(...intoFolder)
    .action(async (id: string, { out, format }: Chosen, command: Command) => {
      const path = `${side}/manifests/${encodeURIComponent(id)}/document`;
      await savePaper(await signIn(command), { path, name: id, format, type: format, out });
    }),
  new Command('visits')
    .description('whom the ward’s own people visit, hamlet by hamlet, with room to note each visit')
    .addOption(formats('pdf', 'csv', 'json'))
    .option(...intoFolder)
    .action(async ({ out, format }: Chosen, command: Command) => {
      await savePaper(await signIn(command), {
        path: `${side}/visits`,
        name: 'visits',
        format,
        type: format,
        out,
      });
    }),
];
