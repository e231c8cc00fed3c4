import type { ApiShape } from '../../../domain/api/shapes.ts';
import type { Scope } from '../../../domain/office/client.ts';
import { answers, body, gateway, parameter, refuses, unreadable, ward } from './parts.ts';

export type Door = [operationId: string, summary: string, asks: ApiShape | undefined, says: string];

const id = parameter('path', 'id', 'The name that was given to it');
const optional = (name: string, description: string) => ({
  ...parameter('query', name, description),
  required: false,
});

/** One door: what it is for, what it takes and says. Types with a stroke instead of a shape are those of a document. */
export const door = (
  path: string,
  scope: Scope,
  [operationId, summary, asks, says]: Door,
  queries: string[] = [],
) => ({
  summary,
  operationId,
  security: ward(scope),
  parameters: [
    ...(path.includes('{id}') ? [id] : []),
    ...queries.map((query) => {
      const [name = '', words = ''] = query.split(/: (.*)/);
      return optional(name, words);
    }),
  ],
  ...(asks && body(asks)),
  responses: {
    '200': says.includes('/')
      ? {
          description: 'The document',
          content: Object.fromEntries(
            says.split(' ').map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
          ),
        }
      : answers('Done, now or before', says as ApiShape),
    ...(asks && unreadable),
    ...(path.includes('{id}') && { '404': refuses('Not known to this caller') }),
    ...(asks && { '409': refuses('Not possible as things stand; `type` says why') }),
    ...gateway,
  },
});

/** A door that makes something, or finds what was made before under the same name. */
export const making = <Is extends ReturnType<typeof door>>(is: Is) => ({
  ...is,
  responses: { '201': { ...is.responses['200'], description: 'Made' }, ...is.responses },
});

export const pages = ['state: States, separated by commas', 'cursor: Where the page before ended'];

/** What may be done to one thing, each act a segment of its own (docs/decisions/0008-acts-are-path-segments.md). */
export const actDoors = (
  place: string,
  scope: Scope,
  acts: Record<string, Door>,
): Record<string, { post: ReturnType<typeof door> }> =>
  Object.fromEntries(
    Object.entries(acts).map(([act, is]) => [
      `${place}/{id}/${act}`,
      { post: door(`${place}/{id}`, scope, is) },
    ]),
  );

export const listsOf = (side: '/v1' | '/partner/v1', scope: Scope, who: string) => ({
  [`${side}/dispatch-jobs/{id}/label`]: {
    get: door(
      '{id}',
      scope,
      [
        `print${who}Label`,
        'The label of an accepted job, A6 as PDF or ZPL; every print is counted',
        undefined,
        'application/pdf application/vnd.zebra-zpl',
      ],
      ['format: `pdf-a6` (default) or `zpl`'],
    ),
  },
  [`${side}/manifests`]: {
    post: making(
      door('', scope, [
        `open${who}Manifest`,
        'Begin a hand-over list of these jobs, or of all that wait',
        'ManifestRequest',
        'Manifest',
      ]),
    ),
  },
  [`${side}/manifests/{id}`]: {
    get: door('{id}', scope, [`read${who}Manifest`, 'A hand-over list as it stands', undefined, 'Manifest']),
  },
  [`${side}/manifests/{id}/document`]: {
    get: door(
      '{id}',
      scope,
      [
        `print${who}Manifest`,
        'A sealed list for print and two signatures (PDF/A-2a), or as CSV',
        undefined,
        'application/pdf text/csv',
      ],
      ['format: `pdf` (default) or `csv`'],
    ),
  },
  ...actDoors(`${side}/manifests`, scope, {
    seal: [
      `seal${who}Manifest`,
      'Bind the items to the list; nothing changes any more',
      'NoFields',
      'SealedManifest',
    ],
    'confirm-handover': [
      `confirm${who}Handover`,
      'This side has counted; with both counts the papers change hands',
      who === 'Ward' ? 'WardCount' : 'HandoverCount',
      'CountedManifest',
    ],
  }),
});

/** A list of visits, of a ward or of a partner. */
export const visits = (scope: Scope, who: string) =>
  door(
    '',
    scope,
    [
      `list${who}Visits`,
      'Whom the ward’s own people visit, hamlet by hamlet; also for print',
      undefined,
      'VisitList',
    ],
    ['format: `json` (default), `pdf` or `csv`'],
  );

/** Which day of money is asked for. */
export const cashQueries = [
  'day: A day of the ward, `2026-03-02`; today without it',
  'olderThanDays: From how many days on open cash is named; 3 without it',
];
