import { Command } from 'commander';
import { DossierActed } from '../../../shared/domain/dossier/event/correct-request.ts';
import { signIn } from '../api-client/api.ts';

const act = async (command: Command, code: string, what: string, body: unknown): Promise<void> => {
  const api = await signIn(command);
  const response = await api.fetch(`/v1/dossiers/${encodeURIComponent(code)}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  process.stdout.write(`${JSON.stringify(DossierActed.parse(await response.json()))}\n`);
};

/** `dossier`: what an office puts right when a dossier's story is not. */
export const dossierCommand = (): Command => {
  const dossier = new Command('dossier').description('put right what was reported wrongly');
  dossier
    .command('correct <code>')
    .description('put facts right; what waits follows, what went wrong is told once more')
    .requiredOption('--facts <json>', 'such as {"applicant":{"phone":"0912 345 678"}}')
    .requiredOption('--reason <words>', 'why; it is kept with who asked')
    .action((code: string, { facts, reason }: { facts: string; reason: string }, command: Command) =>
      act(command, code, 'correct', { reason, facts: JSON.parse(facts) as unknown }),
    );
  dossier
    .command('void <code>')
    .description('take back a status that was reported by mistake, with one text of apology if it was told')
    .requiredOption('--event <id>', 'the event, as trace names it')
    .requiredOption('--reason <words>', 'why; it is kept with who asked')
    .option('--silently', 'tell the citizen nothing')
    .action(
      (
        code: string,
        { event, reason, silently = false }: { event: string; reason: string; silently?: boolean },
        command: Command,
      ) => act(command, code, 'void', { reason, eventId: event, silently }),
    );
  dossier
    .command('person-event <code>')
    .description('add the birth, marriage or death that the source does not carry; the letter follows')
    .requiredOption('--event <json>', 'such as {"kind":"death","deceasedName":"…","diedOn":"2026-12-01"}')
    .action((code: string, { event }: { event: string }, command: Command) =>
      act(command, code, 'person-event', JSON.parse(event)),
    );
  dossier
    .command('settle <code>')
    .description('say that what was told wrongly is seen to: it leaves the list `told-wrongly`')
    .requiredOption('--reason <words>', 'what was done about it; it is kept with who asked')
    .action((code: string, { reason }: { reason: string }, command: Command) =>
      act(command, code, 'settle', { reason }),
    );
  dossier
    .command('move <code>')
    .description(
      'hand a dossier over to another office, as an operator: what has not left is said by that office',
    )
    .requiredOption('--to <ward>', 'five digits, such as 26734')
    .requiredOption('--reason <words>', 'why; it is kept with who asked')
    .action((code: string, { to, reason }: { to: string; reason: string }, command: Command) =>
      act(command, code, 'move', { reason, to }),
    );
  return dossier;
};
