import { worklists } from '../../../domain/api/work-by-state.ts';
import { answers, body, gateway, refuses, unreadable, ward } from './parts.ts';

const asked = (name: string, description: string, values?: readonly string[]) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', ...(values && { enum: values }) },
});

const act = (
  summary: string,
  operationId: string,
  shape: 'ReasonedAct' | 'CallMade',
  description: string,
) => ({
  post: {
    summary,
    description,
    operationId,
    security: ward('ward:write'),
    parameters: [
      { name: 'id', in: 'path', required: true, description: 'The notification', schema: { type: 'string' } },
    ],
    ...body(shape),
    responses: {
      '200': answers('As it is now, with who did what and why', 'DeskNotification'),
      '404': refuses('Not known to this ward'),
      '409': refuses(
        'Its state, newer word, the citizen’s choice or a full cap does not allow it; nothing was changed',
      ),
      ...unreadable,
      ...gateway,
    },
  },
});

/** Notifications that a person has to look after, as the API's description has them. */
export const deskPaths = {
  '/v1/worklist': {
    get: {
      summary: 'Everything that a person of the office has to look at',
      description:
        'The most urgent list first, or one list. The same rules make it as a rehearsal’s. A page may hold few things and go on: without `cursor` that was all. Rejected rows are answered to whoever sent them and are not kept.',
      operationId: 'readWorklist',
      security: ward('ward:read'),
      parameters: [asked('list', 'One list', worklists), asked('cursor', 'Where the page before ended')],
      responses: { '200': answers('One page', 'WorklistPage'), '400': refuses('No such list'), ...gateway },
    },
  },
  '/v1/notifications': {
    get: {
      summary: 'Whom somebody has to ring, and which messages are in doubt or did not arrive',
      description:
        'One list at a time, the longest waiting first: `channel=call-list` for landlines, or a `state`. Other notifications stand with their dossier.',
      operationId: 'listNotifications',
      security: ward('ward:read'),
      parameters: [
        asked('channel', 'Calls to make', ['call-list']),
        asked('state', 'Text messages that somebody should look at', ['unknown', 'failed', 'undelivered']),
        asked('cursor', 'Where the page before ended'),
      ],
      responses: {
        '200': answers('At most 50', 'DeskPage'),
        '400': refuses('No such list'),
        ...gateway,
      },
    },
  },
  '/v1/notifications/{id}/resend': act(
    'Send a lost message again',
    'resendNotification',
    'ReasonedAct',
    'Once for each message, in the send window, if it is still the newest word and the citizen has not opted out. It costs its parts again: `cap-reached` says which of the office’s `limits` is full, and until when. Nothing ever does this by itself: the first message may have arrived.',
  ),
  '/v1/notifications/{id}/cancel': act(
    'Take back a message that has not left',
    'cancelNotification',
    'ReasonedAct',
    'Also takes a call off the list.',
  ),
  '/v1/notifications/{id}/settle': act(
    'Say that somebody saw to it otherwise',
    'settleNotification',
    'ReasonedAct',
    'For a message in doubt, not confirmed, refused, undelivered or held back for good, and a call that was given up: somebody rang by themselves, or met the citizen. It leaves its list and is never sent again.',
  ),
  '/v1/notifications/{id}/call': act(
    'Note how a call ended',
    'noteCall',
    'CallMade',
    '`no-answer` brings it back three hours later, twice; then it is undelivered.',
  ),
};
