import type { ApiShape } from '../../../domain/api/shapes.ts';
import { LetterState } from '../../../domain/letter/moves.ts';
import { answers, body, gateway, leadsTo, optionalQuery, parameter, refuses, ward } from './parts.ts';

const id = parameter('path', 'id', 'The letter');
const missing = { '404': refuses('This ward has no such letter') };
const conflict = { '409': refuses('The letter is in another state, or of another version') };

const act = (summary: string, operationId: string, shape: ApiShape) => ({
  post: {
    summary,
    operationId,
    security: ward('ward:write'),
    parameters: [id],
    requestBody: { ...body(shape).requestBody, required: shape !== 'LetterAct' },
    responses: {
      '200': answers('The letter as it is now; the same act twice is done once', 'LetterSummary'),
      '400': refuses('The body is not right'),
      ...missing,
      ...conflict,
      ...gateway,
    },
  },
});

const file = (summary: string, operationId: string) => ({
  get: {
    summary,
    operationId,
    security: ward('ward:read'),
    parameters: [id],
    responses: {
      ...leadsTo('DocumentLink', 'application/pdf'),
      ...missing,
      ...conflict,
      ...gateway,
    },
  },
});

/** What the API's description says about letters. */
export const letterPaths = {
  '/v1/letters': {
    get: {
      summary: 'Letters of this ward, newest first, condolences on top of each page',
      operationId: 'listLetters',
      security: ward('ward:read'),
      parameters: [
        optionalQuery('state', 'Only letters in this state', { type: 'string', enum: LetterState.options }),
        optionalQuery('cursor', 'Where the last page ended'),
      ],
      responses: {
        '200': answers('At most a hundred letters', 'LetterList'),
        '400': refuses('There is no such state'),
        ...gateway,
      },
    },
  },
  '/v1/letters/{id}': {
    get: {
      summary: 'One letter: what it tells, and what people did with it',
      operationId: 'showLetter',
      security: ward('ward:read'),
      parameters: [id],
      responses: { '200': answers('The letter', 'Letter'), ...missing, ...gateway },
    },
  },
  '/v1/letters/{id}/document': file('The letter as PDF', 'letterDocument'),
  '/v1/letters/{id}/leaflet': file('The leaflet beside a condolence as PDF', 'letterLeaflet'),
  '/v1/letters/{id}/release': act('Let the letter go', 'releaseLetter', 'LetterAct'),
  '/v1/letters/{id}/hold': act('Hold the letter back', 'holdLetter', 'LetterStop'),
  '/v1/letters/{id}/withdraw': act('Take the letter back for good', 'withdrawLetter', 'LetterStop'),
  '/v1/letters/{id}/mark-handed-over': act('It was handed over', 'markLetterHandedOver', 'LetterAct'),
  '/v1/letters/{id}/mark-posted': act('It was posted', 'markLetterPosted', 'LetterAct'),
  '/v1/letters/{id}/revise': act('Make a new version with other facts', 'reviseLetter', 'LetterRevision'),
  '/v1/print-batches': {
    post: {
      summary: 'Print released letters as one document with a list on top',
      operationId: 'printLetters',
      security: ward('ward:write'),
      ...body('PrintBatchRequest'),
      responses: {
        '200': answers('Nothing could be printed; why, letter by letter', 'PrintBatchResponse'),
        '201': answers('The document, and what became of each letter', 'PrintBatchResponse'),
        '400': refuses('The body is not right'),
        ...gateway,
      },
    },
  },
};
