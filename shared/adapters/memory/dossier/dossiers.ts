import type { Dossier } from '../../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../../domain/dossier/dossier-code.ts';
import { foundByPhone } from '../../../domain/office/contact-channel.ts';
import { openPromise } from '../../../domain/dossier/standing/overdue.ts';
import { readyAtCounter } from '../../../domain/dossier/standing/ready.ts';
import { outcomeOf } from '../../../domain/decision/outcome.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { type SharedRecords, bundleName, phoneName } from '../shared-records.ts';
import type { LetterShelf } from '../letter/letters.ts';
import type { NotificationShelf } from '../notification/shelf.ts';
import { memoryEventKey, type StoredEvent } from './status-events.ts';
import { shelve, versionOf } from '../versioned.ts';
import type { Committed, DossierDecision, Dossiers } from '../../../domain/decision/dossiers.ts';

export type StoredDossier = { dossier: Dossier; version: number };

const keyOf = ({ ward, code }: { ward: Ward; code: DossierCode }): string => `${ward} ${code}`;

const newest = (dossier: Dossier): string => dossier.steps.at(-1)?.occurredAt ?? '';

/** Dossiers in memory; what they commit lands in the events, notifications, letters and jobs given. */
export const memoryDossiers = (
  stored: Map<string, StoredDossier>,
  events: Map<string, StoredEvent>,
  notifications: NotificationShelf,
  beside: SharedRecords,
  letters: LetterShelf,
  jobs: Map<string, DispatchJob>,
): Dossiers => {
  const commit = (decided: DossierDecision): Committed => {
    const { before, decisions, decidedAt, bundle, phone } = decided;
    const dossier = decisions.at(-1)!.dossier;
    const key = keyOf(dossier);
    if ((stored.get(key)?.version ?? 0) !== before) return 'conflict';
    if (bundle && versionOf(beside.bundles, bundleName(bundle.after)) !== bundle.before) return 'conflict';
    if (phone && versionOf(beside.phones, phoneName(phone.after)) !== phone.before) return 'conflict';

    const accepted = decisions.every(({ eventId }) => events.has(memoryEventKey(dossier.ward, eventId)));
    if (!accepted) return { failed: 'a decision on an event that nobody accepted' };
    const isNew = decisions.every((decision) =>
      decision.notifications.every(({ id }) => !notifications.all.has(id)),
    );
    if (!isNew) return { failed: 'a notification that is owed already, though not by this dossier' };
    const ordered = decisions.flatMap(({ dispatch }) => dispatch ?? []);
    if (ordered.some(({ jobId }) => jobs.has(jobId))) return 'conflict';
    const written = decisions.flatMap((decision) => decision.letters ?? []);
    if (!written.every((one) => letters.allows(one))) return 'conflict';
    written.forEach((one) => letters.write(one, decidedAt));
    ordered.forEach((job) => jobs.set(job.jobId, job));
    for (const decision of decisions) {
      const eventKey = memoryEventKey(dossier.ward, decision.eventId);
      const { stuck: _stuck, ...event } = events.get(eventKey)!.event;
      events.set(eventKey, { event: { ...event, outcome: event.outcome ?? outcomeOf(decision, decidedAt) } });
      decision.notifications.forEach((notification) => notifications.add(notification));
    }
    if (bundle) shelve(beside.bundles, bundleName(bundle.after), bundle.after);
    if (phone) shelve(beside.phones, phoneName(phone.after), phone.after);
    stored.set(key, { dossier, version: before + 1 });
    return 'committed';
  };

  return {
    find: async (ids) =>
      [...new Set(ids.map(keyOf))].flatMap((key) => {
        const known = stored.get(key);
        return known ? [known] : [];
      }),
    commit: async (decided) => decided.map(commit),
    promisedUntil: async (ward, until, limit) =>
      [...stored.values()]
        .flatMap(({ dossier }) => {
          const promise = dossier.ward === ward ? openPromise(dossier) : undefined;
          return promise !== undefined && promise <= until ? [{ dossier, promise }] : [];
        })
        .toSorted((a, b) => (a.promise < b.promise ? -1 : 1))
        .slice(0, limit)
        .map(({ dossier }) => dossier),
    readyAt: async (ward, from, limit) =>
      [...stored.values()]
        .flatMap(({ dossier }) => {
          const ready = readyAtCounter(dossier);
          return ready?.ward === ward && ready.since >= from ? [{ dossier, since: ready.since }] : [];
        })
        .toSorted((a, b) => (a.since > b.since ? -1 : 1))
        .slice(0, limit)
        .map(({ dossier }) => dossier),
    withPhone: async (ward, e164) =>
      [...stored.values()]
        .map(({ dossier }) => dossier)
        .filter((dossier) => dossier.ward === ward && foundByPhone(dossier) === e164)
        .toSorted((a, b) => (newest(a) > newest(b) ? -1 : 1)),
    withCode: async (code) =>
      [...stored.values()].map(({ dossier }) => dossier).filter((dossier) => dossier.code === code),
  };
};
