import { memoryDispatchJobs } from '../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { keepsDispatchJobs } from '../../contracts/dispatch-jobs.contract.ts';

keepsDispatchJobs('memory', async () => memoryDispatchJobs());
