/** What a citizen was told of one journey so far, and what of it is not worth telling any more. */
import { type Notification, occurrenceIn } from '../../notification/notification.ts';
import { type JobWord, type PostSms, smsFor } from './job-texts.ts';
import { lastCorrection } from '../tracking/correct-end.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { type JobState, underway } from '../job/dispatch-moves.ts';
import type { Instant } from '../../values/instant.ts';
import type { NotificationId } from '../../values/ids.ts';

/** The word for the state a job is in, by name: said once, at the first entry or as a reminder; each new address has its own. */
export const jobNotificationOf = (
  job: DispatchJob,
  { reminder = false, redirected = false }: JobWord = {},
): string => {
  if (redirected) return `${job.jobId}.redirected-${job.redirect?.at.replaceAll(/\D/g, '')}`;
  const corrected = lastCorrection(job) ? `.corrected-${job.corrections?.length}` : '';
  return `${job.jobId}.${job.state}${corrected}${reminder ? '.again' : ''}`;
};

/** The dossier's own news that its result will be brought. */
const announcing: readonly string[] = ['ready-post', 'ready-home', 'ready-ring'];

/** When the papers left the office, as far as we know; until then what promises them is about this journey. */
const leftAt = ({ reached, changedAt }: DispatchJob): Instant =>
  underway
    .flatMap((state) => reached[state] ?? [])
    .toSorted()
    .at(0) ?? changedAt;

/**
 * Among all that was told of a dossier, what was told of this journey: its words, and the news that promised it, while it
 * lay in the office. The news of a result that was issued again belongs to the next journey.
 */
export const jobNotificationsAbout = (job: DispatchJob, told: readonly Notification[]): Notification[] =>
  told.filter((word) => {
    if (occurrenceIn(word.id).startsWith(`${job.jobId}.`)) return true;
    if (job.direction !== 'to-citizen' || !announcing.includes(word.purpose)) return false;
    return word.createdAt <= job.createdAt || word.createdAt < leftAt(job);
  });

/** Whether this word was said already, by whichever channel: the phone may have been corrected since. */
export const wasSaid = (word: string, words: readonly Notification[]): boolean =>
  words.some(({ id }) => occurrenceIn(id) === word);

/**
 * Ends and returns of which the citizen is told nothing, and the words that are still true in them. In every other
 * state without a word of its own, earlier words stand: papers on their way are still sent.
 */
export const stillTrueIn = {
  returned: ['post-returning', 'post-not-delivered', 'home-brought-back'],
  'return-received': ['post-returning', 'post-not-delivered', 'home-brought-back'],
  closed: [],
  redispatched: [],
  lost: ['post-not-delivered'],
  damaged: [],
  cancelled: [],
} as const satisfies Partial<Record<JobState, readonly PostSms[]>>;

/**
 * The words that wait to be sent or called out although the journey has gone on: all of them when a newer word is due,
 * said or not, and those that a silent end makes untrue. The word of a state entered again was said long ago, so that
 * it takes nothing back.
 */
export const supersededJobNotifications = (
  job: DispatchJob,
  words: readonly Notification[],
  asked: JobWord = {},
): NotificationId[] => {
  const waiting = words.filter(({ state }) => state === 'queued');
  const idsOf = (those: readonly Notification[]) => those.map(({ id }) => id);
  // Another address takes back what waits about the address before it, and nothing else.
  if (asked.redirected)
    return idsOf(
      waiting.filter(
        ({ id, purpose }) =>
          purpose === 'post-redirected' && occurrenceIn(id) !== jobNotificationOf(job, asked),
      ),
    );
  if (smsFor(job) !== undefined) return wasSaid(jobNotificationOf(job, asked), words) ? [] : idsOf(waiting);
  const silent: Partial<Record<JobState, readonly string[]>> = stillTrueIn;
  const still = silent[job.state];
  return still === undefined ? [] : idsOf(waiting.filter(({ purpose }) => !still.includes(purpose)));
};
