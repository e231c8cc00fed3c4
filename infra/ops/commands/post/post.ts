import { Command } from 'commander';
import { openPost } from '../../../../shared/adapters/dynamodb/post/open-post.ts';
import { nationalCalendars } from '../../../../shared/domain/calendar/national/calendars.ts';
import { formatMoment } from '../../../../shared/domain/values/day.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import { WaitingPapers } from '../../../../shared/domain/post/partner/waiting-papers.ts';
import { waitingEverywhere } from '../../../../shared/flows/post/office/list-waiting-papers.ts';
import { signIn } from '../../api-client/api.ts';
import { addCorrectionCommands } from './corrections.ts';
import { addCashCommand, addConfirmCommand } from './money.ts';
import { openSealedStore } from '../../api-client/store.ts';

const now = () => instantOf(new Date());

/** Of every ward, from the store itself: no tenant may see this, the person on duty has to. */
const everywhere = async (command: Command): Promise<WaitingPapers> => {
  const { dynamodb, tableName, vault } = await openSealedStore(command);
  const post = openPost(dynamodb, tableName, vault, now);
  return waitingEverywhere({ ...post, calendars: nationalCalendars })();
};

const ofWard = async (command: Command): Promise<WaitingPapers> => {
  const api = await signIn(command);
  const response = await api.fetch('/v1/reports/waiting-papers');
  if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  return WaitingPapers.parse(await response.json());
};

/** The list as lines for a terminal: whom to ring first stands first. */
const waitingLines = ({ waiting, silentPartners }: WaitingPapers): string[] => {
  const lines = [
    ...silentPartners.map(
      ({ partner, offeredSince, lastAskedAt }) =>
        `${partner} does not ask: jobs on offer since ${formatMoment(offeredSince)}, ${
          lastAskedAt === undefined ? 'never asked' : `asked last at ${formatMoment(lastAskedAt)}`
        }`,
    ),
    ...waiting.map(
      ({ timer, jobId, partner, state, since, tells }) =>
        `${timer}   since ${formatMoment(since)}   ${jobId}   ${state}, ${partner}   for: ${tells}`,
    ),
  ];
  return lines.length === 0 ? ['Nothing waits too long.'] : lines;
};

/** `post …`: what waits too long, how the money stands, and what a person decides about either. */
export const postCommand = (): Command => {
  const post = new Command('post').description('result papers on their way, for the person on duty');
  post
    .command('waiting')
    .description('what waits too long, and which partners do not ask for their jobs')
    .option('--all', 'of every ward, from the store (a local run, or --table and DATA_KEY_ARN)')
    .option('--json', 'as the API gives it')
    .action(async ({ all, json }: { all?: boolean; json?: boolean }, command: Command) => {
      const found = await (all ? everywhere(command) : ofWard(command));
      process.stdout.write(`${json ? JSON.stringify(found) : waitingLines(found).join('\n')}\n`);
    });
  addCashCommand(post, '/v1');
  addConfirmCommand(post);
  addCorrectionCommands(post);
  return post;
};
