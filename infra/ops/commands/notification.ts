import { Command } from 'commander';
import { formatMoment } from '../../../shared/domain/values/day.ts';
import { DeskNotification, DeskPage } from '../../../shared/domain/notification/acts.ts';
import { type Api, signIn } from '../api-client/api.ts';

const ask = async (api: Api, path: string, init?: RequestInit): Promise<unknown> => {
  const response = await api.fetch(path, init);
  if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

const everything = async (api: Api, query: string): Promise<DeskNotification[]> => {
  const all: DeskNotification[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = DeskPage.parse(await ask(api, `/v1/notifications?${query}${more}`));
    all.push(...page.notifications);
    cursor = page.cursor;
  }
  return all;
};

const linesOf = (one: DeskNotification): string[] => [
  `${formatMoment(one.dueAt)}   ${one.dial ?? one.to}   ${one.dossierCode}${one.attempts > 0 ? `   tried ${one.attempts}x` : ''}${one.reason === undefined ? '' : `   (${one.reason})`}`,
  `  ${one.text}`,
  `  ${one.id}`,
];

const print = (all: readonly DeskNotification[], nothing: string, json?: boolean): void => {
  const said = all.length === 0 ? nothing : all.flatMap(linesOf).join('\n');
  process.stdout.write(json ? all.map((one) => `${JSON.stringify(one)}\n`).join('') : `${said}\n`);
};

const act = async (command: Command, id: string, what: string, body: object): Promise<void> => {
  const api = await signIn(command);
  const answer = await ask(api, `/v1/notifications/${encodeURIComponent(id)}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { state, dueAt } = DeskNotification.parse(answer);
  process.stdout.write(state === 'queued' ? `queued, due ${formatMoment(dueAt)}\n` : `${state}\n`);
};

/** `calls`: the citizens of a ward who can only be rung, and how the calls ended. */
export const callsCommand = (): Command => {
  const calls = new Command('calls')
    .description('citizens with a landline, whom somebody has to ring')
    .option('--json', 'one JSON line for each call')
    .action(async ({ json }: { json?: boolean }, command: Command) =>
      print(await everything(await signIn(command), 'channel=call-list'), 'Nobody has to be rung.', json),
    );
  calls
    .command('note')
    .description('note how a call ended')
    .argument('<id>', 'the last line of an entry in the list')
    .requiredOption('--outcome <outcome>', 'reached, no-answer or wrong-number')
    .option('--note <words>', 'whatever the next one should know')
    .action((id: string, { outcome, note }: { outcome: string; note?: string }, command: Command) =>
      act(command, id, 'call', { outcome, ...(note !== undefined && { note }) }),
    );
  return calls;
};

/** `notification`: messages in doubt or lost, and what a person does about them. */
export const notificationCommand = (): Command => {
  const notification = new Command('notification').description('messages that somebody has to look after');
  notification
    .command('list')
    .description('messages of one state, the longest waiting first')
    .requiredOption('--state <state>', 'unknown, failed, undelivered, unconfirmed or held-back')
    .option('--json', 'one JSON line for each message')
    .action(async ({ state, json }: { state: string; json?: boolean }, command: Command) =>
      print(
        await everything(await signIn(command), `state=${encodeURIComponent(state)}`),
        `No message is ${state}.`,
        json,
      ),
    );
  for (const [what, does] of [
    ['resend', 'send a lost message once more'],
    ['cancel', 'take back a message that has not left, or a call that is not to be made'],
    ['settle', 'say that somebody saw to it otherwise; it leaves its list'],
  ] as const) {
    notification
      .command(what)
      .description(does)
      .argument('<id>', 'the last line of an entry in the list')
      .requiredOption('--reason <words>', 'why; it is kept with who asked')
      .action((id: string, { reason }: { reason: string }, command: Command) =>
        act(command, id, what, { reason }),
      );
  }
  return notification;
};
