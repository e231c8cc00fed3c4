import type { Command } from 'commander';
import * as z from 'zod';
import { QuarantinedScan } from '../../../../shared/domain/post/tracking/correct-end.ts';
import { signIn } from '../../api-client/api.ts';

const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

const WardJob = z.looseObject({
  jobId: z.string(),
  state: z.string(),
  cod: z.looseObject({ state: z.string() }),
});

/** Does something to one job over the API and says how it stands then. */
const act = async (command: Command, jobId: string, what: string, body: object): Promise<void> => {
  const api = await signIn(command);
  const response = await api.fetch(`/v1/dispatch-jobs/${encodeURIComponent(jobId)}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  const { state, cod } = WardJob.parse(await response.json());
  say({ jobId, state, cod: cod.state });
};

type Correcting = { to: string; reason: string; by: string; returnReason?: string };
type Settling = { reason: string; by: string; received?: string };

/** `post quarantined`, `post correct`, `post settle`: what a person decides after a journey has ended. */
export const addCorrectionCommands = (post: Command): void => {
  post
    .command('quarantined')
    .description('scans that contradict how a journey ended, one a line')
    .action(async (_options: unknown, command: Command) => {
      const api = await signIn(command);
      const response = await api.fetch('/v1/quarantined-scans');
      if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
      const { scans } = z.object({ scans: z.array(QuarantinedScan) }).parse(await response.json());
      scans.forEach(say);
    });
  post
    .command('correct <jobId>')
    .description('say how a journey really ended; settles the scans that contradict it')
    .requiredOption(
      '--to <end>',
      'delivered, returned or lost; the end it has already only settles the scans',
    )
    .requiredOption('--reason <text>', 'what you know and from whom')
    .requiredOption('--by <name>', 'who decides it')
    .option('--return-reason <reason>', 'why the papers came back, such as moved or refused')
    .action(async (jobId: string, { to, reason, by, returnReason }: Correcting, command: Command) =>
      act(command, jobId, 'correct', {
        to,
        reason,
        correctedBy: by,
        ...(returnReason !== undefined && { returnReason }),
      }),
    );
  post
    .command('settle <jobId>')
    .description('say how a dispute about the cash of a job ended')
    .requiredOption('--reason <text>', 'how it was settled')
    .requiredOption('--by <name>', 'who settled it')
    .option('--received <vnd>', 'what the office has in the end')
    .action(async (jobId: string, { reason, by, received }: Settling, command: Command) =>
      act(command, jobId, 'settle-cod', {
        reason,
        settledBy: by,
        ...(received !== undefined && { received: Number(received) }),
      }),
    );
};
