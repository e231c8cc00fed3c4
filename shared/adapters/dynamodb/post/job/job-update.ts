import type { DispatchJob, JobScope } from '../../../../domain/post/job/dispatch-job.ts';
import { dispatchMoves, isCorrection, type JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import type { JobFacts, JobStep } from '../../../../domain/post/job/job-step.ts';
import { isTimed } from '../../../../domain/post/tracking/timers.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { jobExpiresAt } from '../expiry.ts';
import { toItem } from '../../item.ts';
import { attributesOf, isOver, mayOweWord, offerListsOf, owingWord, toBeForgotten } from './job-item.ts';
import { jobKey, offerPartition, offerPlace, statePlace, timersOf, wardIn, jobsOfWard } from '../keys.ts';

/** Comparisons of `onlyIf` beside the revision and the epoch, as DynamoDB has them. */
const comparisons = {
  epoch: 'leaseEpoch = :epoch',
  revision: 'revision = :revision',
  visibleBy: 'visibleAt <= :visibleBy',
  leasedSince: 'leasedAt >= :leasedSince',
  manifestId: 'manifestId = :manifestId',
} as const;

/** An expression spells attributes as `name` here; DynamoDB gets them as `#name`, since some of its own words are theirs. */
const spelt = (text: string): { text: string; names: Record<string, string> } => {
  const names: Record<string, string> = {};
  const written = text.replaceAll(/(?<![:\w#-])[a-z][\w-]*(?![\w-]*\()/g, (name) => {
    names[`#${name.replaceAll('-', '_')}`] = name;
    return `#${name.replaceAll('-', '_')}`;
  });
  return { text: written, names };
};

/** Of the facts of a step those that it writes. */
const known = (set: JobFacts): Partial<DispatchJob> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

/**
 * A step as one conditional update: the move table and `onlyIf` are its condition, the index keys follow in the same
 * write. `before` is needed only where the step gives the job to another partner or the papers another end.
 * `writtenBy` names this write.
 */
export const updateOf = (
  scope: JobScope,
  jobId: string,
  { happened, at, onlyIf = {}, set = {}, raisesEpoch, attempt }: JobStep,
  { vault, writtenBy, before }: { vault: Vault; writtenBy: string; before?: DispatchJob },
) => {
  const { from, to } = dispatchMoves[happened];
  const values: Record<string, unknown> = { one: 1, at, writtenBy };
  const assigned: string[] = [];
  const removed = new Set<string>();
  const assign = (name: string, value: unknown): void => {
    values[`to_${name}`] = value;
    assigned.push(`${name} = :to_${name}`);
  };

  assigned.push('revision = revision + :one', 'changedAt = :at', 'writtenBy = :writtenBy');
  if (raisesEpoch) assigned.push('leaseEpoch = leaseEpoch + :one');
  if (attempt === 'counted') assigned.push('attempt = attempt + :one');
  if (attempt === 'reset') assign('attempt', 0);

  const facts = attributesOf(jobId, known(set), vault);
  for (const [name, value] of Object.entries(facts)) assign(name, value);
  for (const [name, value] of Object.entries(set)) if (value === undefined) removed.add(name);

  if (to !== 'same') {
    assign('state', to);
    assigned.push(`reached.${to} = if_not_exists(reached.${to}, :at)`);
    assign('lookupSk', statePlace(to, at));
    if (isTimed(to)) assign('timedIn', timersOf(jobId));
    else removed.add('timedIn');
    if (isOver(to)) assign('expiresAt', jobExpiresAt('dispatch', at));
    else removed.add('expiresAt');
    const waits =
      mayOweWord(to) || isCorrection(happened) || happened === 'details-completed'
        ? owingWord(jobId, at)
        : isOver(to)
          ? toBeForgotten(jobId, at)
          : {};
    for (const [name, value] of Object.entries(waits)) assign(name, value);
  }
  const offer = set.partner && before && offerPartition(set.partner, before.priority);
  if (offer) assign('offerAs', offer);
  if (before && (set.partner !== undefined || set.recipient))
    for (const [name, list] of Object.entries(offerListsOf({ ...before, ...known(set) }))) assign(name, list);
  if (set.visibleAt !== undefined) {
    if (offer) assign('dispatchPk', offer);
    else assigned.push('dispatchPk = offerAs');
    assign('dispatchSk', offerPlace(set.visibleAt, jobId));
    assign('offeredAt', offerPlace(set.visibleAt, jobId));
  } else if (to !== 'same') {
    removed.add('offeredAt');
    assign('dispatchPk', jobsOfWard(wardIn(jobId)));
    assign('dispatchSk', statePlace(to, at));
  }

  const states = (from as readonly JobState[]).map((state, index) => [`from${index}`, state] as const);
  Object.assign(values, Object.fromEntries(states), onlyIf, { scope: Object.values(scope)[0] });
  const conditions = [
    'attribute_exists(pk)',
    `${'ward' in scope ? 'ward' : 'partner'} = :scope`,
    `state IN (${states.map(([name]) => `:${name}`).join(', ')})`,
    ...Object.entries(comparisons)
      .filter(([name]) => onlyIf[name as keyof typeof comparisons] !== undefined)
      .map(([, comparison]) => comparison),
    ...(onlyIf.attempts ? [`attempt ${onlyIf.attempts === 'left' ? '<' : '>='} maxAttempts`] : []),
  ];
  const remove = removed.size === 0 ? '' : ` REMOVE ${[...removed].join(', ')}`;
  return written({ assigned, remove, conditions, values, key: jobKey(jobId) });
};

const written = ({
  assigned,
  remove,
  conditions,
  values,
  key,
}: {
  assigned: string[];
  remove: string;
  conditions: string[];
  values: Record<string, unknown>;
  key: { pk: string; sk: string };
}) => {
  const update = spelt(`SET ${assigned.join(', ')}${remove}`);
  const condition = spelt(conditions.join(' AND '));
  const used = `${update.text} ${condition.text}`;
  const given = Object.entries(values).filter(([name]) => new RegExp(`:${name}\\b`).test(used));
  return {
    Key: toItem(key),
    UpdateExpression: update.text,
    ConditionExpression: condition.text,
    ExpressionAttributeNames: { ...update.names, ...condition.names },
    ExpressionAttributeValues: toItem(Object.fromEntries(given.map(([name, value]) => [`:${name}`, value]))),
  };
};
