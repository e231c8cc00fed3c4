import { type Dossier, fact, standingOf } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import type { CorrectedFacts, DossierActed } from '../../domain/dossier/event/correct-request.ts';
import type { OwnAct } from '../../domain/dossier/event/own-act.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { canonical } from '../../domain/values/writing/canonical.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { EventId } from '../../domain/values/ids.ts';
import type { Ward } from '../../domain/values/ward.ts';

/** What is asked for: facts to be put right, or an event to be taken back. */
export type DossierAct = { what: OwnAct['what']; reason: string } & (
  | { facts: CorrectedFacts }
  | { eventId: EventId; silently: boolean }
);

export type ActedOnDossier =
  | ({ is: 'done' } & DossierActed)
  | { is: 'not-found' }
  | { is: 'event-id-reused' };

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

/**
 * Keeps what somebody of the office puts right, with who and why, as an event of our own: durable when this answers, then
 * decided like a report. Under the same `key` it is done once; without one, once as long as the dossier says what it said.
 */
export const actOnDossier =
  (ports: {
    dossiers: Pick<Dossiers, 'find'>;
    events: Pick<StatusEvents, 'accept' | 'find'>;
    hash: (text: string) => string;
    clock: Clock;
  }) =>
  async (
    ward: Ward,
    code: DossierCode,
    asked: DossierAct,
    { by, key }: { by: string; key?: string | undefined },
  ): Promise<ActedOnDossier> => {
    const [found] = await ports.dossiers.find([{ ward, code }]);
    const { dossier } = found ?? {};
    const standing = dossier && standingOf(dossier);
    if (dossier === undefined) return { is: 'not-found' };
    const { what, reason } = asked;
    const facts = 'facts' in asked ? asked.facts : {};
    const instead = knownOf(dossier, facts);
    const isVoid = 'eventId' in asked;
    if (isVoid && !dossier.steps.some(({ eventId }) => eventId === asked.eventId))
      return dossier.voided?.includes(asked.eventId)
        ? { is: 'done', outcome: 'unchanged' }
        : { is: 'not-found' };
    const print = canonical([what, code, isVoid ? asked.eventId : facts]);
    const name = key ?? canonical([instead, dossier.acts?.length ?? 0, print]);
    const eventId = `act:${ports
      .hash(`${ward} ${code} ${name}`)
      .replaceAll(/[^\w.-]/g, '-')
      .slice(0, 60)}` as EventId;
    const [before] = await ports.events.find(ward, [eventId]);
    if (before !== undefined) {
      const same =
        canonical([before.act?.what, before.dossierCode, before.voids ?? onlyFacts(before, facts)]) === print;
      return same ? { is: 'done', eventId, outcome: 'duplicate' } : { is: 'event-id-reused' };
    }
    if (!isVoid && canonical(instead) === canonical(facts)) return { is: 'done', outcome: 'unchanged' };
    const now = ports.clock();
    const outcome = await ports.events.accept({
      ...facts,
      eventId,
      dossierCode: code,
      status: standing?.status ?? 'registered',
      occurredAt: now,
      ward,
      acceptedAt: now,
      ...(isVoid && { voids: asked.eventId }),
      act: { what, by, reason, ...(isVoid ? { silently: asked.silently } : { instead }) },
    });
    return outcome === 'event-id-reused' ? { is: outcome } : { is: 'done', eventId, outcome };
  };

const onlyFacts = (event: CorrectedFacts, like: CorrectedFacts): CorrectedFacts =>
  Object.fromEntries((Object.keys(like) as Named[]).map((name) => [name, event[name]]));
