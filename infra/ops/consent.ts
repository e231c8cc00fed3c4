import { Command } from 'commander';
import { dynamoConsents } from '../../shared/adapters/dynamodb/consents.ts';
import { readConsentNote } from '../../shared/domain/consent-request.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { openSealedStore } from './store.ts';
import { wardIn, writeLine } from './ward.ts';

type Given = {
  ward: string;
  phone: string;
  channel?: string;
  purpose?: string;
  evidence: string;
  in?: boolean;
  out?: boolean;
};

const set = async (given: Given, command: Command) => {
  const { ward: code, in: optIn = false, out: optOut = false, ...rest } = given;
  if (optIn === optOut) throw new Error('Give either --in or --out.');
  const note = readConsentNote({ ...rest, choice: optIn ? 'in' : 'out' }, instantOf(new Date()));
  if (!note.ok)
    throw new Error(note.errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('\n'));
  const { dynamodb, tableName, vault } = await openSealedStore(command);
  const person = { ward: wardIn(code), phone: note.phone };
  await dynamoConsents(dynamodb, tableName, vault).record(person, note.consent);
  writeLine(note.consent);
};

/** `consent set`: notes down what a citizen chose, with how the office knows. */
export const consentCommand = (): Command => {
  const consent = new Command('consent').description('what a citizen wants to be told, and how');
  consent
    .command('set')
    .description('note down one choice; the newest counts from the next event on')
    .requiredOption('--ward <code>', 'five digits, such as 26506')
    .requiredOption('--phone <number>', 'the citizen’s phone')
    .option('--channel <channel>', 'sms, zalo, letter, post or call-list; without it, every channel')
    .option('--purpose <purpose>', 'status or letters', 'status')
    .option('--in', 'wants to be told')
    .option('--out', 'wants to be left alone')
    .requiredOption('--evidence <words>', 'how the office knows, such as: signed at the counter')
    .action(set);
  return consent;
};
