import { operationWords } from './operations.ts';
import { withExample } from './parameter-examples.ts';

/** The chapters of the API's description; the first beginning of a path that fits decides. */
const chapters = [
  ['/partner/v1/cod-remittances', 'Partner: money', 'What was collected at doors, and how it is brought.'],
  ['/partner/v1/reports', 'Partner: money', 'What was collected at doors, and how it is brought.'],
  ['/partner/v1/manifests', 'Partner: papers', 'Labels, hand-over lists and visit lists.'],
  ['/partner/v1/visits', 'Partner: papers', 'Labels, hand-over lists and visit lists.'],
  [
    '/partner/v1/tracking-events',
    'Partner: tracking',
    'What happened to parcels, and what changed about jobs.',
  ],
  ['/partner/v1/changes', 'Partner: tracking', 'What happened to parcels, and what changed about jobs.'],
  ['/partner', 'Partner: jobs', 'Jobs under a lease: claim, accept, or give back. See the partners’ guide.'],
  ['/v1/status-events', 'Dossiers', 'What became of dossiers, and what citizens were told of it.'],
  ['/v1/dossiers', 'Dossiers', 'What became of dossiers, and what citizens were told of it.'],
  ['/v1/imports', 'Files', 'Lists of dossiers that an office brings as a file.'],
  ['/v1/persons', 'Persons', 'What citizens ask about their own data.'],
  ['/v1/notifications', 'Worklist', 'What a person of the office has to look after.'],
  ['/v1/reports/cash', 'Ward: money', 'Cash of the office with every partner.'],
  ['/v1/cod-confirmations', 'Ward: money', 'Cash of the office with every partner.'],
  ['/v1/reports', 'Worklist', 'What a person of the office has to look after.'],
  ['/v1/quarantined-scans', 'Worklist', 'What a person of the office has to look after.'],
  ['/v1/dispatch-jobs', 'Ward: post', 'Journeys of papers as the office sees them.'],
  ['/v1/manifests', 'Ward: post', 'Journeys of papers as the office sees them.'],
  ['/v1/visits', 'Ward: post', 'Journeys of papers as the office sees them.'],
  ['/v1/letters', 'Letters', 'Letters of the office: read, released, printed, handed over.'],
  ['/v1/print-batches', 'Letters', 'Letters of the office: read, released, printed, handed over.'],
  ['/v1', 'Office', 'What the office and its citizens have chosen.'],
  ['/oauth', 'Sign in', 'Tokens for machines.'],
  ['/', 'Citizens', 'What anybody may open who holds a code from a paper of ours.'],
] as const;

const tagOf = (path: string): string => chapters.find(([begin]) => path.startsWith(begin))![1];

export const tags = [...new Map(chapters.map(([, name, description]) => [name, description]))].map(
  ([name, description]) => ({ name, description }),
);

type Operation = {
  operationId: string;
  description?: string;
  parameters?: readonly { name: string }[];
  responses: Readonly<Record<string, Answer>>;
};
type Answer = { content?: Readonly<Record<string, { schema: object }>> };

const described = (operation: Operation, path: string): Operation & { tags: string[] } => ({
  tags: [tagOf(path)],
  ...operation,
  description: operation.description ?? operationWords[operation.operationId] ?? '',
  ...(operation.parameters && {
    parameters: operation.parameters.map((asked) => withExample(asked, path)),
  }),
});

/** Each operation with its chapter, what has to be known before the first call, and examples of what is asked. */
export const inChapters = (
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>,
): Record<string, Record<string, ReturnType<typeof described>>> =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [method, described(operation, path)]),
      ),
    ]),
  );
