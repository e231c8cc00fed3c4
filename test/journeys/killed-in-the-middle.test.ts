import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../../infra/local/functions/child.ts';
import { between, diceOf } from '../../infra/local/simulators/dice.ts';
import { makeSampleDay } from '../../infra/local/sample-day/sample-day.ts';
import { notificationStates } from '../../shared/domain/notification/notification.ts';
import { lastLine, tool } from './actors/a-tool.ts';
import { endAll, processesOf, runningAt, type Started, startDirectly } from './actors/a-started-system.ts';
import {
  aDirectory,
  type Credentials,
  dayAt,
  eventsIn,
  ledgerOf,
  meantToGo,
  notificationsIn,
  offsetTo,
  vungTau,
  whenAllIsSaid,
} from './actors/a-ward-office.ts';

afterAll(endAll);

const kills = 3;
const seed = 'power cut';

const linesOf = (system: Started): number => system.said().split('\n').length;

/** Waits until the system has written so many more lines, or has nothing more to say. */
const more = async (system: Started, lines: number): Promise<number> => {
  const begun = linesOf(system);
  const said = () => linesOf(system) - begun;
  let before = 0;
  // The first lines wait for the clerk's own program to start.
  for (let quiet = 0; said() < lines && quiet < (before < 5 ? 20_000 : 2000); quiet += 20) {
    await wait(20);
    if (said() > before) quiet = 0;
    before = said();
  }
  return said();
};

describe('the whole system is killed in the middle of a ward’s day, again and again', () => {
  it('tells every citizen at most once, and has a word for what became of every notification', async () => {
    const data = await aDirectory('/dev/shm');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    // A quarter of a minute before the clock strikes, so that its round comes soon after each start.
    const offset = () => offsetTo('17:30:45');
    let starts = 0;
    const started = async (): Promise<Started> => {
      const seconds = Math.round(offset() / 1000) + 300 * starts;
      starts += 1;
      const words = ['--port', String(port), '--data', data, '--empty', '--clock-offset', `${seconds}s`];
      const system = startDirectly([...words, '--carrier', 'slow=100ms']);
      await system.line(/^ready /m);
      return system;
    };

    let system = await started();
    const made = await tool(['client', 'create', '--ward', vungTau, '--json', '--url', url]);
    const clerk = JSON.parse(made.stdout) as Credentials;
    const day = makeSampleDay({ day: dayAt(offset()), ward: vungTau, seed: 3, dossiers: 50 });
    const size = Math.ceil(day.file.length / kills);
    const files = Array.from({ length: kills }, (_, part) => join(data, `part-${part}.json`));
    for (const [part, file] of files.entries())
      await writeFile(file, JSON.stringify(day.file.slice(part * size, (part + 1) * size)));
    const push = (file: string) => tool(['push', file, '--url', url], { who: clerk });

    const dice = diceOf(seed);
    const moments: number[] = [];
    for (const file of files) {
      const pushing = push(file);
      moments.push(await more(system, between(dice, 10, 150)));
      system.toAll('SIGKILL');
      await system.ended;
      expect(await processesOf(system.child.pid!)).toEqual([]);
      system = await started();
      // It may have waited for the system to come back; what it could not hand over the clerk hands over again.
      await pushing;
      expect(lastLine((await push(file)).stderr)).toMatch(/^\d+ accepted, \d+ duplicate, 1 rejected/);
    }
    const [again] = files;
    expect(lastLine((await push(again!)).stderr)).toMatch(/^0 accepted, \d+ duplicate, 1 rejected$/);

    const running = await runningAt(url);
    const items = await whenAllIsSaid(running, day.expected.events);
    const notifications = notificationsIn(items);
    const ledger = await ledgerOf(running);
    const states = Object.groupBy(notifications, ({ state }) => state);
    console.log(
      `${day.expected.events} events, killed ${kills} times after ${moments.join(', ')} lines: ` +
        `${notifications.length} notifications, ${ledger.length} in the ledger, ` +
        JSON.stringify(Object.fromEntries(Object.entries(states).map(([state, all]) => [state, all.length]))),
    );

    expect(eventsIn(items)).toHaveLength(day.expected.events);
    const textsOf = (list: readonly { text: string }[]) => Map.groupBy(list, ({ text }) => text);
    const owed = textsOf(notifications);
    const twice = [...textsOf(ledger)].filter(([text, all]) => all.length > (owed.get(text)?.length ?? 0));
    expect(twice).toEqual([]);
    expect(notifications.filter(({ state }) => !notificationStates.includes(state))).toEqual([]);
    const taken = new Set(ledger.map(({ reference }) => reference));
    const sent = notifications.filter(({ state }) => ['sent', 'delivered'].includes(state));
    expect(sent.filter(({ reference }) => !taken.has(reference!))).toEqual([]);
    expect(sent.length + (states.unknown?.length ?? 0)).toBe(meantToGo(items).length);
    expect(ledger.length).toBeGreaterThanOrEqual(sent.length);

    system.toAll('SIGTERM');
    await system.ended;
    expect(await processesOf(system.child.pid!)).toEqual([]);
  }, 240_000);
});
