// Lets a ward office ask for journeys, look at those it waits for, take them back, and walk those it makes itself.
import { openPostWith } from '../../shared/adapters/open-post-store.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { wardActs } from './routes/ward-acts.ts';
import { wardJobs } from './routes/ward-jobs.ts';
import { wardVisits } from './routes/ward-visits.ts';

const build = () => openPostWith(() => ({ hash: sha256 }));

export const handler = httpFunction(build, { ...wardJobs, ...wardActs, ...wardVisits });
