// Takes announcements of photographs and slips from postal partners, and shows a ward what has come.
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { openPostWithEvidence } from '../../shared/adapters/open-evidence.ts';
import { evidenceRoutes } from './routes/evidence.ts';

export const handler = httpFunction(openPostWithEvidence, evidenceRoutes);
