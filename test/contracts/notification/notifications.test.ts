import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { laysOnTheDesk } from './worklist.contract.ts';
import { settlesDoubts } from './doubts.contract.ts';
import { listsNotifications } from './due-notifications.contract.ts';
import { movesNotifications } from './moves.contract.ts';
import { keepsNotifications } from './notifications.contract.ts';
import { losesNothing } from './nothing-vanishes.contract.ts';
import { owesWordsApart } from './owing.contract.ts';

for (const contract of [
  movesNotifications,
  keepsNotifications,
  settlesDoubts,
  listsNotifications,
  laysOnTheDesk,
  owesWordsApart,
  losesNothing,
]) {
  contract('memory', async () => memoryStore());
  contract('dynamodb', dynamodbStore);
}
