import {
  memoryBookmarks,
  memoryCarrierOrders,
  memoryCarrierWords,
} from '../../../shared/adapters/memory/post/carriers.ts';
import {
  keepsBookmarks,
  keepsCarrierOrders,
  keepsCarrierWords,
} from '../../contracts/post/carrier-stores.contract.ts';

keepsCarrierOrders('memory', async () => memoryCarrierOrders());
keepsCarrierWords('memory', async () => memoryCarrierWords());
keepsBookmarks('memory', async () => memoryBookmarks());
