import { decide } from '../../domain/decision/decide.ts';
import { jobsAfter } from '../../domain/decision/decide-journey.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { Instant } from '../../domain/values/instant.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { DispatchJob } from '../../domain/post/job/dispatch-job.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import type { Loaded } from './load-context.ts';
import type { DossierDecision } from '../../domain/decision/dossiers.ts';
import {
  type Allowed,
  type Count,
  moreSpent,
  type WardSpending,
} from '../../domain/notification/spending.ts';
import { allowance } from '../../domain/notification/limits.ts';

type Decided = { event: AcceptedEvent; decision: Decision };

/** One dossier's decisions, ready to be written, and what its ward is counted for them. */
export type DecidedInOrder = {
  key: string;
  events: AcceptedEvent[];
  before?: Dossier;
  /** Its journeys as they then are. */
  jobs: readonly DispatchJob[];
  done: Decided[];
  write: DossierDecision;
  /** Of which of its tellings it was decided that they have not left. */
  unsent?: readonly NotificationId[];
  /** What it counts against its ward, which stood so and may send so much. */
  counts?: { seen: WardSpending; more: Count[]; allowed: Allowed };
};

const wordsOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * Decides dossier after dossier, event after event. What a ward may still send shrinks with each; an event that
 * cannot be decided fails alone.
 */
export const decideInOrder = (
  gathered: readonly Loaded[],
  now: Instant,
): { folded: DecidedInOrder[]; failed: { event: AcceptedEvent; failed: string }[] } => {
  const standing = new Map<Ward, WardSpending>(gathered.map(({ spending }) => [spending.ward, spending]));
  const failed: { event: AcceptedEvent; failed: string }[] = [];
  const folded = gathered.flatMap((one) => {
    const before = standing.get(one.spending.ward)!.spent;
    const { done, jobs } = foldOne(one, standing, now, failed);
    if (done.length === 0) return [];
    const more = moreSpent(before, standing.get(one.spending.ward)!.spent);
    const limits = 'unreadable' in one.circumstances ? undefined : one.circumstances.ward.limits;
    const counts = limits && more.length > 0 && { seen: one.spending, more, allowed: allowance(limits) };
    const decisions = done.map(({ decision }) => decision);
    const bundle = decisions.at(-1)!.bundle;
    const card = decisions.findLast(({ spent }) => spent?.phone.phone === one.phone?.number)?.spent?.phone;
    const write: DossierDecision = {
      before: one.version,
      decisions,
      decidedAt: now,
      ...(bundle && { bundle: { before: one.bundleVersion, after: bundle } }),
      ...(card && { phone: { before: one.phone!.version, after: card } }),
    };
    const { key, events, dossier } = one;
    const queued = 'unreadable' in one.circumstances ? undefined : one.circumstances.queued;
    return [
      {
        key,
        events,
        ...(dossier && { before: dossier }),
        jobs,
        done,
        write,
        ...(queued && { unsent: [...queued] }),
        ...(counts && { counts }),
      },
    ];
  });
  return { folded, failed };
};

const foldOne = (
  { events, dossier: before, circumstances, phone, spending }: Loaded,
  standing: Map<Ward, WardSpending>,
  now: Instant,
  failed: { event: AcceptedEvent; failed: string }[],
): { done: Decided[]; jobs: readonly DispatchJob[] } => {
  const done: Decided[] = [];
  let dossier = before;
  let day = phone?.card?.day;
  let post = 'unreadable' in circumstances ? undefined : circumstances.post;
  let queued = 'queued' in circumstances ? circumstances.queued : undefined;
  for (const event of events) {
    try {
      if ('unreadable' in circumstances) throw circumstances.unreadable;
      const counters = { ...standing.get(spending.ward)!.spent, ...(day && { 'phone-day': day }) };
      const decision = decide(
        event,
        dossier,
        { ...circumstances, ...(post && { post }), ...(queued && { queued }), spent: counters },
        now,
      );
      dossier = decision.dossier;
      post = post && { ...post, jobs: jobsAfter(post.jobs, decision) };
      // What this very batch owes has not left either.
      queued = queued && new Set([...queued, ...decision.notifications.map(({ id }) => id)]);
      if (decision.spent !== undefined) {
        day = decision.spent.phone.day;
        standing.set(spending.ward, { ...standing.get(spending.ward)!, spent: wardsOf(decision.spent.ward) });
      }
      done.push({ event, decision });
    } catch (error) {
      failed.push({ event, failed: wordsOf(error) });
    }
  }
  return { done, jobs: post?.jobs ?? [] };
};

const wardsOf = (counters: WardSpending['spent']): WardSpending['spent'] => ({
  ...(counters['ward-day'] && { 'ward-day': counters['ward-day'] }),
  ...(counters['ward-month'] && { 'ward-month': counters['ward-month'] }),
});
