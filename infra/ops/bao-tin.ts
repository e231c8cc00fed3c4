// What a person on duty runs: every command explains itself with --help and ends with 0 only if all went well.
import { constants } from 'node:os';
import { Command } from 'commander';
import { clientCommand } from './commands/client.ts';
import { consentCommand } from './commands/consent.ts';
import { partnerCommand } from './partner-kit/commands.ts';
import { demoCommand } from './commands/demo/demo.ts';
import { doctorCommand } from './doctor/command.ts';
import { dueCommand } from './commands/due.ts';
import { officerCommand } from './commands/ward/officer.ts';
import { overdueCommand } from './commands/overdue.ts';
import { letterCommand } from './commands/letter.ts';
import { callsCommand, notificationCommand } from './commands/notification.ts';
import { personCommand } from './commands/person/person.ts';
import { phoneCommand } from './commands/phone.ts';
import { placesCommand } from './commands/places.ts';
import { postCommand } from './commands/post/post.ts';
import { priceCommand } from './price/command.ts';
import { preflightCommand } from './preflight/command.ts';
import { restoreCommand } from './commands/restore/restore.ts';
import { pushCommand } from './commands/push/push.ts';
import { rehearseCommand } from './commands/rehearse.ts';
import { smsCommand } from './commands/sms.ts';
import { templateCommand } from './commands/template.ts';
import { dossierCommand } from './commands/dossier.ts';
import { traceCommand } from './commands/trace.ts';
import { keyCommand } from './commands/keys/key.ts';
import { worklistCommand } from './commands/worklist.ts';
import { supplyCommand } from './commands/supply/supply.ts';
import { trackingCommand } from './commands/tracking.ts';
import { vaccinationCommand } from './commands/vaccination.ts';
import { wardCommand } from './commands/ward/ward.ts';

const program = new Command('bao-tin')
  .description('Báo Tin on the command line. Many in, many out: NDJSON on stdin and stdout.')
  .option('--url <url>', 'the Báo Tin to talk to (BAO_TIN_URL; a single local run is found by itself)')
  .option('--client-id <id>', 'credentials of a ward or partner (BAO_TIN_CLIENT_ID)')
  .option('--client-secret-file <path>', 'a file with its secret; - for stdin (or BAO_TIN_CLIENT_SECRET)')
  .option('--client-secret <secret>', 'everybody on this machine can read it there: give a file instead')
  .option('--table <name>', 'the table of a deployed stack, for commands that work on the store itself')
  .showHelpAfterError()
  .addCommand(pushCommand())
  .addCommand(rehearseCommand())
  .addCommand(traceCommand())
  .addCommand(worklistCommand())
  .addCommand(dossierCommand())
  .addCommand(overdueCommand())
  .addCommand(callsCommand())
  .addCommand(notificationCommand())
  .addCommand(dueCommand())
  .addCommand(doctorCommand())
  .addCommand(preflightCommand())
  .addCommand(priceCommand())
  .addCommand(clientCommand())
  .addCommand(keyCommand())
  .addCommand(officerCommand())
  .addCommand(wardCommand())
  .addCommand(templateCommand())
  .addCommand(consentCommand())
  .addCommand(smsCommand())
  .addCommand(personCommand())
  .addCommand(restoreCommand())
  .addCommand(phoneCommand())
  .addCommand(placesCommand())
  .addCommand(trackingCommand())
  .addCommand(partnerCommand())
  .addCommand(postCommand())
  .addCommand(vaccinationCommand())
  .addCommand(letterCommand())
  .addCommand(supplyCommand())
  .addCommand(demoCommand());

// As Unix tools end by SIGPIPE, which Node does not heed: without a word once nobody reads on (`| head`).
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(128 + constants.signals.SIGPIPE);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
