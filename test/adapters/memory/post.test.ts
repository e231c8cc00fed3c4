import { memoryCash, memoryConfirmations } from '../../../shared/adapters/memory/post/cash-books.ts';
import { memoryDispatchJobs } from '../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryEvidenceShelf } from '../../../shared/adapters/memory/post/evidence.ts';
import {
  memoryManifests,
  memoryRemittances,
  memoryTrackingNumbers,
} from '../../../shared/adapters/memory/post/paperwork.ts';
import { keepsCashBooks, keepsConfirmations } from '../../contracts/post/cash-books.contract.ts';
import { keepsDispatchJobs } from '../../contracts/post/dispatch-jobs.contract.ts';
import { keepsEvidence } from '../../contracts/post/evidence.contract.ts';
import {
  keepsManifests,
  keepsRemittances,
  keepsTrackingNumbers,
} from '../../contracts/post/paperwork.contract.ts';

keepsDispatchJobs('memory', async () => memoryDispatchJobs());
keepsManifests('memory', async () => memoryManifests());
keepsRemittances('memory', async () => memoryRemittances());
keepsTrackingNumbers('memory', async (partners) => memoryTrackingNumbers(partners));
keepsEvidence('memory', async () => memoryEvidenceShelf());
keepsCashBooks('memory', async () => {
  const books = memoryCash();
  return { jobs: memoryDispatchJobs(books), books };
});
keepsConfirmations('memory', async () => memoryConfirmations());
