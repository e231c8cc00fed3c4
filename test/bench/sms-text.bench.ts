import { hours } from '../../shared/domain/values/instant.ts';
import { fact } from '../../shared/domain/dossier/dossier.ts';
import { readPhone } from '../../shared/domain/phone/read-phone.ts';
import { publishTemplate } from '../../shared/domain/text/publish/publish-template.ts';
import type { FieldRule, SmsTemplate } from '../../shared/domain/text/sms-template.ts';
import { type SmsPurpose, smsTemplateFor } from '../../shared/domain/text/texts/all.ts';
import { defaultSettings } from '../../shared/domain/office/ward-settings.ts';
import { render } from '../../shared/domain/text/render.ts';
import { vungTau } from '../support/builders/dossiers.ts';
import { aDaysEvents } from '../support/counting/counted-day.ts';
import { aWardsDay } from '../support/builders/wards-day.ts';
import type { How, Row } from './figures.ts';
import { inTurn } from './in-turn.ts';
import { opened, phoneReaders, type Values, ways } from './rivals/library-ways.ts';
import type { EventId } from '../../shared/domain/values/ids.ts';

const field = (kind: FieldRule['kind'], maxLength: number, example: string): FieldRule => ({
  kind,
  maxLength,
  required: true,
  example,
});

const body =
  '((office)): Hồ sơ ((code)) đã được tiếp nhận, hẹn trả kết quả ((dueAt)) tại ((place)), ((session)). Ông/Bà cần hỏi xin gọi ((hotline)).';
const published = publishTemplate({
  key: 'bench',
  version: 1,
  accents: false,
  maxParts: 2,
  bodies: { vi: body, en: body },
  fields: {
    office: field('text', 20, 'UBND xã Định Yên'),
    code: field('code', 30, 'H20.12-260302-0001'),
    dueAt: field('time', 21, '17:00 ngày 05/03/2026'),
    place: field('text', 24, 'Bộ phận Một cửa'),
    session: field('text', 28, 'sáng thứ 2 đến thứ 6'),
    hotline: field('phone', 11, '02773851234'),
  },
});
if (!published.ok) throw new Error(JSON.stringify(published.problems));
const { template } = published;

/**
 * Sixty-four dossiers, so that no engine is measured on one string that it could remember; through JSON, as they
 * come from a queue, since a string that was just put together is read more slowly.
 */
const someDossiers = (accented: boolean): Values[] =>
  JSON.parse(
    JSON.stringify(
      Array.from({ length: 64 }, (_, at) => ({
        office: accented ? `UBND P. Tân Định ${at}` : `UBND P. Tan Dinh ${at}`,
        code: `H29.26-260302-${1000 + at}`,
        dueAt: `17:${10 + (at % 50)} 05/03/2026`,
        place: accented ? `Bộ phận Một cửa ${at}` : `Bo phan Mot cua ${at}`,
        session: accented ? `sáng thứ 2 đến thứ 6, ${at}` : `sang thu 2 den thu 6, ${at}`,
        hotline: `027738512${10 + (at % 50)}`,
      })),
    ),
  ) as Values[];

const phones = Array.from(
  { length: 64 },
  (_, at) =>
    [`0912 345 6${10 + at}`, `+84${387654300 + at}`, `012123456${10 + at}`, `09${12345600 + at}`][at % 4]!,
);

/** The text is read once, as the carrier's request does: a string that JavaScript only promised costs nothing yet. */
const ours = (values: Values, filled: SmsTemplate): number => {
  const rendering = render(filled, 'vi', values);
  if (!rendering.ok) throw new Error(JSON.stringify(rendering));
  return rendering.parts + rendering.text.charCodeAt(rendering.units - 1);
};

/** Nothing can be faster: the values in their places, each character looked at once. */
const least = ({ office, code, dueAt, place, session, hotline }: Values): number => {
  const text = `${office}: Ho so ${code} da duoc tiep nhan, hen tra ket qua ${dueAt} tai ${place}, ${session}. Ong/Ba can hoi xin goi ${hotline}.`;
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) seen |= text.charCodeAt(at);
  return seen;
};

/** Each call has the next input, without a division, which would cost as much as a word of the message. */
const over = <Input>(inputs: readonly Input[], work: (input: Input) => number): (() => number) => {
  let at = 0;
  return () => {
    at = at + 1 < inputs.length ? at + 1 : 0;
    return work(inputs[at]!);
  };
};

const rowsOf = (part: string, times: Map<string, number[]>, baseline: string): Row[] =>
  [...times].map(([name, value]) => ({
    part,
    name,
    value,
    unit: 'µs',
    ...(name !== baseline && { ratioTo: baseline }),
  }));

const texts = async (how: How): Promise<Row[]> => {
  const [plain, accented] = [someDossiers(false), someDossiers(true)];
  const name = 'ours, accented values';
  const received = smsTemplateFor('received');
  const shipped = accented.map(({ place = '', ...values }, at) => ({
    ...values,
    dueAt: `2026-03-05T10:${10 + (at % 50)}:00.000Z`,
    returnPlace: place,
  }));
  const atCounter = smsTemplateFor('ready-counter');
  const collected = shipped.map((values) => ({ ...values, pickUp: 'tu 13:30 24/11' }));
  const works = new Map([
    [name, over(accented, (values) => ours(values, template))],
    ['ours, plain values', over(plain, (values) => ours(values, template))],
    ['ours, the shipped “received” with an instant', over(shipped, (values) => ours(values, received))],
    ['ours, the shipped “ready at the counter”', over(collected, (values) => ours(values, atCounter))],
    ['the least: look at each character once', over(plain, least)],
    ...(await opened(ways)).map(([way, open]) => [way, over(accented, open(body))] as const),
  ]);
  return rowsOf('one SMS of six fields: fill, write in ASCII, count parts', inTurn(works, how), name);
};

const numbers = async (how: How): Promise<Row[]> => {
  const works = new Map([
    ['ours', over(phones, (written) => Number(readPhone(written).ok))],
    ...(await opened(phoneReaders)).map(([name, read]) => [name, over(phones, read)] as const),
  ]);
  return rowsOf('one phone number', inTurn(works, how), 'ours');
};

/** What the day's messages cost in parts, as they are sent and as they would be with accents. */
const parts = async (): Promise<Row[]> => {
  const { accept, decide, turn, store } = aWardsDay('accepted');
  const ward = { ward: vungTau, returnPlace: 'Bo phan Mot cua', hotline: '0254 3852 101', tells: {} };
  await store.settings.save({ ...defaultSettings(vungTau), ...ward, office: 'UBND P. Vung Tau' });
  turn(hours(9));
  const events = aDaysEvents(1);
  for (let at = 0; at < events.length; at += 100) await accept(vungTau, events.slice(at, at + 100), 'vi');
  const ids = [...new Set(events.map(({ eventId }) => eventId))] as string[] as EventId[];
  const { rows } = await decide(await store.events.find(vungTau, ids));
  const told = rows
    .flatMap((row) =>
      'decision' in row ? row.decision.notifications.map((owed) => ({ owed, of: row.decision.dossier })) : [],
    )
    .filter(({ owed }) => owed.channel === 'sms');
  const accented = told.map(({ owed: { purpose }, of }) => {
    const rendering = render(smsTemplateFor(purpose as SmsPurpose, { accents: true }), 'vi', {
      office: 'UBND P. Vũng Tàu',
      hotline: ward.hotline,
      returnPlace: 'Bộ phận Một cửa',
      code: of.code,
      dueAt: fact(of, 'dueAt'),
      newDueAt: fact(of, 'newDueAt'),
      amount: fact(of, 'fee'),
    });
    if (!rendering.ok) throw new Error(JSON.stringify(rendering));
    return rendering.parts;
  });
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const part = `parts, mean of the day’s ${told.length} messages`;
  const asSent = 'plain ASCII, as sent';
  return [
    { part, name: asSent, value: mean(told.map(({ owed }) => owed.parts)), unit: 'parts' },
    { part, name: 'with accents', value: mean(accented), unit: 'parts', ratioTo: asSent },
  ];
};

/** What one message and one phone number cost in processor time beside libraries, and what a day costs in parts. */
export const benchSmsText = async (how: How): Promise<Row[]> => [
  ...(await texts(how)),
  ...(await numbers(how)),
  ...(await parts()),
];
