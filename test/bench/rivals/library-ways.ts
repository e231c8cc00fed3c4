/** How the same is usually done with libraries: what our own engine is compared with. */
import * as trt2 from '@trt2/gsm-charset-utils';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import * as splitSms from 'split-sms';

export type Values = Readonly<Record<string, string>>;

/** Fills the template, takes the accents off, counts the parts. `body` has its fields as `((name))`. */
type Way = (body: string) => (values: Values) => number;

/** Most of these packages are installed only where benches run, so `npm run typecheck` must not meet them by name. */
const load = async <Exports>(name: string): Promise<Exports> => (await import(name)) as Exports;
const loadDefault = async <Shape>(name: string): Promise<Shape> =>
  (await load<{ default: Shape }>(name)).default;

const fieldsAs = (body: string, written: string): string => body.replaceAll(/\(\((\w+)\)\)/g, written);

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');

type Mustache = { render: (body: string, values: Values) => string };
type Liquid = { parse: (text: string) => unknown; renderSync: (parsed: unknown, values: Values) => string };
type Handlebars = { compile: (text: string, options: object) => (values: Values) => string };
type MessageFormat = new (text: string, locale: string) => { format: (values: Values) => string };
type Segments = new (text: string) => { segmentsCount: number };

export const ways: Readonly<Record<string, () => Promise<Way>>> = {
  'regular expressions + split-sms': async () => (body) => (values) => {
    const text = body.replaceAll(/\(\((\w+)\)\)/g, (_, name: string) => values[name] ?? '');
    return splitSms.split(unaccented(text)).parts.length;
  },
  'mustache + remove-accents + sms-length': async () => {
    const mustache = await loadDefault<Mustache>('mustache');
    const bare = await loadDefault<(text: string) => string>('remove-accents');
    const { count } = await load<{ count: (text: string) => { messages: number } }>('sms-length');
    return (body) => {
      const template = fieldsAs(body, '{{{$1}}}');
      return (values) => count(bare(mustache.render(template, values))).messages;
    };
  },
  'liquidjs + any-ascii + split-sms': async () => {
    const { Liquid } = await load<{ Liquid: new () => Liquid }>('liquidjs');
    const anyAscii = await loadDefault<(text: string) => string>('any-ascii');
    const engine = new Liquid();
    return (body) => {
      const parsed = engine.parse(fieldsAs(body, '{{ $1 }}'));
      return (values) => splitSms.split(anyAscii(engine.renderSync(parsed, values))).parts.length;
    };
  },
  'intl-messageformat + @sindresorhus/transliterate + @trt2/gsm-charset-utils': async () => {
    const { IntlMessageFormat } = await load<{ IntlMessageFormat: MessageFormat }>('intl-messageformat');
    const transliterate = await loadDefault<(text: string) => string>('@sindresorhus/transliterate');
    return (body) => {
      const message = new IntlMessageFormat(fieldsAs(body, '{$1}'), 'vi');
      return (values) => trt2.getCharCount(transliterate(message.format(values))).msgCount;
    };
  },
  'handlebars + transliteration + sms-segments-calculator': async () => {
    const handlebars = await loadDefault<Handlebars>('handlebars');
    const { transliterate } = await load<{ transliterate: (text: string) => string }>('transliteration');
    const { SegmentedMessage } = await load<{ SegmentedMessage: Segments }>('sms-segments-calculator');
    return (body) => {
      const template = handlebars.compile(fieldsAs(body, '{{$1}}'), { noEscape: true });
      return (values) => new SegmentedMessage(transliterate(template(values))).segmentsCount;
    };
  },
};

type AwesomePhone = (written: string, region: { regionCode: string }) => { valid: boolean };

/** Reads a phone number as it was written: 1 when it is a valid number of Viet Nam, else 0. */
export const phoneReaders: Readonly<Record<string, () => Promise<(written: string) => number>>> = {
  'libphonenumber-js/mobile': async () => (written) =>
    Number(parsePhoneNumberFromString(written, 'VN')?.isValid() ?? false),
  'awesome-phonenumber': async () => {
    const { parsePhoneNumber } = await load<{ parsePhoneNumber: AwesomePhone }>('awesome-phonenumber');
    return (written) => Number(parsePhoneNumber(written, { regionCode: 'VN' }).valid);
  },
};

/** All of them by name, ready to run. */
export const opened = async <Ready>(
  all: Readonly<Record<string, () => Promise<Ready>>>,
): Promise<[name: string, one: Ready][]> =>
  Promise.all(Object.entries(all).map(async ([name, open]) => [name, await open()]));
