/** One measurement in a process of its own, one JSON line on stdout: `letter-process.ts ENGINE first|warm|batch|right LETTERS`. */
import { compose } from '../../../shared/domain/letter/compose.ts';
import type { Sheet } from '../../../shared/domain/letter/sheet.ts';
import { aBirthLetter } from '../../support/builders/letters.ts';
import { wordsOf } from '../../support/letter-words.ts';
import { copiedWords, infoOf, looksOf } from '../../support/paper.ts';
import type { Engine } from '../letter-engines/engine.ts';
import { engines, type EngineName } from '../letter-engines/engines.ts';

const [name = 'typst', what = 'first', letters = '1'] = process.argv.slice(2);
const count = Number(letters);

/** Names in which a letter is also part of another one, such as U and Ư: half of them begin with such a letter. */
const names = 'Ưng Oanh Ẩn Uyên Ơn An Ứng Ái Ủy Ông Ân Út Ánh Ổn Êban Ỷ Yên Ẵng Ất Ôn Ưu Em Ý Ường'.split(
  ' ',
);

const sheetFor = (number: number): Sheet => {
  const child = `Nguyễn Thị ${names[number % names.length]!}`;
  return compose(
    aBirthLetter({
      id: `letter-${number}`,
      recipient: `Gia đình bé ${child}, nhà số ${number}`,
      child: { name: child, bornOn: '2026-02-20' },
    }),
  );
};

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
  for (let number = 0; number < count; number += 1) {
    const sheet = sheetFor(number);
    const before = process.cpuUsage();
    await engine.render(sheet);
    cpu.push(cpuSince(before));
  }
  const counted = cpu.slice(Math.floor(count / 3)).toSorted((a, b) => a - b);
  return { cpu: counted[Math.floor(counted.length / 2)]! };
};

const batch = async (engine: Engine) => {
  const sheets = Array.from({ length: count }, (_, number) => sheetFor(number));
  const before = process.cpuUsage();
  const start = performance.now();
  const pdf = await engine.renderBatch(sheets);
  const wall = performance.now() - start;
  return { cpu: cpuSince(before), wall, bytes: pdf.length, rss: process.resourceUsage().maxRSS * 1024 };
};

const inNfd = (sheet: Sheet): Sheet => JSON.parse(JSON.stringify(sheet).normalize('NFD')) as Sheet;

/** The words that a reader can copy, in any order: who reads the columns of the head first is a matter of taste. */
const sameWords = async (pdf: Uint8Array, sheet: Sheet): Promise<boolean> => {
  const copied = await copiedWords(pdf, sheet.plan!.columns);
  return copied.toSorted().join(' ') === wordsOf(sheet).toSorted().join(' ');
};

const howMany = (held: readonly boolean[]): number => held.filter(Boolean).length;

/** What is right about letters of one process: every word, whatever came before, and what happens to odd input. */
const right = async (engine: Engine) => {
  const words: boolean[] = [];
  const same: boolean[] = [];
  const apart: boolean[] = [];
  for (let number = 0; number < count; number += 1) {
    const sheet = sheetFor(number);
    const pdf = Buffer.from(await engine.render(sheet));
    words.push(await sameWords(pdf, sheet));
    same.push(pdf.equals(await engine.render(sheet)));
    if (number % 4 > 0) continue;
    const pages = [pdf, await engine.render(inNfd(sheet))].map((one) => looksOf(one));
    const [composed, decomposed] = await Promise.all(pages);
    apart.push(composed!.equals(decomposed!));
  }
  const odd = { ...sheetFor(0), subheading: 'Mừng bé ភាសា 🌸 chào đời' };
  const stops = await Promise.resolve(odd)
    .then((sheet) => engine.render(sheet))
    .then(
      () => false,
      () => true,
    );
  const tagged = /Tagged: +yes/.test(await infoOf(await engine.render(sheetFor(0))));
  return { words: howMany(words), same: howMany(same), apart: howMany(apart), of: count, stops, tagged };
};

const measure = { first, warm, batch, right }[what];
const open = engines[name as EngineName] as (() => Promise<Engine>) | undefined;
if (!measure || !open) throw new Error(`no ${what} of ${name}`);
console.log(JSON.stringify(await measure(await open())));
