import { answers, body, gateway, optionalQuery, parameter, refuses, unreadable, ward } from './parts.ts';

/** What a ward office and its citizens choose, as the API's description has it. */
export const choicePaths = {
  '/v1/settings': {
    get: {
      summary: 'What the ward office has chosen',
      operationId: 'readSettings',
      security: ward('ward:read'),
      responses: { '200': answers('With our own choice wherever it made none', 'WardSettings'), ...gateway },
    },
    put: {
      summary: 'Choose, all at once',
      description:
        'Replaces every earlier choice. Accents are taken off `office` and `returnPlace`, which stand in text messages. In force within a minute, but for `office`, `hotline`, `sendWindow` and `limits`: what differs there is proposed (`proposal`), and counts once a leader of the office approves it at the desk.',
      operationId: 'chooseSettings',
      security: ward('ward:write'),
      ...body('Settings'),
      responses: {
        '200': answers('What counts now, and what waits', 'SettingsAnswer'),
        ...unreadable,
        ...gateway,
      },
    },
  },
  '/v1/proposals': {
    get: {
      summary: 'What was proposed for the office, and who decided',
      operationId: 'listProposals',
      security: ward('ward:read'),
      parameters: [optionalQuery('cursor', 'Where the page before ended')],
      responses: { '200': answers('Newest first, fifty a page', 'ProposalList'), ...gateway },
    },
  },
  '/v1/choices': {
    get: {
      summary: 'Everything the ward office has chosen: settings, texts, letters, post',
      description:
        'In the form in which `bao-tin rehearse` takes it. The post is absent where nothing is arranged.',
      operationId: 'readChoices',
      security: ward('ward:read'),
      responses: { '200': answers('With our own choice wherever it made none', 'WardChoices'), ...gateway },
    },
  },
  '/v1/templates': {
    get: {
      summary: 'Every text, as the ward office says it today',
      operationId: 'listTemplates',
      security: ward('ward:read'),
      responses: { '200': answers('Its own newest versions, and ours', 'TemplateList'), ...gateway },
    },
    post: {
      summary: 'Propose texts of the ward’s own',
      description:
        'One result per draft, in order. Every problem of a draft is named at once; what has none is `proposed`, and counts once a leader of the office approves it at the desk. The same draft again is the same proposal. A version never changes once it is in force; ours is version 1, the ward’s own begin at 2.',
      operationId: 'publishTemplates',
      security: ward('ward:write'),
      ...body('TemplatesRequest'),
      responses: {
        '200': answers('Every draft has been judged', 'TemplatesResponse'),
        ...unreadable,
        ...gateway,
      },
    },
  },
  '/v1/consents': {
    get: {
      summary: 'What a citizen, or the family of a dossier, chose, with its evidence',
      operationId: 'listConsents',
      security: ward('ward:read'),
      parameters: [
        optionalQuery('phone', 'A Vietnamese mobile number in any usual spelling'),
        optionalQuery('dossierCode', 'Instead of a phone: the family of this dossier'),
      ],
      responses: {
        '200': answers('Every choice made at this ward office', 'ConsentList'),
        '400': refuses('Not a Vietnamese mobile number, or not one of both'),
        ...gateway,
      },
    },
    post: {
      summary: 'Note down what citizens chose',
      description:
        'One result per note, in order. Without `channel` a choice is for every channel, without `purpose` for status messages. The newest choice counts, at once: whoever declines is not sent what still waits for the morning, and whoever declines letters also stops those that have not left.',
      operationId: 'recordConsents',
      security: ward('ward:write'),
      ...body('ConsentsRequest'),
      responses: {
        '200': answers('Every note has been judged', 'ConsentsResponse'),
        ...unreadable,
        ...gateway,
      },
    },
  },
};

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
