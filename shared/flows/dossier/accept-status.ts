import { judge } from '../../domain/dossier/event/judge-event.ts';
import { type Problem, problem, type ProblemLanguage } from '../../domain/api/problem.ts';
import type { StatusEvent } from '../../domain/dossier/event/status-event.ts';
import type { ReceiptCodes } from '../../domain/dossier/receipt/receipt-code.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { Warning } from '../../domain/values/warning.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';

/** What became of one row of a request. */
export type RowResult = {
  eventId: string | null;
  outcome: 'accepted' | 'duplicate' | 'rejected';
  problem?: Problem;
  /** What was left out of an event that was taken. */
  warnings?: readonly Warning[];
  /** What opens the dossier on the page for citizens; it goes on the receipt. */
  receiptCode?: string;
};

type Ports = {
  events: StatusEvents;
  clock: Clock;
  /** The receipt codes that we make; absent where nobody looks anything up, as in a rehearsal. */
  receiptCodes?: ReceiptCodes;
  /** Whether an error says no more than that the store cannot keep up. */
  isBusy?: (error: unknown) => boolean;
};

/**
 * Takes a ward's status events in. When it answers `accepted`, the event is durable. Events of one dossier are
 * taken in the order they were given, dossiers side by side; one row's trouble never stops another's. A store that cannot
 * keep up is everybody's trouble: it is thrown once every row was tried, and the whole request is to come again later.
 */
export const acceptStatus =
  ({ events, clock, receiptCodes, isBusy = () => false }: Ports) =>
  async (ward: Ward, rows: readonly unknown[], language: ProblemLanguage): Promise<RowResult[]> => {
    const now = clock();
    const results: RowResult[] = [];
    const busy: unknown[] = [];
    const keep = async (index: number, event: StatusEvent) => {
      results[index] = await events.accept({ ...event, ward, acceptedAt: now }).then(
        (outcome): RowResult =>
          outcome === 'event-id-reused'
            ? { eventId: event.eventId, outcome: 'rejected', problem: problem(outcome, language) }
            : {
                eventId: event.eventId,
                outcome,
                ...(receiptCodes && {
                  receiptCode: event.receiptCode ?? receiptCodes(ward, event.dossierCode),
                }),
                ...(event.warnings && { warnings: event.warnings }),
              },
        (error: unknown): RowResult => {
          if (isBusy(error)) busy.push(error);
          return { eventId: event.eventId, outcome: 'rejected', problem: problem('try-again', language) };
        },
      );
    };

    const ofDossier = new Map<string, Promise<void>>();
    rows.forEach((row, index) => {
      const judged = judge(row, now);
      if (!judged.ok) {
        const { eventId = null, errors } = judged;
        results[index] = {
          eventId,
          outcome: 'rejected',
          problem: problem('validation-failed', language, { errors }),
        };
        return;
      }
      const { event } = judged;
      const before = ofDossier.get(event.dossierCode) ?? Promise.resolve();
      ofDossier.set(
        event.dossierCode,
        before.then(() => keep(index, event)),
      );
    });
    await Promise.all(ofDossier.values());
    if (busy.length > 0) throw busy[0];
    return results;
  };
