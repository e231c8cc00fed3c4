import * as fc from 'fast-check';
import { dayBack, type History, history, play } from './family-histories.ts';

/** On its way to the family, as far as no person holds it. */
const isGoing = ({ state }: { state: string }) => !['held', 'stopped', 'withdrawn'].includes(state);

/** Written out by hand, so that the calendar is not its own witness. */
const closed =
  /^(?:2027-02-0[5-9]|2027-04-16|2028-01-2[5-9]|2028-04-04|\d{4}-(?:01-01|04-30|05-01|09-02|11-24))$/;
const isSunday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Whether a text that lies open on a shared phone says who it is about, or what happened. */
const tells = (text: string, { family }: History): boolean =>
  [
    ...Object.values(family),
    'Lò Văn Tư',
    'khai sinh',
    'khai tử',
    'kết hôn',
    'chia buồn',
    'từ trần',
    'chúc mừng',
  ].some((word) => folded(text).includes(folded(word)));

/** What is wrong with the letters and texts of this history, in words. */
const wrongs = (
  given: History,
  { letters, notifications, bornOn }: Awaited<ReturnType<typeof play>>,
): string[] => {
  const { dies, joy, joyDays, deathDays } = given;
  const inFamily = dies !== 'nobody' && (joy === 'birth' || dies !== 'child');
  const slack = dies === 'child' ? 0 : joy === 'birth' ? 300 : 30;
  const canBeOurs = Date.parse(dayBack(deathDays)) >= Date.parse(bornOn) - slack * 86_400_000;
  const joyful = letters.filter(({ kind }) => kind === joy);
  const condolences = letters.filter(({ kind }) => kind === 'condolence');
  const sessions = joyful
    .flatMap(({ content }) => (content.kind === 'birth' ? (content.plan?.doses ?? []) : []))
    .flatMap(({ session, dueOn }) => (session ? [{ on: session.on, dueOn }] : []));
  const checks: [string, boolean][] = [
    ['congratulated after a death', inFamily && canBeOurs && joyful.some(isGoing)],
    ['words for the old', dies === 'child' && joy === 'birth' && canBeOurs && condolences.some(isGoing)],
    ['late wedding letter', joy === 'marriage' && joyDays > 60 && joyful.length > 0],
    ['late birth letter', joy === 'birth' && joyDays > 731 && joyful.length > 0],
    ['late condolence', deathDays > 60 && condolences.length > 0],
    ['a happy family forgotten', dies === 'nobody' && joyDays < 20 && joyful.filter(isGoing).length !== 1],
    ['congratulated twice', joyful.length > 1],
    ['a name, a procedure or a condolence in a text', notifications.some(({ text }) => tells(text, given))],
    ['a closed day', sessions.some(({ on }) => closed.test(on) || isSunday(on))],
    ['before it is due', sessions.some(({ on, dueOn }) => on < dueOn)],
  ];
  return checks.flatMap(([name, isWrong]) => (isWrong ? [name] : []));
};

/** Plays so many histories, and tells what went wrong in each that did; the same seed gives the same ones. */
export const playFamilies = async ({ histories, seed }: { histories: number; seed: number }) => {
  const wrong: { given: History; wrongs: string[] }[] = [];
  let [going, held] = [0, 0];
  for (const given of fc.sample(history, { numRuns: histories, seed })) {
    const played = await play(given);
    const found = wrongs(given, played);
    if (found.length > 0) wrong.push({ given, wrongs: found });
    going += played.letters.filter(isGoing).length;
    held += played.letters.filter(({ state }) => state === 'held').length;
  }
  return { wrong, going, held };
};
