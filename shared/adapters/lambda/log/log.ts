/** One step of one thing's way, in ids and outcomes: all that a log line may say. */
export type LogStep = {
  step: string;
  outcome: string;
  ward?: string;
  dossier?: string;
  event?: string;
  notification?: string;
  letter?: string;
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
  'notification',
  'letter',
  'client',
  'reason',
  'parts',
  'count',
] as const satisfies readonly (keyof LogStep)[];

/**
 * Writes a step as one JSON line. Only the fields above get through, so a name, a phone or an address cannot reach
 * the log by being part of something larger.
 */
export const logStep = (step: LogStep, level: 'info' | 'warn' | 'error' = 'info'): void => {
  const said = Object.fromEntries(
    allowed.map((key) => [key, step[key]]).filter(([, value]) => value !== undefined),
  );
  console.log(JSON.stringify({ at: new Date().toISOString(), level, ...said }));
};

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
export const logCounts = (counts: Readonly<Record<string, number>>): void => {
  const names = Object.keys(counts).filter((name) => counts[name] !== 0);
  if (names.length === 0) return;
  const Metrics = names.map((Name) => ({ Name, Unit: 'Count' }));
  console.log(
    JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: 'BaoTin', Dimensions: [['stage']], Metrics }],
      },
      stage: process.env['STAGE'] ?? 'local',
      ...Object.fromEntries(names.map((name) => [name, counts[name]])),
    }),
  );
};
