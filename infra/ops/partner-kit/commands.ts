import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import { signIn } from '../api-client/api.ts';
import { paperCommands } from '../commands/ward/papers.ts';
import { addCashCommand } from '../commands/post/money.ts';
import { arrangementsFor, readJson } from '../commands/ward/post.ts';
import { acceptance } from './acceptance.ts';
import { sendEvidence } from './evidence.ts';
import { partnerGuide } from './guide/guide.ts';
import { postClient } from './post-client.ts';
import { carrierCommands } from './carriers.ts';
import { fillSandbox } from './sandbox.ts';
import { trackLines } from './track.ts';
import { work } from './work.ts';

const clientOf = async (command: Command) => postClient(await signIn(command));
const sayLine = (line: Record<string, unknown>): void =>
  void process.stdout.write(`${JSON.stringify(line)}\n`);

/** `partner …`: a working postal client, and what the house needs to take a partner in. */
export const partnerCommand = (): Command => {
  const partner = new Command('partner').description('a postal partner’s client, and partners themselves');
  partner
    .command('work')
    .description('claim, accept, label and track jobs until stopped; may be killed at any moment')
    .option('--out <dir>', 'where labels go, and the little it remembers', '.local/partner')
    .option('--max <jobs>', 'jobs a claim', '20')
    .option('--lease <seconds>', 'how long a lease lasts', '600')
    .option('--scans <dir>', 'send the tracking events that are put there, one NDJSON file after the other')
    .option('--once', 'end when nothing is left to fetch')
    .action(
      async (
        options: { out: string; max: string; lease: string; scans?: string; once?: boolean },
        command: Command,
      ) => {
        const done = await work(await clientOf(command), {
          directory: options.out,
          maxJobs: Number(options.max),
          leaseSeconds: Number(options.lease),
          scans: options.scans,
          once: options.once ?? false,
          say: sayLine,
        });
        process.stderr.write(`${done} labels\n`);
      },
    );
  partner
    .command('track')
    .description('read tracking events as NDJSON from stdin, answer what became of each')
    .action(async (_options: unknown, command: Command) => trackLines(await clientOf(command)));
  partner
    .command('evidence <jobId> <file>')
    .description('upload a photograph or slip of a job, and print the id that a tracking event names')
    .action(async (jobId: string, file: string, _options: unknown, command: Command) =>
      sayLine({
        jobId,
        evidenceId: await sendEvidence(await clientOf(command), jobId, file, readFileSync(file)),
      }),
    );
  for (const command of paperCommands('/partner/v1')) partner.addCommand(command);
  partner
    .command('acceptance')
    .description('check a client’s view of a sandbox: claims, leases, replays, order, returns, cash')
    .argument('[url]', 'the sandbox; otherwise --url or BAO_TIN_URL')
    .option('--fill <partner>', 'first put jobs on offer to this partner (on a local run only)')
    .action(async (url: string | undefined, { fill }: { fill?: string }, command: Command) => {
      if (url !== undefined) process.env['BAO_TIN_URL'] = url;
      if (fill !== undefined) await fillSandbox(command, fill, 10);
      const well = await acceptance(
        await clientOf(command),
        (line) => void process.stdout.write(`${line}\n`),
      );
      if (!well) process.exitCode = 1;
    });
  partner
    .command('sandbox <partner>')
    .description('put jobs for invented citizens on offer to a partner (on a local run only)')
    .option('--jobs <count>', 'how many', '10')
    .action(async (code: string, { jobs }: { jobs: string }, command: Command) => {
      for (const jobId of await fillSandbox(command, code, Number(jobs))) sayLine({ jobId });
    });
  partner
    .command('save')
    .description('write down what was agreed with a partner')
    .requiredOption(
      '--file <json>',
      'code, name, codes, series, pool, holdDays, asksWithinMinutes, carrier (see docs/partners.md)',
    )
    .action(async ({ file }: { file: string }, command: Command) => {
      const agreed = readJson(file, PostalPartner);
      await arrangementsFor(command).savePartner(agreed);
      sayLine(agreed);
    });
  partner
    .command('guide')
    .description('docs/partners.md, its tables and bodies printed from the schemas')
    .addOption(new Option('--language <code>', 'in which language').choices(['en', 'vi']).default('en'))
    .action(({ language }: { language: 'en' | 'vi' }) => void process.stdout.write(partnerGuide(language)));
  addCashCommand(partner, '/partner/v1');
  for (const command of carrierCommands()) partner.addCommand(command);
  return partner;
};
