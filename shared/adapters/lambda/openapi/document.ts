import type { Scope } from '../../../domain/office/client.ts';
import { dossierActPaths } from './dossier-acts.ts';
import { choicePaths, peoplePaths } from './choices.ts';
import { deskPaths } from './worklist.ts';
import { partnerPaths } from './post-partners.ts';
import { postPaths } from './post.ts';
import { evidencePaths } from './evidence.ts';
import { publicPaths } from './public.ts';
import { importPaths } from './imports.ts';
import { personPaths } from './rights/persons.ts';
import { letterPaths } from './letters.ts';
import { inChapters, tags } from './chapters.ts';
import { apiSchemas } from './schemas.ts';
import { answers, body, gateway, parameter, refuses, unreadable, ward } from './parts.ts';

const paths = {
  '/v1/status-events': {
    post: {
      summary: 'Report what became of dossiers',
      description:
        'One result per event, in order. 202 is answered when every row has been judged; `accepted` rows are durable. The same event again is a `duplicate`; its id with another body is `rejected` (`event-id-reused`).',
      operationId: 'acceptStatusEvents',
      security: ward('ward:write'),
      ...body('StatusEventsRequest'),
      responses: {
        '202': answers('Every event has been judged', 'StatusEventsResponse'),
        ...unreadable,
        ...gateway,
      },
    },
  },
  '/v1/dossiers/{code}': {
    get: {
      summary: 'One dossier with its whole story',
      operationId: 'traceDossier',
      security: ward('ward:read'),
      parameters: [parameter('path', 'code', 'The dossier code, such as H29.26-260302-0001')],
      responses: {
        '200': answers('From event to receipt', 'DossierTimeline'),
        '404': refuses('Not known to this ward'),
        ...gateway,
      },
    },
  },
  ...dossierActPaths,
  '/v1/dossiers': {
    get: {
      summary: 'Dossiers of a phone',
      operationId: 'findDossiers',
      security: ward('ward:read'),
      parameters: [parameter('query', 'phone', 'A Vietnamese mobile number in any usual spelling')],
      responses: {
        '200': answers('Newest first', 'DossierList'),
        '400': refuses('Not a Vietnamese mobile number'),
        ...gateway,
      },
    },
  },
  ...choicePaths,
  ...peoplePaths,
  ...deskPaths,
  ...postPaths,
  ...partnerPaths,
  ...evidencePaths,
  '/v1/reports/overdue': {
    get: {
      summary: 'What the office owes an apology for',
      description:
        'Late and unfinished without an apology (Mẫu 04), and what can still be apologised for today.',
      operationId: 'listOverdue',
      security: ward('ward:read'),
      responses: { '200': answers('The longest late first', 'OverdueList'), ...gateway },
    },
  },
  ...importPaths,
  ...letterPaths,
  ...personPaths,
  ...publicPaths,
  '/oauth/token': {
    post: {
      summary: 'An access token for a machine (OAuth 2 client credentials)',
      operationId: 'issueToken',
      security: [{ basic: [] }, {}],
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              required: ['grant_type'],
              properties: {
                grant_type: {
                  type: 'string',
                  const: 'client_credentials',
                  description: 'Always so',
                  examples: ['client_credentials'],
                },
                client_id: {
                  type: 'string',
                  description: 'Instead of HTTP Basic',
                  examples: ['partner-acme-1c9d'],
                },
                client_secret: {
                  type: 'string',
                  description: 'Instead of HTTP Basic',
                  examples: ['as it was given to you'],
                },
                scope: {
                  type: 'string',
                  description: 'Less than all that you may, names with spaces between',
                  examples: ['partner:jobs'],
                },
              },
            },
          },
        },
      },
      responses: {
        '200': answers('A token for one hour', 'TokenResponse'),
        '400': answers('The request is not understood', 'TokenError'),
        '401': answers('Unknown, revoked or wrong', 'TokenError'),
      },
    },
  },
};

const scopeWords: Readonly<Record<Scope, string>> = {
  'ward:write': 'Report events and act for one office',
  'ward:read': 'Read what belongs to one office',
  'ward:persons': 'Show and erase all that is kept about a citizen; given by a leader, by name',
  'ward:operate': 'Move what belongs to one office to another; for operators',
  'partner:jobs': 'Work on the jobs of one postal partner',
};

/** The API as OpenAPI 3.1, its shapes generated from the schemas that check the requests. */
export const apiDescription = (server: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Báo Tin',
    version: '1',
    description:
      'Brings word to citizens about their dossiers. Unknown fields are refused. Whose machine calls, the token says; what belongs to another office or partner is 404. Problems are RFC 9457. Money is whole VND, instants carry an offset.',
    contact: { name: 'Báo Tin', url: server },
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: server, description: 'This installation' }],
  tags,
  paths: inChapters(paths),
  components: {
    schemas: apiSchemas(),
    securitySchemes: {
      basic: {
        type: 'http',
        scheme: 'basic',
        description: 'Client id and secret, at the token endpoint only',
      },
      machine: {
        type: 'oauth2',
        description: 'An hour’s token for one office or one partner',
        flows: {
          clientCredentials: {
            tokenUrl: `${server}/oauth/token`,
            scopes: scopeWords,
          },
        },
      },
    },
  },
});
