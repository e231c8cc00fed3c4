import { type Dossier, fact, standingOf } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import type { CorrectedFacts, DossierActed } from '../../domain/dossier/event/correct-request.ts';
import type { OwnAct } from '../../domain/dossier/event/own-act.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import { settledAt, toldWronglySince } from '../../domain/dossier/event/told-wrongly.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { isNamed, type SettingsStore } from '../../domain/office/ward-settings.ts';
import { canonical } from '../../domain/values/writing/canonical.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { EventId } from '../../domain/values/ids.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';
import type { Ward } from '../../domain/values/ward.ts';

/**
 * What is asked for: facts to be put right, an event to be taken back, another office to have the dossier, or nothing but
 * that what was told wrongly is settled.
 */
export type DossierAct = { what: OwnAct['what']; reason: string } & (
  | { facts: CorrectedFacts }
  | { eventId: EventId; silently: boolean }
  | { to: Ward }
  | { what: 'settle' }
);

export type ActedOnDossier =
  | ({ is: 'done' } & DossierActed)
  | { is: 'not-found' }
  | { is: 'event-id-reused' }
  | { is: 'dossier-moved'; detail: string }
  | { is: 'validation-failed'; errors: ProblemError[] };

type Ports = {
  dossiers: Pick<Dossiers, 'find'>;
  events: Pick<StatusEvents, 'accept' | 'find'>;
  settings: Pick<SettingsStore, 'of'>;
  /** Decides as the stream would, so that the answer can say what was done; whatever it leaves the stream finds. */
  decide: (events: readonly AcceptedEvent[]) => Promise<unknown>;
  hash: (text: string) => string;
  clock: Clock;
};

type Named = keyof CorrectedFacts;

/** What is known of these facts until now; of an applicant, the parts that are put right. */
const knownOf = (dossier: Dossier, facts: CorrectedFacts): CorrectedFacts => {
  const named = (Object.keys(facts) as Named[]).filter((name) => facts[name] !== undefined);
  const known = named.map((name): [Named, unknown] => {
    const value: unknown = fact(dossier, name);
    if (name !== 'applicant') return [name, value];
    const parts = Object.entries(facts.applicant ?? {}).filter(([, part]) => part !== undefined);
    return [name, Object.fromEntries(parts.map(([part]) => [part, Object(value)[part] as unknown]))];
  });
  return Object.fromEntries(known);
};

/** What needs no act any more, or cannot be one; undefined where something is left to do. */
const settledBefore = (dossier: Dossier, asked: DossierAct): ActedOnDossier | undefined => {
  const { movedTo, steps, voided } = dossier;
  if ('to' in asked && movedTo === asked.to) return { is: 'done', outcome: 'unchanged' };
  if (movedTo !== undefined) return { is: 'dossier-moved', detail: `It is at ${movedTo}` };
  if ('eventId' in asked && !steps.some(({ eventId }) => eventId === asked.eventId))
    return voided?.includes(asked.eventId) ? { is: 'done', outcome: 'unchanged' } : { is: 'not-found' };
  return undefined;
};

/** Why a dossier cannot go to that office: it is there, or nobody there has said how the office is called. */
const cannotGo = async ({ settings }: Ports, ward: Ward, to: Ward): Promise<ProblemError | undefined> => {
  if (to === ward) return { pointer: '/to', code: 'same-office', message: 'It is at this office' };
  return isNamed(await settings.of(to))
    ? undefined
    : { pointer: '/to', code: 'unknown-office', message: 'No office of this ward has set itself up here' };
};

/**
 * Keeps what somebody of the office puts right, with who and why, as an event of our own: durable when this answers, then
 * decided like a report, at once where that is possible. Under the same `key` it is done once; without one, once as long as
 * the dossier says what it said.
 */
export const actOnDossier =
  (ports: Ports) =>
  async (
    ward: Ward,
    code: DossierCode,
    asked: DossierAct,
    { by, key }: { by: string; key?: string | undefined },
  ): Promise<ActedOnDossier> => {
    const [found] = await ports.dossiers.find([{ ward, code }]);
    const { dossier } = found ?? {};
    if (dossier === undefined) return { is: 'not-found' };
    const { what, reason } = asked;
    const facts = 'facts' in asked ? asked.facts : {};
    const instead = knownOf(dossier, facts);
    const print = canonical([what, code, asksFor(asked)]);
    const name = key ?? canonical([instead, dossier.acts?.length ?? 0, print]);
    const eventId = `act:${ports
      .hash(`${ward} ${code} ${name}`)
      .replaceAll(/[^\w.-]/g, '-')
      .slice(0, 60)}` as EventId;
    const [before] = await ports.events.find(ward, [eventId]);
    if (before !== undefined) {
      const same = { ...before.act, facts: onlyFacts(before, facts), eventId: before.voids };
      if (canonical([same.what, before.dossierCode, asksFor(same, asked)]) !== print)
        return { is: 'event-id-reused' };
      return { is: 'done', eventId, outcome: 'duplicate', ...(await done(ports, before)) };
    }
    const settled = settledBefore(dossier, asked);
    if (settled !== undefined) return settled;
    if ('facts' in asked && canonical(instead) === canonical(facts))
      return { is: 'done', outcome: 'unchanged' };
    if (what === 'settle' && !(await hasToldWrongly(ports, dossier)))
      return { is: 'done', outcome: 'unchanged' };
    const wrong = 'to' in asked ? await cannotGo(ports, ward, asked.to) : undefined;
    if (wrong !== undefined) return { is: 'validation-failed', errors: [wrong] };
    const now = ports.clock();
    const event: AcceptedEvent = {
      ...facts,
      eventId,
      dossierCode: code,
      status: standingOf(dossier)?.status ?? 'registered',
      occurredAt: now,
      ward,
      acceptedAt: now,
      ...('eventId' in asked && { voids: asked.eventId }),
      act: {
        what,
        by,
        reason,
        ...('facts' in asked && { instead }),
        ...('eventId' in asked && { silently: asked.silently }),
        ...('to' in asked && { to: asked.to }),
      },
    };
    const outcome = await ports.events.accept(event);
    if (outcome === 'event-id-reused') return { is: outcome };
    return { is: 'done', eventId, outcome, ...(await done(ports, event)) };
  };

/** Whether anything that was told wrongly is nobody's yet. */
const hasToldWrongly = async ({ events }: Ports, { ward, steps, voided = [], acts = [] }: Dossier) => {
  const known = await events.find(ward, [...steps.map(({ eventId }) => eventId), ...voided, ...acts]);
  return toldWronglySince(known, settledAt(known)).length > 0;
};

/** What it did, as far as it is decided by now. */
const done = async (ports: Ports, event: AcceptedEvent): Promise<Pick<DossierActed, 'did'>> => {
  const { ward, eventId, act } = event;
  const read = async (of: Ward) => (await ports.events.find(of, [eventId]))[0];
  try {
    if ((await read(ward))?.outcome === undefined) await ports.decide([event]);
    const taken = act?.to === undefined ? undefined : await read(act.to);
    if (taken && taken.outcome === undefined) await ports.decide([taken]);
  } catch {
    // The stream decides it.
  }
  const did = (await read(ward))?.outcome?.did;
  return did === undefined ? {} : { did };
};

type AsksFor = {
  what?: unknown;
  facts?: CorrectedFacts;
  eventId?: EventId | undefined;
  to?: Ward | undefined;
};

/** What an act is about, in the form that `like` has. */
const asksFor = (act: AsksFor, like: object = act): unknown => {
  if ('eventId' in like) return act.eventId;
  return 'to' in like ? act.to : (act.facts ?? {});
};

const onlyFacts = (event: CorrectedFacts, like: CorrectedFacts): CorrectedFacts =>
  Object.fromEntries((Object.keys(like) as Named[]).map((name) => [name, event[name]]));
