import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  endAll,
  leftAfterEnd,
  processesOf,
  start,
  type Started,
  startDirectly,
} from './actors/a-started-system.ts';
import { aDirectory } from './actors/a-ward-office.ts';

afterAll(endAll);

describe('npm start', () => {
  it('ends with everything it started when npm alone is told to end', async () => {
    const system = start('npm', ['start', '--', '--port', '0', '--empty']);
    await system.line(/^ready /m);
    const before = await processesOf(system.child.pid!);
    expect(before.filter((program) => /DynamoDBLocal|dynoxide|simulators/.test(program))).toHaveLength(3);
    system.child.kill('SIGTERM');
    expect(await leftAfterEnd(system)).toEqual([]);
  });
});

/** How a program ended and the lines it said. */
const sayings = async (told: Started) => ({
  status: await told.ended,
  lines: told.said().trim().split('\n'),
});
const oneSentence = (pattern: RegExp) => ({ status: 1, lines: [expect.stringMatching(pattern)] });

describe('npm start says in one sentence what is wrong', () => {
  const wrong: [words: string[], sentence: RegExp][] = [
    [['--prot', '0'], /^Unknown option '--prot'/],
    [['--port', 'http'], /^--port http is no port$/],
    [['--port', '70000'], /^--port 70000 is no port$/],
    [['--clock-offset', 'soon'], /^soon is not a duration: write 90s, -30m, 2h or 1d12h$/],
    [['today'], /^Unexpected argument 'today'/],
    [['--port', '0', '--carrier', 'rude=3%'], /"rude=3%" is not a fault: known are refuse, /],
  ];
  it.each(wrong)('%j', async (words, sentence) => {
    expect(await sayings(startDirectly(words))).toEqual(oneSentence(sentence));
  });

  it('who asks for DynamoDB Local without Java is told which package to install', async () => {
    const words = ['--import', './infra/node-24.mjs', 'infra/local/start.ts', '--port', '0', '--empty'];
    const told = start(process.execPath, words, {
      PATH: await aDirectory(),
      JAVA_HOME: '',
      BAO_TIN_DYNAMODB: 'local',
    });
    const sentence = /^Báo Tin needs Java 17 .*: apt-get install -y .*openjdk-17-jre-headless$/;
    expect(await sayings(told)).toEqual(oneSentence(sentence));
    expect(await leftAfterEnd(told)).toEqual([]);
  });

  const places = (process.env['PATH'] ?? '').split(delimiter).filter((place) => !/node_modules/.test(place));
  const other = places.map((place) => join(place, 'node')).find(existsSync);
  it.skipIf(other === undefined)('another Node than 24 is told how to get the right one', async () => {
    const major = start(other!, ['-p', 'process.versions.node.split(".")[0]']);
    const { lines } = await sayings(major);
    const told = start(other!, ['--import', './infra/node-24.mjs', '-e', 'console.log("it went on")']);
    const sentence = /^Báo Tin runs on Node 24, as on Lambda, but this is Node .*: run it through npm/;
    const right = { status: 0, lines: ['it went on'] };
    expect(await sayings(told)).toEqual(lines[0] === '24' ? right : oneSentence(sentence));
  });
});
