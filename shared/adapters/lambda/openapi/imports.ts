import { actDoors, door, making } from './doors.ts';
import { gateway, leadsTo, parameter, refuses, ward } from './parts.ts';

const file = (operationId: string, summary: string, ...types: string[]) => ({
  get: {
    summary,
    operationId,
    security: ward('ward:read'),
    parameters: [parameter('path', 'id', 'The import')],
    responses: {
      ...leadsTo('ImportLink', ...types),
      '404': refuses('Not known to this caller, or not there yet'),
      ...gateway,
    },
  },
});

const announce = making(
  door('', 'ward:write', [
    'announceImport',
    'Announce a file of dossiers',
    'ImportRequest',
    'ImportAnnounced',
  ]),
);
const { '200': _found, ...made } = announce.responses;

/** Files that an office brings, in the API's description. */
export const importPaths = {
  '/v1/imports': {
    get: door('', 'ward:read', [
      'listImports',
      'Files of the last month, the newest first',
      undefined,
      'ImportList',
    ]),
    post: { ...announce, responses: made },
  },
  '/v1/imports/{id}': {
    get: door(
      '{id}',
      'ward:read',
      ['showImport', 'How far a file has come, and the rows to mend', undefined, 'ImportDetails'],
      [
        'outcome: Only rows that came to this, such as `rejected`',
        'after: Only rows behind the one of this number',
      ],
    ),
  },
  ...actDoors('/v1/imports', 'ward:write', {
    read: ['readImport', 'Read the uploaded file, and rehearse its rows', 'ImportReading', 'ImportSeen'],
    start: ['startImport', 'Take the rows in, after the rehearsal', 'NoFields', 'ImportSeen'],
  }),
  '/v1/imports/{id}/report.csv': file('importReport', 'What became of each row, for Excel', 'text/csv'),
  '/v1/imports/{id}/original': file('importOriginal', 'The file as it came', 'application/octet-stream'),
};
