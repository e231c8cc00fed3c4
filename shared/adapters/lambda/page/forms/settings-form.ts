/** What an office chose, as fields of a form, and back: whatever the form does not show stays as it is. */
import type { OfficeHours } from '../../../../domain/calendar/office-sessions.ts';
import { textOf, Status } from '../../../../domain/dossier/statuses.ts';
import { tells, type WardSettings } from '../../../../domain/office/ward-settings.ts';
import type { Weekday } from '../../../../domain/values/day.ts';
import type { ProblemError } from '../../../../domain/values/problem-error.ts';
import type { FormFields } from '../frame/form.ts';

/** What is wrong, by the field that it stands beside. */
export type Wrong = Readonly<Record<string, string>>;

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Statuses that there is a text for: of the others nobody can be told. */
export const tellable = Status.options.filter((status) => textOf(status) !== undefined);

const hoursOn = ({ regular }: OfficeHours, weekday: Weekday): string =>
  regular
    .filter((session) => session.weekdays.includes(weekday))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, to }) => `${from}-${to}`)
    .join(', ');

/** What stands in the form before anybody typed. */
export const settingsFields = (settings: WardSettings): FormFields => ({
  ten: settings.office,
  'duong-day': settings.hotline ?? '',
  'noi-nhan': settings.returnPlace,
  'gui-tu': settings.sendWindow.from,
  'gui-den': settings.sendWindow.to,
  'moi-so': String(settings.limits.messagesPerPhonePerDay),
  'moi-ngay': String(settings.limits.messagesPerWardPerDay),
  'moi-thang': String(settings.limits.partsPerWardPerMonth ?? ''),
  ...Object.fromEntries(weekdays.map((day) => [`gio-${day}`, hoursOn(settings.officeHours, day)])),
  ...Object.fromEntries(
    tellable.filter((status) => tells(settings, status)).map((status) => [`bao-${status}`, 'co']),
  ),
});

/** `7h30`, `7:30` and `07:30` are one time; undefined for what is none. */
export const timeIn = (typed: string): string | undefined => {
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*(?:[:.hg]\s*(\d{2})?)?$/i.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${(minute || '00').padStart(2, '0')}`;
};

type Span = { from: string; to: string };

/** The sessions of one day; undefined where they cannot be read, end before they begin or meet each other. */
const spansIn = (typed: string): Span[] | undefined => {
  const spans: Span[] = [];
  for (const piece of typed.split(/[,;]/).filter((one) => one.trim() !== '')) {
    const [from, to, more] = piece.split(/[-–—]|đến/).map(timeIn);
    if (from === undefined || to === undefined || more !== undefined || from >= to) return undefined;
    spans.push({ from, to });
  }
  spans.sort((one, other) => (one.from < other.from ? -1 : 1));
  return spans.every(({ from }, at) => at === 0 || spans[at - 1]!.to <= from) ? spans : undefined;
};

const countIn = (typed: string): number | undefined => {
  const digits = typed.replaceAll(/[\s.]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

const notATime = 'Viết giờ như 07:30.';
const notACount = 'Viết một số, ví dụ 5000.';
const notHours = 'Viết như 07:30-11:30, 13:30-17:00; để trống là không mở. Giờ sau phải muộn hơn giờ trước.';

const hoursIn = (fields: FormFields, now: OfficeHours, wrong: Record<string, string>): OfficeHours => {
  const byTimes = new Map<string, { weekdays: Weekday[] } & Span>();
  let isNew = false;
  for (const day of weekdays) {
    const spans = spansIn(fields[`gio-${day}`] ?? '');
    if (spans === undefined) wrong[`gio-${day}`] = notHours;
    const written = (spans ?? []).map(({ from, to }) => `${from}-${to}`).join(', ');
    if (written !== hoursOn(now, day)) isNew = true;
    for (const span of spans ?? []) {
      const name = `${span.from}-${span.to}`;
      const known = byTimes.get(name) ?? { weekdays: [], ...span };
      byTimes.set(name, { ...known, weekdays: [...known.weekdays, day] });
    }
  }
  return isNew
    ? {
        ...now,
        source: 'phường ghi ở trang Cài đặt',
        regular: [...byTimes.values()] as OfficeHours['regular'],
      }
    : now;
};

/** Where nothing was changed, the choice stays as finely cut as it was. */
const tellsIn = (fields: FormFields, now: WardSettings): WardSettings['tells'] => ({
  ...now.tells,
  ...Object.fromEntries(
    tellable
      .map((status) => [status, fields[`bao-${status}`] !== undefined] as const)
      .filter(([status, wanted]) => wanted !== tells(now, status)),
  ),
});

/** What the form asks for, to be judged by the rules of settings; `wrong` is what cannot even be read. */
export const chosenIn = (fields: FormFields, now: WardSettings): { chosen: object; wrong: Wrong } => {
  const wrong: Record<string, string> = {};
  const read = <Value>(
    name: string,
    reader: (typed: string) => Value | undefined,
    or: Value,
    why: string,
  ) => {
    const value = reader(fields[name] ?? '');
    if (value === undefined) wrong[name] = why;
    return value ?? or;
  };
  const { ward: _ward, hotline: _hotline, limits, ...rest } = now;
  const { partsPerWardPerMonth: _month, ...others } = limits;
  const window = {
    from: read('gui-tu', timeIn, now.sendWindow.from, notATime),
    to: read('gui-den', timeIn, now.sendWindow.to, notATime),
  };
  if (window.from >= window.to) wrong['gui-den'] ??= 'Giờ thôi nhắn phải muộn hơn giờ bắt đầu.';
  const hotline = (fields['duong-day'] ?? '').trim();
  const month = (fields['moi-thang'] ?? '').trim();
  const chosen = {
    ...rest,
    office: (fields['ten'] ?? '').trim(),
    ...(hotline !== '' && { hotline }),
    returnPlace: (fields['noi-nhan'] ?? '').trim(),
    sendWindow: window,
    officeHours: hoursIn(fields, now.officeHours, wrong),
    limits: {
      ...others,
      messagesPerPhonePerDay: read('moi-so', countIn, 0, notACount),
      messagesPerWardPerDay: read('moi-ngay', countIn, 0, notACount),
      ...(month !== '' && { partsPerWardPerMonth: read('moi-thang', countIn, 0, notACount) }),
    },
    tells: tellsIn(fields, now),
  };
  return { chosen, wrong };
};

const places: readonly (readonly [string, string])[] = [
  ['/office', 'ten'],
  ['/hotline', 'duong-day'],
  ['/returnPlace', 'noi-nhan'],
  ['/sendWindow', 'gui-tu'],
  ['/limits/messagesPerPhonePerDay', 'moi-so'],
  ['/limits/messagesPerWardPerDay', 'moi-ngay'],
  ['/limits', 'moi-thang'],
];

/** Each refusal beside the field that it is about; what no field of the form is about stands at the top (`chung`). */
export const beside = (errors: readonly ProblemError[]): Wrong => {
  const wrong: Record<string, string> = {};
  for (const { pointer, message } of errors) {
    const inTells = /^\/tells\/([a-z-]+)/.exec(pointer)?.[1];
    const [, place] = places.find(([start]) => pointer === start || pointer.startsWith(`${start}/`)) ?? [];
    // "/officeHours" begins like "/office" but is another choice, which the grid has read already.
    wrong[inTells === undefined ? (place ?? 'chung') : `bao-${inTells}`] ??= message;
  }
  return wrong;
};
