/** What an office offers and what its board says, as fields of a form that anybody can type, and back. */
import type { BoardWords } from '../../../../domain/office/counter/board-words.ts';
import type { Offers } from '../../../../domain/office/counter/offers.ts';
import type { WardSettings } from '../../../../domain/office/ward-settings.ts';
import type { Day, Weekday } from '../../../../domain/values/day.ts';
import { Day as ADay, formatDay } from '../../../../domain/values/day.ts';
import type { ProblemError } from '../../../../domain/values/problem-error.ts';
import { procedures2026 } from '../../../../domain/values/procedures-2026.ts';
import type { FormFields } from '../frame/form.ts';
import { timeIn, weekdays, type Wrong } from './settings-form.ts';

/** The procedures that may be chosen by their names; others that a program named stay chosen. */
export const choosable = procedures2026.procedures;

type Help = { from: string; to: string; by: string };
const helpLine = ({ from, to, by }: Help): string => `${from}-${to} ${by}`;

const together = 'Cùng với:';

/** What stands in the form before anybody typed. */
export const boardFields = ({ offers, board }: Pick<WardSettings, 'offers' | 'board'>): FormFields => ({
  ...Object.fromEntries(
    weekdays.map((day) => [
      `giup-${day}`,
      offers.helpWeekly
        .filter((one) => one.weekdays.includes(day))
        .map(helpLine)
        .join('; '),
    ]),
  ),
  'giup-ngay': offers.helpDated.map((one) => `${formatDay(one.day)} ${helpLine(one)}`).join('\n'),
  ...Object.fromEntries((offers.noAppointment?.weekdays ?? []).map((day) => [`khong-hen-${day}`, 'co'])),
  ...Object.fromEntries((offers.noAppointment?.procedures ?? []).map((code) => [`tt-${code}`, 'co'])),
  trang: board.slides.map(({ title, lines }) => [title, ...lines].join('\n')).join('\n\n'),
  tin: board.inserts
    .map((one) =>
      [
        one.title,
        one.words,
        ...(one.together === undefined ? [] : [`${together} ${one.together}`]),
        `${formatDay(one.from)} - ${formatDay(one.to)}`,
      ].join('\n'),
    )
    .join('\n\n'),
});

/** `01/12/2026` and `1-12-2026` are one day; undefined for what is none. */
const dayIn = (typed: string): Day | undefined => {
  const [, date = '', month = '', year = ''] =
    /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed) ?? [];
  return ADay.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).data;
};

/** `08:00-10:30 Đoàn thanh niên`; undefined for what cannot be read so. */
const helpIn = (typed: string): Help | undefined => {
  const [, start = '', end = '', by = ''] =
    /^\s*([\d:.hg]+)\s*(?:[-–—]|đến)\s*([\d:.hg]+)\s+(\S.*?)\s*$/i.exec(typed) ?? [];
  const [from, to] = [timeIn(start), timeIn(end)];
  return from === undefined || to === undefined || from >= to ? undefined : { from, to, by };
};

const filled = (pieces: readonly string[]): string[] =>
  pieces.map((one) => one.trim()).filter((one) => one !== '');
const blocksOf = (typed: string): string[][] =>
  filled(typed.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)).map((block) => filled(block.split('\n')));

const notHelp =
  'Viết giờ rồi tên người giúp, như 08:00-10:30 Đoàn thanh niên; nhiều lượt cách nhau bằng dấu chấm phẩy.';
const notDatedHelp = 'Mỗi dòng một lượt, như 02/12/2026 08:00-10:30 Hội phụ nữ.';
const notSlides = 'Mỗi trang: dòng đầu là tiêu đề, rồi 1 đến 5 dòng; các trang cách nhau một dòng trống.';
const notInserts =
  'Mỗi tin: dòng đầu là tiêu đề, dòng hai là lời, có thể thêm dòng “Cùng với: …”, dòng cuối là ngày, như 01/12/2026 - 31/12/2026.';

const offersIn = (fields: FormFields, now: Offers, wrong: Record<string, string>): object => {
  const helpWeekly = weekdays.flatMap((day) =>
    filled((fields[`giup-${day}`] ?? '').split(';')).flatMap((piece) => {
      const help = helpIn(piece);
      if (help === undefined) wrong[`giup-${day}`] = notHelp;
      return help === undefined ? [] : [{ weekdays: [day], ...help }];
    }),
  );
  const helpDated = filled((fields['giup-ngay'] ?? '').split('\n')).flatMap((line) => {
    const [, date = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const [day, help] = [dayIn(date), helpIn(rest)];
    if (day === undefined || help === undefined) wrong['giup-ngay'] = notDatedHelp;
    return day === undefined || help === undefined ? [] : [{ day, ...help }];
  });
  const days = weekdays.filter((day): day is Weekday => fields[`khong-hen-${day}`] !== undefined);
  const known = new Set(choosable.map(({ code }) => code));
  const unnamed = (now.noAppointment?.procedures ?? []).filter((code) => !known.has(code));
  const ticked = choosable.map(({ code }) => code).filter((code) => fields[`tt-${code}`] !== undefined);
  const procedures = [...(days.length > 0 ? unnamed : []), ...ticked];
  if (days.length > 0 !== procedures.length > 0)
    wrong['khong-hen'] = 'Chọn cả thứ trong tuần và thủ tục, hoặc bỏ trống cả hai.';
  return {
    helpWeekly,
    helpDated,
    ...(days.length > 0 && procedures.length > 0 && { noAppointment: { weekdays: days, procedures } }),
  };
};

const insertIn = (lines: readonly string[]): BoardWords['inserts'][number] | undefined => {
  const [title, words, ...rest] = lines;
  const span = (rest.at(-1) ?? '').split(/\s+(?:[-–—]|đến)\s+/).map(dayIn);
  const [from, to] = span;
  const between = rest.slice(0, -1);
  const withWhom = between[0]?.startsWith(together) ? between[0].slice(together.length).trim() : undefined;
  if (title === undefined || words === undefined || from === undefined || to === undefined || from > to)
    return undefined;
  if (span.length !== 2 || between.length !== (withWhom === undefined ? 0 : 1)) return undefined;
  return { title, words, from, to, ...(withWhom !== undefined && { together: withWhom }) };
};

/** What the form asks for, to be judged by the rules of settings; `wrong` is what cannot even be read. */
export const offeredIn = (
  fields: FormFields,
  now: WardSettings,
): { chosen: object; wrong: Record<string, string> } => {
  const wrong: Record<string, string> = {};
  const { ward: _ward, ...rest } = now;
  const slides = blocksOf(fields['trang'] ?? '').map(([title = '', ...lines]) => ({ title, lines }));
  if (slides.some(({ lines }) => lines.length === 0 || lines.length > 5)) wrong['trang'] = notSlides;
  const inserts = blocksOf(fields['tin'] ?? '').flatMap((lines) => {
    const insert = insertIn(lines);
    if (insert === undefined) wrong['tin'] = notInserts;
    return insert === undefined ? [] : [insert];
  });
  return {
    chosen: { ...rest, offers: offersIn(fields, now.offers, wrong), board: { slides, inserts } },
    wrong,
  };
};

/** Each refusal beside the field that it is about. */
export const besideOffer = (errors: readonly ProblemError[]): Wrong => {
  const places = [
    ['/board/slides', 'trang'],
    ['/board/inserts', 'tin'],
    ['/offers/helpDated', 'giup-ngay'],
    ['/offers/helpWeekly', 'giup-1'],
    ['/offers/noAppointment', 'khong-hen'],
  ] as const;
  const wrong: Record<string, string> = {};
  for (const { pointer, message } of errors)
    wrong[places.find(([start]) => pointer.startsWith(start))?.[1] ?? 'chung'] ??= message;
  return wrong;
};
