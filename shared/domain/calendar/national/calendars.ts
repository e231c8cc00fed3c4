import type { Calendars } from '../calendar.ts';
import { calendar2026 } from './2026.ts';
import { calendar2027 } from './2027.ts';

/** Every year we know. A new year is a new file here, once the government has announced it. */
export const nationalCalendars: Calendars = [calendar2026, calendar2027];
