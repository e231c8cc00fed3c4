import { between, type Dice, oneByShare, oneOf } from '../../simulators/dice.ts';
import { dueAfter, someTime, type WallClock, whileOpen, workingDays } from './office-hours.ts';
import type { Procedure } from './procedures.ts';

/** One step of a dossier on the sample day; steps of `progress` are told by a record without the person. */
export type Step = { at: WallClock; status: number; told: 'dossier' | 'progress'; note?: string };

/** What happens to one dossier: where it comes from, and its steps on the sample day in their true order. */
export type Course = {
  submitted?: WallClock;
  received?: WallClock;
  due?: WallClock;
  returnMethod: 0 | 1;
  channel: 1 | 2 | 3;
  steps: Step[];
};

/** A step so many minutes after the one before. */
type Plan = Omit<Step, 'at'> & { after: readonly [number, number] };

const step = (status: number, after: readonly [number, number], note?: string): Plan => ({
  status,
  after,
  told: [4, 6].includes(status) ? 'progress' : 'dossier',
  ...(note !== undefined && { note }),
});

/** What the officer writes to the citizen, by status. */
const remarks: Partial<Record<number, readonly string[]>> = {
  5: ['Bổ sung bản chính giấy chứng sinh', 'Bổ sung tờ khai có chữ ký', 'Bổ sung văn bản ủy quyền'],
  3: ['Không thuộc thẩm quyền của phường', 'Hồ sơ trùng với hồ sơ đã nộp'],
  7: ['Công dân xin rút hồ sơ để nộp lại'],
  8: ['Quá thời hạn bổ sung giấy tờ'],
};

const examine = step(4, [2, 12], 'Thẩm định hồ sơ');
const sign = step(4, [3, 15], 'Trình lãnh đạo ký');
const again = step(4, [20, 90], 'Nhận giấy tờ bổ sung');
const ready = step(9, [8, 40]);
const fetched = step(10, [2, 45]);

const quick = [
  { share: 30, plan: [examine, sign, ready, fetched] },
  { share: 38, plan: [examine, ready, fetched] },
  { share: 12, plan: [ready, fetched] },
  { share: 12, plan: [examine, step(6, [2, 6], 'Nộp lệ phí'), ready, fetched] },
  { share: 5, plan: [examine, step(5, [5, 20]), again, ready, fetched] },
  { share: 3, plan: [step(7, [5, 60])] },
];
const begun = [
  { share: 60, plan: [examine] },
  { share: 20, plan: [examine, step(6, [5, 30], 'Nộp lệ phí'), sign] },
  { share: 20, plan: [examine, step(5, [20, 90])] },
];
const awaited = [
  { share: 34, plan: [examine, sign, ready, fetched] },
  { share: 20, plan: [sign, ready, fetched] },
  { share: 22, plan: [examine, step(5, [10, 60]), again] },
  { share: 10, plan: [examine, step(5, [5, 30]), again, step(5, [5, 30]), again, ready] },
  { share: 8, plan: [step(8, [10, 60])] },
  { share: 6, plan: [step(7, [10, 60])] },
];

/** Walks the plan from a moment on; what the office does not get done before it closes is left for another day. */
const walk = (dice: Dice, from: WallClock, plans: readonly Plan[]): Step[] => {
  const steps: Step[] = [];
  let last = from;
  for (const plan of plans) {
    const at = whileOpen(dice, last + between(dice, plan.after[0] * 60, plan.after[1] * 60) * 1000);
    if (at === undefined) break;
    const choices = remarks[plan.status];
    const note = choices === undefined ? plan.note : oneOf(dice, choices);
    steps.push({ at, status: plan.status, told: plan.told, ...(note !== undefined && { note }) });
    last = at;
  }
  return steps;
};

/** Throws the course of one dossier on the day that begins at `today`. */
export const aCourse = (dice: Dice, today: WallClock, { days }: Procedure): Course => {
  const online = dice() < 0.45;
  const channel = online ? 2 : dice() < 0.04 ? 3 : 1;
  const returnMethod = dice() < 0.12 ? 1 : 0;
  const atCounter = (plan: readonly Plan[]) =>
    plan.filter(({ status }) => returnMethod === 0 || status !== 10);

  if (days > 0 && dice() < 0.62) {
    const then = workingDays(today, -between(dice, 1, days));
    const received = someTime(dice, then, 16.5);
    const steps = walk(dice, someTime(dice, today, 15.5), atCounter(oneByShare(dice, awaited).plan));
    const submitted = online ? received - between(dice, 10, 90) * 60_000 : undefined;
    return {
      ...(submitted && { submitted }),
      received,
      due: dueAfter(received, days),
      returnMethod,
      channel,
      steps,
    };
  }

  const arrival = someTime(dice, today, 16.5);
  const { plan } = oneByShare(dice, days > 0 ? begun : quick);
  if (!online) {
    const steps = [
      { at: arrival, status: 2, told: 'dossier' as const },
      ...walk(dice, arrival, atCounter(plan)),
    ];
    return { received: arrival, due: dueAfter(arrival, days), returnMethod, channel, steps };
  }

  const registered = { at: arrival, status: 1, told: 'dossier' as const };
  if (dice() < 0.08)
    return {
      submitted: arrival,
      returnMethod,
      channel,
      steps: [registered, ...walk(dice, arrival, [step(3, [10, 90])])],
    };
  const steps = walk(dice, arrival, [step(2, [5, 40]), ...atCounter(plan)]);
  const received = steps[0]?.at;
  return {
    submitted: arrival,
    ...(received !== undefined && { received, due: dueAfter(received, days) }),
    returnMethod,
    channel,
    steps: [registered, ...steps],
  };
};
