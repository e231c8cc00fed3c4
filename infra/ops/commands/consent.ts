import { Command } from 'commander';
import { dynamoConsents } from '../../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoDossiers } from '../../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoConversations } from '../../../shared/adapters/dynamodb/notification/conversations.ts';
import { dynamoLetters } from '../../../shared/adapters/dynamodb/letter/letters.ts';
import { dynamoNotifications } from '../../../shared/adapters/dynamodb/notification/notifications.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { recordConsents } from '../../../shared/flows/office/record-consents.ts';
import { openSealedStore } from '../api-client/store.ts';
import { wardIn, writeLine } from './ward/ward.ts';

type Given = {
  ward: string;
  phone?: string;
  dossier?: string;
  channel?: string;
  purpose?: string;
  evidence: string;
  by?: string;
  in?: boolean;
  out?: boolean;
};

const set = async (given: Given, command: Command) => {
  const { ward: code, in: optIn = false, out: optOut = false, dossier, ...rest } = given;
  if (optIn === optOut) throw new Error('Give either --in or --out.');
  const ward = wardIn(code);
  const { dynamodb, tableName, vault } = await openSealedStore(command);
  const record = recordConsents({
    consents: dynamoConsents(dynamodb, tableName, vault),
    conversations: dynamoConversations(dynamodb, tableName, vault),
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    letters: dynamoLetters(dynamodb, tableName, vault),
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    vault,
    clock: () => instantOf(new Date()),
  });
  const note = { ...rest, ...(dossier && { dossierCode: dossier }), choice: optIn ? 'in' : 'out' };
  const [row] = await record(ward, [note], 'en', 'command-line');
  if (row?.outcome !== 'recorded') {
    const errors = row?.problem.errors ?? [];
    throw new Error(
      errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('\n') || 'Try again.',
    );
  }
  writeLine({ ...note, ...row });
};

/** `consent set`: notes down what a citizen chose, with how the office knows. */
export const consentCommand = (): Command => {
  const consent = new Command('consent').description('what a citizen wants to be told, and how');
  consent
    .command('set')
    .description('note down one choice; the newest counts, and what is declined stops on its way')
    .requiredOption('--ward <code>', 'five digits, such as 26506')
    .option('--phone <number>', 'the citizen’s phone')
    .option('--dossier <code>', 'instead of a phone: the family of this dossier, for --purpose letters')
    .option('--channel <channel>', 'sms, zalo, letter, post or call-list; without it, every channel')
    .option('--purpose <purpose>', 'status or letters', 'status')
    .option('--in', 'wants to be told')
    .option('--out', 'wants to be left alone')
    .requiredOption('--evidence <words>', 'how the office knows, such as: signed at the counter')
    .option('--by <name>', 'who of the office noted it down; needed to tell somebody again who refused')
    .action(set);
  return consent;
};
