/** One measurement in a process of its own: `letter-process.ts ENGINE first|warm|batch`, one JSON line on stdout. */
import { compose } from '../../shared/domain/letter/compose.ts';
import { aBirthLetter } from '../support/letters.ts';
import { engines, type Engine } from './letter-engines.ts';

const [name = 'typst', what = 'first'] = process.argv.slice(2);
const sheetFor = (number: number) =>
  compose(
    aBirthLetter({ id: `letter-${number}`, recipient: `Gia đình bà Nguyễn Thị Hằng, nhà số ${number}` }),
  );

const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const first = async (engine: Engine) => {
  const pdf = await engine.render(sheetFor(0));
  return { wall: performance.now(), bytes: pdf.length };
};

const warm = async (engine: Engine) => {
  const cpu: number[] = [];
  for (let number = 0; number < 80; number += 1) {
    const before = process.cpuUsage();
    await engine.render(sheetFor(number));
    cpu.push(cpuSince(before));
  }
  const counted = cpu.slice(20).toSorted((a, b) => a - b);
  return { cpu: counted[counted.length / 2]! };
};

const batch = async (engine: Engine) => {
  const sheets = Array.from({ length: 200 }, (_, number) => sheetFor(number));
  const before = process.cpuUsage();
  const start = performance.now();
  const pdf = await engine.renderBatch?.(sheets);
  const wall = performance.now() - start;
  return { cpu: cpuSince(before), wall, bytes: pdf?.length ?? 0, rss: process.resourceUsage().maxRSS * 1024 };
};

const measure = { first, warm, batch }[what];
const open = engines[name];
if (!measure || !open) throw new Error(`no ${what} of ${name}`);
console.log(JSON.stringify(await measure(await open())));
