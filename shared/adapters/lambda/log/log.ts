/** One step of one thing's way, in ids and outcomes: all that a log line may say. */
export type LogStep = {
  step: string;
  outcome: string;
  ward?: string;
  dossier?: string;
  event?: string;
  notification?: string;
  letter?: string;
  import?: string;
  client?: string;
  /** A code of ours or of a partner, never a sentence that could quote personal data. */
  reason?: string;
  parts?: number;
  count?: number;
};

const allowed = [
  'step',
  'outcome',
  'ward',
  'dossier',
  'event',
  'import',
  'notification',
  'letter',
  'client',
  'reason',
  'parts',
  'count',
] as const satisfies readonly (keyof LogStep)[];

/**
 * Writes a step as one JSON line. Only the fields above get through, so a name, a phone or an address cannot reach
 * the log by being part of something larger. Where AWS refused us something, that is counted as well: whatever caught it,
 * nobody mends a missing right that only a log line tells of.
 */
export const logStep = (step: LogStep, level: 'info' | 'warn' | 'error' = 'info'): void => {
  const said = Object.fromEntries(
    allowed.map((key) => [key, step[key]]).filter(([, value]) => value !== undefined),
  );
  console.log(JSON.stringify({ at: new Date().toISOString(), level, ...said }));
  if (level !== 'info' && denials.test(step.reason ?? '')) logCounts({ denied: 1 });
};

/** How AWS's services say that we may not: DynamoDB, KMS, S3, SQS, SNS, Secrets Manager and End User Messaging. */
const denials =
  /\b(AccessDenied(Exception)?|AuthorizationError(Exception)?|KMSAccessDenied(Exception)?|KmsAccessDenied|NotAuthorized(Exception)?|UnauthorizedOperation)\b/;

/** What may be said of a surprise: what kind it is and where it came from. Its message could quote a citizen. */
export const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  const place = /([\w.-]+\.m?[jt]s:\d+:\d+)/.exec(frame ?? '')?.[1];
  return place === undefined ? error.name : `${error.name} at ${place}`;
};

/**
 * Counts for CloudWatch in its embedded metric format: namespace `BaoTin`, dimension the stage alone. A ward is
 * never a dimension: three thousand wards would be three thousand metrics to pay.
 */
export const logCounts = (counts: Readonly<Record<string, number>>): void =>
  logMetrics(counts, { stage: process.env['STAGE'] ?? 'local' });

/**
 * What this function could not do, where it answers for it: an answer 500, a message or a record that comes back.
 * Lambda's own count of errors sees none of these. The function is a dimension, so that the alarm can name it.
 */
export const logFailures = (failed: number): void =>
  logMetrics(
    { failed },
    {
      stage: process.env['STAGE'] ?? 'local',
      function: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'local',
    },
  );

const logMetrics = (
  counts: Readonly<Record<string, number>>,
  dimensions: Readonly<Record<string, string>>,
): void => {
  const names = Object.keys(counts).filter((name) => counts[name] !== 0);
  if (names.length === 0) return;
  const Metrics = names.map((Name) => ({ Name, Unit: 'Count' }));
  console.log(
    JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: 'BaoTin', Dimensions: [Object.keys(dimensions)], Metrics }],
      },
      ...dimensions,
      ...Object.fromEntries(names.map((name) => [name, counts[name]])),
    }),
  );
};
