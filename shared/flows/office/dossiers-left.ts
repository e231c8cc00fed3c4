import type { Kept } from '../../domain/api/worklist.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { DecidedEvent } from '../../domain/dossier/event/decided-event.ts';
import { mayLeaveWork } from '../../domain/dossier/event/leaves-work.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';
import type { LetterId } from '../../domain/values/ids.ts';
import type { Ward } from '../../domain/values/ward.ts';

export type LeftPorts = {
  dossiers: Pick<Dossiers, 'find'>;
  events: Pick<StatusEvents, 'find' | 'leftToPeople'>;
  notifications: Pick<Notifications, 'ofDossier'>;
  letters: Pick<Letters, 'find'>;
};

/** How many events one page looks at. */
const dossiersAtOnce = 50;

export const nothing: Kept = { events: [], dossiers: [], notifications: [], letters: [], jobs: [] };

const byDecision = (one: DecidedEvent, other: DecidedEvent): number =>
  (one.outcome?.decidedAt ?? '~') < (other.outcome?.decidedAt ?? '~') ? -1 : 1;

/** Dossiers of which an event may have left something to a person, each at its first such event. */
export const dossiersLeft = async (
  ports: LeftPorts,
  ward: Ward,
  after: string | undefined,
): Promise<{ kept: Kept; cursor?: string | undefined }> => {
  const { events: left, cursor } = await ports.events.leftToPeople(ward, after, dossiersAtOnce);
  const codes = [...new Set(left.map(({ dossierCode }) => dossierCode))];
  const found = await ports.dossiers.find(codes.map((code) => ({ ward, code })));
  const parts = await Promise.all(
    found.map(async ({ dossier }): Promise<Kept> => {
      const { code, codeFits, steps, voided = [], acts = [] } = dossier;
      const ids = [...steps.map(({ eventId }) => eventId), ...voided, ...acts];
      const known = await ports.events.find(ward, ids);
      const missing = left.filter((one) => one.dossierCode === code && !ids.includes(one.eventId));
      const events = [...known, ...missing].toSorted(byDecision);
      const first = events.find(({ outcome, warnings, stuck }) =>
        outcome ? mayLeaveWork({ outcome, warned: (warnings?.length ?? 0) > 0, codeFits }) : stuck,
      );
      if (first !== undefined && !left.some(({ eventId }) => eventId === first.eventId)) return nothing;
      const wrong = events.flatMap(({ outcome }) => outcome?.corrects ?? []);
      const letters = events.flatMap(({ outcome }) => outcome?.lettersToldWrongly ?? []);
      const told = wrong.length === 0 ? [] : await ports.notifications.ofDossier(ward, code);
      return {
        ...nothing,
        events,
        dossiers: [dossier],
        notifications: told.filter(({ id }) => wrong.includes(id)),
        letters:
          letters.length === 0
            ? []
            : await ports.letters.find([...new Set(letters)].map((id) => ({ ward, id: id as LetterId }))),
      };
    }),
  );
  const undecided = left.filter(
    ({ dossierCode }) => !found.some(({ dossier }) => dossier.code === dossierCode),
  );
  const ofNone = undecided.map(
    ({ dossierCode: code }) => ({ code, codeFits: true }) as Kept['dossiers'][number],
  );
  return {
    kept: {
      ...nothing,
      events: [...parts.flatMap(({ events }) => events), ...undecided],
      dossiers: [...parts.flatMap(({ dossiers }) => dossiers), ...ofNone],
      notifications: parts.flatMap(({ notifications }) => notifications),
      letters: parts.flatMap(({ letters }) => letters),
    },
    cursor,
  };
};
