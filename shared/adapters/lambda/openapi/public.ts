import { parameter, refuses } from './parts.ts';

/** What anybody may open who holds a code from a paper of ours, as the API's description has it. */
export const publicPaths = {
  '/lich/{token}': {
    get: {
      summary: 'A family’s vaccination calendar (RFC 5545), by the code on its letter',
      operationId: 'vaccinationCalendar',
      security: [],
      parameters: [parameter('path', 'token', 'The secret word, with or without `.ics`')],
      responses: {
        '200': {
          description: 'The calendar',
          content: { 'text/calendar': { schema: { type: 'string' } } },
        },
        '404': refuses('Unknown, or closed'),
      },
    },
  },
  '/buu-gui/{code}': {
    get: {
      summary: 'Whom lost papers go back to, by the code on their label',
      operationId: 'parcelPage',
      security: [],
      parameters: [parameter('path', 'code', 'As it stands in the QR code')],
      responses: {
        '200': {
          description: 'A page that names the office and no citizen',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
        '404': {
          description: 'A page that says that no parcel has this code',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
      },
    },
  },
};
