import * as z from 'zod';

/** What the functions write of each step: ids and outcomes, no personal data. `at` is an instant. */
const Step = z.looseObject({
  step: z.string(),
  outcome: z.string(),
  at: z.string().optional(),
  ward: z.string().optional(),
  dossier: z.string().optional(),
  event: z.string().optional(),
  notification: z.string().optional(),
  reason: z.string().optional(),
  count: z.number().optional(),
  level: z.string().optional(),
});
export type Step = z.infer<typeof Step>;

/** One line of a function: a step, metrics in the embedded format (name and value), or any other text. */
export type FunctionLine = { function: string } & (
  | { is: 'step'; step: Step }
  | { is: 'metrics'; values: Record<string, number> }
  | { is: 'text'; text: string }
);

const Metrics = z.looseObject({
  _aws: z.looseObject({
    CloudWatchMetrics: z.array(z.looseObject({ Metrics: z.array(z.looseObject({ Name: z.string() })) })),
  }),
});

const metricsIn = (line: z.infer<typeof Metrics>): Record<string, number> => {
  const values: Record<string, number> = {};
  for (const { Metrics: metrics } of line['_aws'].CloudWatchMetrics)
    for (const { Name } of metrics)
      for (const value of [line[Name]].flat()) values[Name] = (values[Name] ?? 0) + Number(value);
  return values;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

export const functionLine = (name: string, text: string): FunctionLine => {
  const value = text.startsWith('{') ? parsed(text) : undefined;
  const metrics = Metrics.safeParse(value);
  if (metrics.success) return { function: name, is: 'metrics', values: metricsIn(metrics.data) };
  const step = Step.safeParse(value);
  if (step.success) return { function: name, is: 'step', step: step.data };
  return { function: name, is: 'text', text };
};
