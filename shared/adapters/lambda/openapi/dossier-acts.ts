import { answers, body, gateway, parameter, refuses, unreadable, ward } from './parts.ts';

const act = (
  summary: string,
  operationId: string,
  shape: 'CorrectRequest' | 'VoidRequest' | 'PersonEventRequest',
  description: string,
) => ({
  post: {
    summary,
    description,
    operationId,
    security: ward('ward:write'),
    parameters: [
      parameter('path', 'code', 'The dossier code, such as H29.26-260302-0001'),
      {
        ...parameter('header', 'Idempotency-Key', 'The same key again does nothing more'),
        required: false,
      },
    ],
    ...body(shape),
    responses: {
      '202': answers('Kept, and decided like a report', 'DossierActed'),
      '404': refuses('Not known to this ward'),
      '409': refuses('The key was used for another act'),
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
    'What has not left is cancelled; what was told is taken back by one text of apology, unless `silently`.',
  ),
  '/v1/dossiers/{code}/person-event': act(
    'Add the birth, marriage or death that the source does not carry',
    'addPersonEvent',
    'PersonEventRequest',
    'The letter follows as if it had come with the event.',
  ),
};
