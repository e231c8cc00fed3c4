// Shows offices and partners what of their papers waits too long and how the money stands, and lets offices confirm it.
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { openPostWith } from '../../shared/adapters/open-post-store.ts';
import { nationalCalendars } from '../../shared/domain/calendar/national/calendars.ts';
import { reportRoutes } from './routes/reports.ts';

export const handler = httpFunction(
  () => openPostWith(() => ({ calendars: nationalCalendars })),
  reportRoutes,
);
