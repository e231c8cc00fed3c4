import * as z from 'zod';
import { DossierTimeline } from '../../../shared/domain/api/timeline.ts';
import { between, type Clock, type Instant } from '../../../shared/domain/values/instant.ts';

/** One step of the way: how it went, how long it took, and where to look if it did not go well. */
export type Step = {
  is: 'good' | 'waits' | 'bad';
  what: string;
  milliseconds: number;
  /** What happened instead, and where to look. */
  look?: string;
};

type Ask = (path: string, init?: RequestInit) => Promise<Response>;
type Walk = {
  /** Asks like a stranger. */
  open: Ask;
  /** Asks as a machine of an office, with a token. */
  signedIn: Ask;
  clock: Clock;
  pause: (milliseconds: number) => Promise<void>;
};

/** Belongs to nobody and plays a phone that the message reaches; no carrier ever gets it. */
const testNumber = '0100000001';

/** How long everything together may take: the clock strikes once a minute, should a doorbell be lost. */
const patience = 150_000;
const lookAgain = 1000;

const Accepted = z.object({ results: z.array(z.object({ outcome: z.string() })).length(1) });
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const Keys = z.object({ keys: z.array(z.unknown()).min(1) });

const Story = DossierTimeline.pick({ events: true, notifications: true }).strip();

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const parsed = async <S extends z.ZodType>(answer: Response, shape: S): Promise<z.infer<S>> => {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`answered ${answer.status}: ${text.slice(0, 300)}`);
  return shape.parse(JSON.parse(text));
};

type Next = { step: 'decided' | 'delivered'; look: string } | { ended: Step['is']; look?: string };

/** What happened to the message so far: the step that comes next, or that the way has ended. */
const nextOf = ({ events: [event], notifications: [told] }: z.infer<typeof Story>, now: Instant): Next => {
  if (event?.decidedAt === undefined)
    return {
      step: 'decided',
      look: 'the log of decide-notifications; the alarm decide-notifications-errors',
    };
  if (told === undefined)
    return {
      ended: 'bad',
      look: `nobody is told: ${event.silent ?? 'no reason'} ${event.because ?? ''}`,
    };
  if (told.state === 'delivered') return { ended: 'good' };
  if (told.state === 'queued' && told.dueAt > now)
    return { ended: 'waits', look: `phones may ring again at ${told.dueAt}; ask then` };
  if (told.state === 'queued' || told.state === 'sending' || told.state === 'sent')
    return {
      step: 'delivered',
      look: `it is ${told.state}: the log of send-sms, the queue sms and its alarms`,
    };
  return { ended: 'bad', look: `it is ${told.state}: ${told.reason ?? 'no reason'}` };
};

/**
 * Takes one message to a test number through the whole street of a Báo Tin that stands, as a machine of an office would, and
 * says of each step how it went. It ends at the first that goes wrong. The dossier stays, under a code that says what it was.
 */
export async function* walkStreet({ open, signedIn, clock, pause }: Walk): AsyncGenerator<Step> {
  let since = clock();
  const begun = since;
  const took = (): number => {
    const now = clock();
    const milliseconds = between(since, now);
    since = now;
    return milliseconds;
  };
  const code = `THU-${begun.replaceAll(/\D/g, '').slice(2, 14)}`;
  const event = {
    eventId: `doctor-${code}`,
    dossierCode: code,
    status: 'completed',
    occurredAt: begun,
    applicant: { name: 'Phép thử', phone: testNumber },
  };
  const steps: [what: string, look: string, go: () => Promise<unknown>][] = [
    [
      'the door answers',
      'the name, its certificate, the stage of the API',
      async () => parsed(await open('/health'), z.unknown()),
    ],
    [
      'the issuer names its keys',
      'the log of serve-discovery; is the signing key enabled?',
      async () => {
        const { jwks_uri: at } = await parsed(await open('/.well-known/openid-configuration'), Discovery);
        await parsed(await open(new URL(at).pathname), Keys);
      },
    ],
    [
      'a machine gets a token and is let in',
      'the credentials; the logs of issue-token and of the door (/access)',
      async () => parsed(await signedIn('/v1/worklist'), z.unknown()),
    ],
    [
      'a report is accepted',
      'the log of accept-status; the table and its key',
      async () => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ events: [event] });
        const answer = await signedIn('/v1/status-events', { method: 'POST', headers, body });
        const { results } = await parsed(answer, Accepted);
        if (results[0]!.outcome !== 'accepted') throw new Error(`the row is ${JSON.stringify(results[0])}`);
      },
    ],
  ];
  for (const [what, look, go] of steps) {
    const failed = await go().then(
      () => undefined,
      (error: unknown) => said(error),
    );
    yield failed === undefined
      ? { is: 'good', what, milliseconds: took() }
      : { is: 'bad', what, milliseconds: took(), look: `${failed}; look at ${look}` };
    if (failed !== undefined) return;
  }

  let decided = false;
  let look = '';
  while (between(begun, clock()) < patience) {
    const answer = await signedIn(`/v1/dossiers/${code}`);
    const timeline = await parsed(answer, Story).catch(said);
    if (typeof timeline === 'string') look = `${timeline}; look at the log of serve-dossiers`;
    else {
      const next = nextOf(timeline, clock());
      if (!decided && !('step' in next && next.step === 'decided')) {
        decided = true;
        yield { is: 'good', what: 'it is decided', milliseconds: took() };
      }
      if ('ended' in next) {
        const { ended: is, ...why } = next;
        yield { is, what: 'the message is delivered', milliseconds: took(), ...why };
        return;
      }
      look = next.look;
    }
    await pause(lookAgain);
  }
  const what = decided ? 'the message is delivered' : 'it is decided';
  yield { is: 'bad', what, milliseconds: took(), look: `not within ${patience / 1000} s; ${look}` };
}
