import {
  answers,
  body,
  gateway,
  leadsTo,
  optionalQuery,
  parameter,
  refuses,
  unreadable,
  ward,
} from '../parts.ts';

const ask = (summary: string, operationId: string, description: string) => ({
  post: {
    summary,
    description,
    operationId,
    security: ward('ward:persons'),
    ...body('PersonAsked'),
    responses: {
      '202': answers('Written down; ask for it by its `id`', 'PersonRequestSeen'),
      ...unreadable,
      ...gateway,
    },
  },
});

const byId = parameter('path', 'id', 'The request’s id, as it was answered');

/** What a citizen may ask of an office about their own data, as the API's description has it. */
export const personPaths = {
  '/v1/persons': {
    get: {
      summary: 'What citizens asked about their own data',
      operationId: 'listPersonRequests',
      security: ward('ward:persons'),
      responses: { '200': answers('Newest first, fifty at most', 'PersonRequestList'), ...gateway },
    },
  },
  '/v1/persons/export': ask(
    'Show a citizen everything that is kept about them',
    'exportPerson',
    'By phone or by dossier code. Everything is gone through, so the answer is there some minutes later: a paper and one JSON, for two weeks. The same request of the same day is one, however often it is sent.',
  ),
  '/v1/persons/erase': ask(
    'Erase a citizen',
    'erasePerson',
    'All but what a law keeps, which the receipt names. It cannot be taken back. Papers that are with the post stay until they are there: ask again then.',
  ),
  '/v1/persons/correct': {
    post: {
      summary: 'Put a phone right in all of its dossiers',
      description:
        'Each dossier of the phone is corrected as `correctDossier` does it, and answers for itself. Other facts are corrected dossier by dossier.',
      operationId: 'correctPerson',
      security: ward('ward:write'),
      ...body('PersonCorrection'),
      responses: {
        '200': answers('One result a dossier', 'PersonCorrected'),
        ...unreadable,
        ...gateway,
      },
    },
  },
  '/v1/persons/{id}': {
    get: {
      summary: 'What became of a request',
      operationId: 'showPersonRequest',
      security: ward('ward:persons'),
      parameters: [byId],
      responses: {
        '200': answers('Asked or done; an erasure with its receipt', 'PersonRequestSeen'),
        '404': refuses('Not known to this ward'),
        ...gateway,
      },
    },
  },
  '/v1/persons/{id}/document': {
    get: {
      summary: 'The answer to an export',
      operationId: 'fetchPersonExport',
      security: ward('ward:persons'),
      parameters: [
        byId,
        optionalQuery('file', '`du-lieu.pdf`, the paper for the citizen, or `du-lieu.json`'),
      ],
      responses: {
        ...leadsTo('PersonFileLink', 'application/pdf', 'application/json'),
        '404': refuses('No such export, or it is not answered yet'),
        ...gateway,
      },
    },
  },
};
