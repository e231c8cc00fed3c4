import { answers, body, gateway, optionalQuery, parameter, refuses, unreadable, ward } from './parts.ts';

/** Who works at the desk of an office, and what was done there: for operators. */
export const peoplePaths = {
  '/v1/officers': {
    get: {
      summary: 'Who may sign in at the desk of the office',
      operationId: 'listOfficers',
      security: ward('ward:operate'),
      responses: { '200': answers('Those who were taken off too', 'OfficerList'), ...gateway },
    },
    put: {
      summary: 'Put an officer on, or change one',
      operationId: 'putOfficer',
      security: ward('ward:operate'),
      ...body('OfficerBody'),
      responses: {
        '200': answers('As they are now', 'Officer'),
        '409': refuses('At another office, or the last operator'),
        ...unreadable,
        ...gateway,
      },
    },
  },
  '/v1/officers/{id}': {
    delete: {
      summary: 'Take an officer off',
      operationId: 'takeOfficerOff',
      security: ward('ward:operate'),
      parameters: [parameter('path', 'id', 'The officer')],
      responses: {
        '200': answers('As they are now', 'Officer'),
        '404': refuses('Not an officer of this office'),
        '409': refuses('The last operator'),
        ...gateway,
      },
    },
  },
  '/v1/audit': {
    get: {
      summary: 'What was done and read at the desk of the office',
      operationId: 'readAudit',
      security: ward('ward:operate'),
      parameters: [optionalQuery('cursor', 'Where the page before ended')],
      responses: { '200': answers('Newest first, fifty a page', 'DeedList'), ...gateway },
    },
  },
};
