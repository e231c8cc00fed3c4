import { Argument, Command, Option } from 'commander';
import * as z from 'zod';
import { type Api, signIn } from '../../api-client/api.ts';

const Visits = z.object({
  hamlets: z.array(z.object({ visits: z.array(z.object({ jobId: z.string(), dossierCode: z.string() })) })),
});

const ask = async (api: Api, method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await api.fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return JSON.parse(text);
};

/** The job of a dossier whose papers the ward's own people carry, as the visit list names it. */
const carriedJob = async (api: Api, dossierCode: string): Promise<string> => {
  const { hamlets } = Visits.parse(await ask(api, 'GET', '/v1/visits'));
  const visits = hamlets.flatMap((hamlet) => hamlet.visits);
  const found = visits.find((visit) => visit.dossierCode === dossierCode);
  if (!found) throw new Error(`${dossierCode} is not on the visit list`);
  return found.jobId;
};

const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
type Told = { by?: string; idChecked?: boolean; collected?: string; reason?: string };

/** `ward round`, `ward visited`: a day of the ward's own people, with the ward's own credentials. */
export const roundCommands = (): Command[] => [
  new Command('round')
    .argument('<roundId>', 'the name of the round, such as 2026-03-02-morning; the same again is the same')
    .description('set out: take along what waits for the ward’s own people')
    .action(async (roundId: string, _options: unknown, command: Command) =>
      say(await ask(await signIn(command), 'POST', '/v1/visits', { roundId })),
    ),
  new Command('visited')
    .argument('<dossierCode>', 'as the visit list has it')
    .addArgument(new Argument('<result>').choices(['delivered', 'not-met', 'brought-back']))
    .addOption(new Option('--by <relation>', 'who took the papers').choices(['self', 'family', 'proxy']))
    .option('--id-checked', 'a paper of identity was shown')
    .option('--collected <vnd>', 'cash taken at the door')
    .option('--reason <reason>', 'why they came back, such as moved or refused')
    .description('say how a visit went')
    .action(async (code: string, result: string, told: Told, command: Command) => {
      const api = await signIn(command);
      const jobId = await carriedJob(api, code);
      const report = {
        result,
        ...(told.by && { receivedBy: { relation: told.by, idChecked: told.idChecked ?? false } }),
        ...(told.collected && { collected: Number(told.collected) }),
        ...(told.reason && { reason: told.reason }),
      };
      say(await ask(api, 'POST', `/v1/dispatch-jobs/${encodeURIComponent(jobId)}/visited`, report));
    }),
];
