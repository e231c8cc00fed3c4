import * as z from 'zod';
import { condition, type Condition } from './conditions.ts';
import { pattern, type Pattern } from './pattern.ts';

const words = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const value = z.union([z.string(), z.boolean().transform(String), z.number().transform(String)]);

/** A statement of a policy as IAM's grammar has it. `NotPrincipal` and everything else that we never write is refused. */
const Written = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.union([z.literal('*'), z.record(z.string(), words)]).optional(),
    Action: words.optional(),
    NotAction: words.optional(),
    Resource: words.optional(),
    NotResource: words.optional(),
    Condition: z.record(z.string(), z.record(z.string(), z.union([value, z.array(value)]))).default({}),
  })
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined), {
    error: 'needs either Action or NotAction',
  });

/** Both versions of the language; they differ in policy variables alone, which are refused below. */
const Document = z.object({
  Version: z.enum(['2008-10-17', '2012-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z.preprocess((one) => (one === undefined ? [] : [one].flat()), z.array(Written)),
});

/** One thing asked of AWS. */
export type Ask = {
  action: string;
  resource: string;
  context: Readonly<Record<string, string | readonly string[]>>;
};

/** A pattern beside its text. */
type Named = { text: string; fits: Pattern };

/** A statement that can be asked. Without resources it is about whatever it is attached to. */
export type Statement = {
  effect: 'Allow' | 'Deny';
  principals: readonly string[] | undefined;
  actions: readonly Named[];
  resources: readonly Named[];
  notActions: readonly Named[];
  notResources: readonly Named[];
  /** Its condition in its own words, and whether a request meets it. */
  when: string;
  holds: Condition;
};

const named = (texts: readonly string[] = [], capitals: 'matter' | 'do not matter' = 'matter'): Named[] =>
  texts.map((text) => {
    if (/\$\{/.test(text)) throw new Error(`the policy variable in ${text} is not understood`);
    return { text, fits: pattern(text, capitals) };
  });

/** `AWS:arn:…`, `Service:sns.amazonaws.com`, or `*`. */
const principalsIn = (written: z.infer<typeof Written>['Principal']): string[] | undefined =>
  written === undefined || written === '*'
    ? written && ['*']
    : Object.entries(written).flatMap(([kind, names]) =>
        names.map((name) => (name === '*' ? '*' : `${kind}:${name}`)),
      );

/** Reads a policy; what of it is not understood is an error that says what. `isKnown` names the condition keys. */
export const statementsIn = (document: unknown, isKnown: (key: string) => boolean): Statement[] => {
  const read = Document.safeParse(document);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data.Statement.map((one) => ({
    effect: one.Effect,
    principals: principalsIn(one.Principal),
    actions: named(one.Action, 'do not matter'),
    notActions: named(one.NotAction, 'do not matter'),
    resources: named(one.Resource),
    notResources: named(one.NotResource),
    when: Object.keys(one.Condition).length === 0 ? '' : JSON.stringify(one.Condition),
    holds: condition(one.Condition, isKnown),
  }));
};

const some = (patterns: readonly Named[], text: string): Named | undefined =>
  patterns.find(({ fits }) => fits(text));

/** What of a statement answers an ask: its action's and its resource's own words. Nothing when it is about something else. */
export const answering = (
  { actions, notActions, resources, notResources, holds }: Statement,
  { action, resource, context }: Ask,
): { action: string; resource: string } | undefined => {
  const byAction =
    some(actions, action)?.text ?? (notActions.length > 0 && !some(notActions, action) ? '*' : undefined);
  if (byAction === undefined) return undefined;
  const open = resources.length === 0 && notResources.length === 0;
  const byResource =
    some(resources, resource)?.text ??
    (open || (notResources.length > 0 && !some(notResources, resource)) ? '*' : undefined);
  return byResource === undefined || !holds(context) ? undefined : { action: byAction, resource: byResource };
};
