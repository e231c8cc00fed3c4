// Takes what a postal partner reports: scans and cash; and tells it what has changed about its jobs.
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { openPostWithEvidence } from '../../shared/adapters/open-evidence.ts';
import { trackingRoutes } from './routes/tracking.ts';

export const handler = httpFunction(openPostWithEvidence, trackingRoutes);
