import * as trt2 from '@trt2/gsm-charset-utils';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import * as splitSms from 'split-sms';
import { readPhone } from '../../shared/domain/phone.ts';
import { publishTemplate } from '../../shared/domain/publish-template.ts';
import type { FieldRule } from '../../shared/domain/sms-template.ts';
import { renderTemplate } from '../../shared/domain/template.ts';

/** One line of a report: `ratioTo` names the row that its value counts, as in 12 times as long as ours. */
export type Row = { name: string; value: number; unit: string; ratioTo?: string };

type Values = Readonly<Record<string, string>>;

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
    dueAt: field('time', 16, '17:00 05/03/2026'),
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
const dossiers = (accented: boolean): Values[] => JSON.parse(JSON.stringify(someDossiers(accented)));

const someDossiers = (accented: boolean): Values[] =>
  Array.from({ length: 64 }, (_, at) => ({
    office: accented ? `UBND P. Tân Định ${at}` : `UBND P. Tan Dinh ${at}`,
    code: `H29.26-260302-${1000 + at}`,
    dueAt: `17:${10 + (at % 50)} 05/03/2026`,
    place: accented ? `Bộ phận Một cửa ${at}` : `Bo phan Mot cua ${at}`,
    session: accented ? `sáng thứ 2 đến thứ 6, ${at}` : `sang thu 2 den thu 6, ${at}`,
    hotline: `027738512${10 + (at % 50)}`,
  }));

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
const filled = (values: Values): string =>
  body.replace(/\(\((\w+)\)\)/g, (_, name: string) => values[name] ?? '');

/** A usual way to do the same with libraries: fill the template, take the accents off, count the parts. */
type Way = (values: Values) => number;

const module = async <Shape>(name: string): Promise<Shape> =>
  ((await import(name)) as { default: Shape }).default;

/** The first two need only what our tests need; the others join in where their packages are installed. */
const combinations: Readonly<Record<string, () => Promise<Way>>> = {
  'regular expressions + split-sms': async () => (values) =>
    splitSms.split(unaccented(filled(values))).parts.length,
  'regular expressions + @trt2/gsm-charset-utils': async () => (values) =>
    trt2.getCharCount(unaccented(filled(values))).msgCount,
  'mustache + remove-accents + sms-length': async () => {
    const mustache = await module<{ render(body: string, values: Values): string }>('mustache');
    const bare = await module<(text: string) => string>('remove-accents');
    const count = await module<(text: string) => { messages: number }>('sms-length');
    const text = body.replace(/\(\((\w+)\)\)/g, '{{{$1}}}');
    return (values) => count(bare(mustache.render(text, values))).messages;
  },
  'liquidjs + any-ascii + sms-segments-calculator': async () => {
    const { Liquid } = await module<{
      Liquid: new () => {
        parse(text: string): unknown;
        renderSync(parsed: unknown, values: Values): string;
      };
    }>('liquidjs');
    const anyAscii = await module<(text: string) => string>('any-ascii');
    const { SegmentedMessage } = await module<{
      SegmentedMessage: new (text: string) => { segmentsCount: number };
    }>('sms-segments-calculator');
    const engine = new Liquid();
    const parsed = engine.parse(body.replace(/\(\((\w+)\)\)/g, '{{ $1 }}'));
    return (values) => new SegmentedMessage(anyAscii(engine.renderSync(parsed, values))).segmentsCount;
  },
};

const phones = Array.from({ length: 64 }, (_, at) =>
  [`0912 345 6${10 + at}`, `+84${387654300 + at}`, `012123456${10 + at}`, `09${12345600 + at}`][
    at % 4
  ]!.trim(),
);
const phoneReaders: Readonly<Record<string, () => Promise<(written: string) => number>>> = {
  'libphonenumber-js/mobile': async () => (written) =>
    parsePhoneNumberFromString(written, 'VN')?.number.length ?? 0,
  'awesome-phonenumber': async () => {
    const { parsePhoneNumber } = await module<{
      parsePhoneNumber(this: void, written: string, region: { regionCode: string }): { valid: boolean };
    }>('awesome-phonenumber');
    return (written) => Number(parsePhoneNumber(written, { regionCode: 'VN' }).valid);
  },
};

/** Kept, so that no engine may skip the work. */
let sink = 0;

/** Median microseconds of one call, warm: 200 short batches, so that a pause of the machine falls out. */
function microseconds<Input>(inputs: readonly Input[], work: (input: Input) => number): number {
  const batch = (calls: number): number => {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) sink += work(inputs[call % inputs.length] as Input);
    return ((performance.now() - start) * 1000) / calls;
  };
  batch(1);
  const slow = batch(100) > 50;
  batch(slow ? 500 : 100_000);
  const times = Array.from({ length: slow ? 20 : 200 }, () => batch(slow ? 50 : 1000));
  return times.toSorted((one, two) => one - two)[times.length >> 1] as number;
}

/** The text is read once, as the carrier's request does: a string that JavaScript only promised costs nothing yet. */
const ours: Way = (values) => {
  const rendering = renderTemplate(template, 'vi', values);
  if (!rendering.ok) throw new Error(JSON.stringify(rendering));
  return rendering.parts + rendering.text.charCodeAt(rendering.units - 1);
};

/** The ways whose packages are installed, each ready to run. */
async function installed<Ready>(
  ways: Readonly<Record<string, () => Promise<Ready>>>,
): Promise<[name: string, way: Ready][]> {
  const loaded = await Promise.all(
    Object.entries(ways).map(async ([name, load]) => {
      const way = await load().catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
        throw error;
      });
      return way === undefined ? [] : [[name, way] satisfies [string, Ready]];
    }),
  );
  return loaded.flat();
}

/** What one message and one phone number cost us in processor time, and how many times that libraries take. */
export async function benchSmsText(): Promise<Row[]> {
  const plain = microseconds(dossiers(false), ours);
  const accented = microseconds(dossiers(true), ours);
  const phone = microseconds(phones, (written) => Number(readPhone(written).ok));
  const rows: Row[] = [
    { name: 'SMS of six fields, plain values', value: plain, unit: 'us' },
    { name: 'SMS of six fields, accented values', value: accented, unit: 'us' },
  ];
  for (const [name, way] of await installed(combinations)) {
    const value = microseconds(dossiers(true), way);
    rows.push({ name, value: value / accented, unit: 'x', ratioTo: 'SMS of six fields, accented values' });
  }
  rows.push({ name: 'phone number', value: phone, unit: 'us' });
  for (const [name, read] of await installed(phoneReaders)) {
    rows.push({ name, value: microseconds(phones, read) / phone, unit: 'x', ratioTo: 'phone number' });
  }
  return sink < 0 ? [] : rows;
}
