// Lets a postal partner pull its dispatch jobs under a lease, accept them, and answer what the office asks of it.
import { openPostStore } from '../../shared/adapters/open-post-store.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { partnerActs } from './routes/partner-acts.ts';
import { partnerJobs } from './routes/partner-jobs.ts';

export const handler = httpFunction(openPostStore, { ...partnerJobs, ...partnerActs });
