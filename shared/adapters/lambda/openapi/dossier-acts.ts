import type { Scope } from '../../../domain/office/client.ts';
import { answers, body, gateway, parameter, refuses, unreadable, ward } from './parts.ts';

const act = (
  summary: string,
  operationId: string,
  shape: 'CorrectRequest' | 'VoidRequest' | 'MoveRequest' | 'PersonEventRequest' | 'SettleDossierRequest',
  description: string,
  scope: Scope = 'ward:write',
) => ({
  post: {
    summary,
    description,
    operationId,
    security: ward(scope),
    parameters: [
      parameter('path', 'code', 'The dossier code, such as H29.26-260302-0001'),
      {
        ...parameter('header', 'Idempotency-Key', 'The same key again does nothing more'),
        required: false,
      },
    ],
    ...body(shape),
    responses: {
      '202': answers('Kept and decided like a report; `did` says what it came to', 'DossierActed'),
      '404': refuses('Not known to this ward'),
      '409': refuses('The key was used for another act, or another office has the dossier'),
      ...unreadable,
      ...gateway,
    },
  },
});

/** What an office puts right in a dossier, as the API's description has it. */
export const dossierActPaths = {
  '/v1/dossiers/{code}/correct': act(
    'Put facts right',
    'correctDossier',
    'CorrectRequest',
    'What waits follows; what left for another phone is told once to the right one and listed. A source that only repeats the old value changes nothing back.',
  ),
  '/v1/dossiers/{code}/void': act(
    'Take back a status that was reported by mistake',
    'voidEvent',
    'VoidRequest',
    'What has not left is cancelled: texts, letters, and journeys that no partner has accepted. What was told is taken back by one text of apology, unless `silently`. A partner that has the journey is asked to give the papers back; that, and letters that have left, are on the worklist.',
  ),
  '/v1/dossiers/{code}/move': act(
    'Hand the dossier over to another office',
    'moveDossier',
    'MoveRequest',
    'What has not left is said by the other office in its own name; what was heard is not said again. Later reports of this office are kept and said to nobody. Only an operator may.',
    'ward:operate',
  ),
  '/v1/dossiers/{code}/settle': act(
    'Say that what was told wrongly is seen to',
    'settleDossier',
    'SettleDossierRequest',
    'All that stands on `told-wrongly` for this dossier until now leaves the list; what turns out to be wrong later comes on it again. Nobody is told anything. `unchanged`: nothing was open.',
  ),
  '/v1/dossiers/{code}/person-event': act(
    'Add the birth, marriage or death that the source does not carry',
    'addPersonEvent',
    'PersonEventRequest',
    'The letter follows as if it had come with the event.',
  ),
};
