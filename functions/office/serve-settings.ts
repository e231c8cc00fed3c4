// Lets a ward office's systems read how it speaks to its citizens, and propose otherwise: settings, and texts of its own.
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoInboxes } from '../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoAudit } from '../../shared/adapters/dynamodb/people/audit.ts';
import { dynamoProposals } from '../../shared/adapters/dynamodb/people/proposals.ts';
import { dynamoArrangements } from '../../shared/adapters/dynamodb/post/arrangements.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { newWord } from '../../shared/adapters/lambda/new-word.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import type { Deed } from '../../shared/domain/people/audit.ts';
import { chooseSettings, judgeSettings } from '../../shared/flows/office/choose-settings.ts';
import { listChoices } from '../../shared/flows/office/list-choices.ts';
import { chooseGuarded } from '../../shared/flows/people/choose-guarded.ts';
import { proposeTemplates } from '../../shared/flows/people/propose-templates.ts';
import { propose } from '../../shared/flows/people/propose.ts';
import { settingsRoutes } from './routes/settings.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  const most = platformMost();
  const choices = dynamoChoices(dynamodb, tableName, now, { believedFor: 0, most });
  const { posts } = dynamoArrangements(dynamodb, tableName, now);
  const wardLetters = dynamoLetterSettings(dynamodb, tableName, now);
  const proposals = dynamoProposals(dynamodb, tableName, vault);
  const audit = dynamoAudit(dynamodb, tableName, vault);
  const rules = { inboxes: dynamoInboxes(dynamodb, tableName), most };
  const write = propose({ proposals, random: newWord, clock: now });
  return {
    ...choices,
    proposals,
    look: listChoices({ ...choices, wardLetters, posts }),
    chooseGuarded: chooseGuarded({
      ...choices,
      judge: judgeSettings(rules),
      choose: chooseSettings({ ...choices, ...rules }),
      propose: write,
    }),
    proposeTemplates: proposeTemplates({ ...choices, propose: write, clock: now }),
    note: (deed: Deed) => audit.note(deed),
    newId: newWord,
    clock: now,
  };
};

export const handler = httpFunction(build, settingsRoutes);
