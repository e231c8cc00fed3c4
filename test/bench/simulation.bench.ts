import { playFamilies } from '../simulation/family-wrongs.ts';
import { everyTwentieth, simulate } from '../simulation/one-day.ts';
import type { How, Row } from './figures.ts';

/** What ten thousand births, weddings and deaths come to. */
const families = async (smoke: boolean): Promise<Row[]> => {
  const histories = smoke ? 100 : 10_000;
  const { wrong, going, held } = await playFamilies({ histories, seed: 101 });
  const of = { unit: `of ${histories.toLocaleString('en')}`, part: 'families' };
  return [
    { name: 'congratulated after a death, told late, or sent to a closed door', value: wrong.length, ...of },
    { name: 'letters on their way', value: going, ...of },
    { name: 'letters that wait for a person', value: held, ...of },
  ];
};

/** What the send protocol makes of five days of 10,000 notifications on which every twentieth effect goes wrong. */
export const benchSimulation = async ({ smoke }: How): Promise<Row[]> => {
  const notifications = smoke ? 200 : 10_000;
  const seeds = smoke ? [101] : [101, 102, 103, 104, 105];
  const days: Awaited<ReturnType<typeof simulate>>[] = [];
  for (const seed of seeds) days.push(await simulate({ notifications, seed, faults: everyTwentieth }));
  const row = (name: string, of: (day: (typeof days)[number]) => number): Row => ({
    name,
    value: days.map(of),
    unit: `of ${notifications.toLocaleString('en')}`,
  });
  return [
    row('told twice', ({ duplicates }) => duplicates),
    row('lost', ({ lost }) => lost),
    row('recorded otherwise than the carrier did', ({ liars }) => liars),
    row('unknown for a time', ({ everUnknown }) => everUnknown),
    row('unknown after the receipts', ({ states }) => states.unknown ?? 0),
    { name: 'deaths of the process', value: days.map(({ crashes }) => crashes), unit: 'a day' },
    ...(await families(smoke)),
  ];
};
