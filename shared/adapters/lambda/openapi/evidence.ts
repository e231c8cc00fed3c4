import type { Scope } from '../../../domain/office/client.ts';
import { door } from './doors.ts';
import { gateway, leadsTo, parameter, refuses, ward } from './parts.ts';

const list = (scope: Scope, who: string) =>
  door('{id}', scope, [`list${who}Evidence`, 'What was announced and uploaded', undefined, 'EvidenceList']);

const announce = door('{id}', 'partner:jobs', [
  'announceEvidence',
  'Announce a photograph or slip; the same file again is the same evidence',
  'EvidenceRequest',
  'EvidenceResponse',
]);
const { '200': created, ...refusals } = announce.responses;

/** Evidence of journeys in the API's description. */
export const evidencePaths = {
  '/partner/v1/dispatch-jobs/{id}/evidence': {
    post: { ...announce, responses: { '201': created, ...refusals } },
    get: list('partner:jobs', 'Partner'),
  },
  '/v1/dispatch-jobs/{id}/evidence': { get: list('ward:read', 'Ward') },
  '/v1/dispatch-jobs/{id}/evidence/{evidenceId}': {
    get: {
      summary: 'One uploaded file',
      operationId: 'lookAtEvidence',
      security: ward('ward:read'),
      parameters: [
        parameter('path', 'id', 'The job'),
        parameter('path', 'evidenceId', 'As the list names it'),
      ],
      responses: {
        ...leadsTo('EvidenceLink', 'image/jpeg', 'image/png', 'application/pdf'),
        '404': refuses('Not known to this caller, or not uploaded'),
        '409': refuses('The file does not begin as a file of its type does'),
        ...gateway,
      },
    },
  },
};
