import { decideAtOnce } from '../simulation/aws/deciders.ts';
import { smsDay } from '../simulation/aws/sms-day.ts';
import type { How, Row } from './figures.ts';

/** What our queues and counters make of AWS's limits, in models of them: the rate of SMS, and one ward's deciders. */
export const benchRate = async ({ smoke }: How): Promise<Row[]> => {
  const count = smoke ? 100 : 1_000;
  const owed = [{ ward: '26506', count }];
  const inTurn = await smsDay({ owed, perSecond: 20 });
  const alone = await decideAtOnce({ deciders: 1, events: smoke ? 100 : 500 });
  const together = await decideAtOnce({ deciders: 32, events: smoke ? 800 : 4_000 });
  return [
    { name: `${count} SMS at 20 a second: turned away`, value: 100 * inTurn.throttled, unit: '%' },
    {
      name: `${count} SMS at 20 a second: as long as the rate allows`,
      value: inTurn.seconds / (count / 20),
      unit: 'times',
    },
    { name: '32 deciders of one ward', value: together.perSecond / alone.perSecond, unit: 'times one' },
    { name: '32 deciders of one ward: given up', value: together.givenUp, unit: 'events' },
  ];
};
