import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/domain/dossier/event/judge-event.ts';
import { garbledName } from '../../../shared/domain/dossier/event/garbled-name.ts';
import { factInWords } from '../../../shared/domain/dossier/event/fact-words.ts';
import { Warning } from '../../../shared/domain/values/warning.ts';
import { StatusEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { anEventBody, now } from '../../support/builders/dossiers.ts';

const read = (differs: Record<string, unknown>) => {
  const judged = judge(anEventBody(differs), now);
  if (!judged.ok) throw new Error(JSON.stringify(judged.errors));
  const { warnings = [], ...event } = judged.event;
  return { event, fields: warnings.map(({ field }) => field), warnings };
};
const needed = ['eventId', 'dossierCode', 'status', 'occurredAt'];
const optional = Object.keys(StatusEvent.shape).filter((name) => !needed.includes(name));

/** Every path that an event's shape has. */
const pathsIn = (shape: unknown, path: string[] = []): string[] => {
  const { def, shape: fields } = shape as {
    def: Record<string, unknown>;
    shape?: Record<string, unknown>;
  };
  const inside = [def['innerType'], def['in'], def['out'], ...((def['options'] as unknown[]) ?? [])];
  const deeper = inside.filter((one) => one !== undefined).flatMap((one) => pathsIn(one, path));
  const named = Object.entries(fields ?? {}).flatMap(([name, part]) => [
    [...path, name].join('.'),
    ...pathsIn(part, [...path, name]),
  ]);
  return [...new Set([...deeper, ...named])];
};

describe('the parts of an event', () => {
  it('are each called by a word of the office, with the name behind it for whoever mends it', () => {
    const paths = pathsIn(StatusEvent);
    expect(paths).toEqual(expect.arrayContaining(['dueAt', 'applicant.phone', 'personEvent.diedOn']));
    for (const path of paths) {
      expect(factInWords(path)).toMatch(/^\p{Ll}[\p{Ll} ,]+ \([\w.]+\)$/u);
      expect(factInWords(path)).toContain(`(${path})`);
    }
    expect(factInWords('personEvent.parents.0')).toBe('họ tên cha, mẹ (personEvent.parents.0)');
    expect(factInWords('NgayHenTra')).toBe('NgayHenTra (ngày hẹn trả)');
    expect(factInWords('applicant.cccd')).toBe('applicant.cccd');
  });

  it('that nobody knows may have names of any length', () => {
    const { warnings: found } = read({ applicant: { phone: '0912345678', ['x'.repeat(5000)]: 1 } });
    expect(found.map((warning) => Warning.safeParse(warning).success)).toEqual([true]);
  });
});

describe('a detail that cannot be read', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a fee in words', { fee: 'a lot' }, 'fee'],
    ['a fee with half a đồng', { fee: 0.5 }, 'fee'],
    ['a ward with four digits', { returnedBy: '2650' }, 'returnedBy'],
    ['a field nobody knows, inside', { applicant: { cccd: '0' } }, 'applicant.cccd'],
    ['an unknown way to give it back', { returnMethod: 'pigeon' }, 'returnMethod'],
    ['an address without a street', { deliveryAddress: { commune: '26506' } }, 'deliveryAddress'],
    ['an event of no known kind', { personEvent: { kind: 'divorce' } }, 'personEvent.kind'],
    ['a promise of 1899', { dueAt: '1899-12-30T00:00:00+07:00' }, 'dueAt'],
    ['a promise of the year 1', { dueAt: '0001-01-01T00:00:00+07:00' }, 'dueAt'],
    ['a promise of 9999', { newDueAt: '9999-12-31T23:59:59+07:00' }, 'newDueAt'],
    ['a promise two days before it was made', { dueAt: '2026-02-28T09:00:00+07:00' }, 'dueAt'],
    ['a birth of 1900', { personEvent: { kind: 'birth', bornOn: '1900-01-01' } }, 'personEvent.bornOn'],
    ['a birth of 1899', { personEvent: { kind: 'birth', bornOn: '1899-12-31' } }, 'personEvent.bornOn'],
    ['a death that has not come', { personEvent: { kind: 'death', diedOn: '2099' } }, 'personEvent.diedOn'],
    [
      'a wedding of 9999',
      { personEvent: { kind: 'marriage', marriedOn: '9999-12-31' } },
      'personEvent.marriedOn',
    ],
    ['a list that is none', { applicant: { phone: '0912345678', channels: 'sms' } }, 'applicant.channels'],
    ['a phone that is a story', { applicant: { phone: 'x'.repeat(201) } }, 'applicant.phone'],
  ])('costs its field and no more: %s', (_, differs, field) => {
    const { event, fields, warnings } = read(differs);
    expect(fields).toContain(field);
    expect(event).toMatchObject({ status: 'completed', dossierCode: 'H29.26-260302-0001' });
    expect(warnings.every(({ sentence }) => /[ạảấầẩậđ]/.test(sentence))).toBe(true);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['blank texts', { reason: ' ', procedureCode: '', onBehalf: { name: '', phone: '' } }, {}],
    ['a number as text', { fee: '8000', sequence: '3' }, { fee: 8000, sequence: 3 }],
    [
      'text as a number',
      { returnedBy: 26506, procedureCode: 1 },
      { returnedBy: '26506', procedureCode: '1' },
    ],
    ['a phone as a number', { applicant: { phone: 912345678 } }, { applicant: { phone: '912345678' } }],
    ['a status as text', { status: '9' }, { status: 'completed' }],
    ['a yes in capitals', { digitised: 'True' }, { digitised: true }],
    ['a no as a digit', { digitised: 0 }, { digitised: false }],
    [
      'a birth known by its year',
      { personEvent: { kind: 'death', bornOn: 1938 } },
      { personEvent: { kind: 'death', bornOn: '1938' } },
    ],
    [
      'a child without a name',
      { personEvent: { kind: 'birth', bornOn: '2026-02-20' } },
      { personEvent: { kind: 'birth', bornOn: '2026-02-20' } },
    ],
    [
      'unseen letters in a name',
      { applicant: { name: 'Lê\u202e Thị\u0000\nHoa' } },
      { applicant: { name: 'Lê Thị Hoa' } },
    ],
  ])('is no trouble where it says one thing only: %s', (_, differs, expected) => {
    const { event, fields } = read(differs);
    expect(fields).toEqual([]);
    expect(event).toMatchObject(expected);
  });

  it('never becomes a value: empty and null are absent', () => {
    for (const nothing of [null, '', '  ']) {
      const { event, fields } = read(Object.fromEntries(optional.map((name) => [name, nothing])));
      expect(fields).toEqual([]);
      expect(optional.filter((name) => event[name as keyof typeof event] !== undefined)).toEqual([]);
    }
  });

  it('keeps the beginning of a long note, and shows that it was cut', () => {
    const { event, fields } = read({ reason: 'thiếu giấy '.repeat(100) });
    expect(event.reason).toMatch(/^thiếu giấy.*…$/);
    expect([event.reason!.length <= 500, fields]).toEqual([true, ['reason']]);
  });

  it('is kept with what the sender could not read itself', () => {
    const sent = { field: 'NgayHenTra', sentence: 'Không đọc được NgayHenTra.' };
    expect(read({ warnings: [sent], fee: 'x' }).fields).toEqual(['NgayHenTra', 'fee']);
  });

  it.each(['dueAt', 'newDueAt'] as const)(
    'is no hour: a %s of a day alone lasts until the counters close',
    (field) => {
      const judged = (promise: string) => judge(anEventBody({ [field]: promise }), now);
      const close = { ok: true, event: { [field]: '2026-03-04T10:00:00.000Z' } };
      expect(judged('2026-03-04T00:00:00+07:00')).toMatchObject(close);
      expect(judged('2026-03-03T17:00:00Z')).toMatchObject(close);
      expect(judged('2026-03-04T00:00:00Z')).toMatchObject({
        event: { [field]: '2026-03-04T00:00:00.000Z' },
      });
    },
  );

  it('never refuses an event, whatever stands in whatever optional field', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...optional), fc.jsonValue(), { maxKeys: 6 }),
        fc.constantFrom(...optional),
        fc.dictionary(
          fc.constantFrom(
            'name',
            'phone',
            'kind',
            'bornOn',
            'parents',
            'id',
            'parts',
            'street',
            'channels',
            '__proto__',
          ),
          fc.oneof(fc.jsonValue(), fc.constantFrom('birth', 'death', 'marriage')),
        ),
        (differs, name, inside) => {
          expect(judge(anEventBody({ ...differs, [name]: inside }), now)).toMatchObject({ ok: true });
        },
      ),
      { seed: 20261201, numRuns: 500 },
    );
  });

  it('does not hold the reader up, however much of it there is', () => {
    const much = Array.from({ length: 20_000 }, () => ({ nobody: 'knows' }));
    const begun = performance.now();
    expect(read({ warnings: much, applicant: { channels: much } }).event.status).toBe('completed');
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Trương',
  'Mai',
  'Tạ',
  'Châu',
  'Quách',
  'Mạc',
  'Lưu',
  'Giàng',
  'Phùng',
];
const middles = ['Thị', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quốc', 'Thuỳ', 'Thùy', 'Ngọc', 'Bích', 'Gia', 'Xuân'];
const givens = [
  'Hằng',
  'Hương',
  'Yến',
  'Phượng',
  'Nguyệt',
  'Thảo',
  'Quỳnh',
  'Diễm',
  'Hùng',
  'Dũng',
  'Hoà',
  'Hòa',
  'Khoẻ',
  'Tuấn',
  'Nghĩa',
  'Hiếu',
  'Vỹ',
  'Thuý',
  'Uyên',
  'Khuê',
  'Giàu',
  'Quý',
  'Ươm',
  'Điền',
  'Loan',
  'Toàn',
  'Tỉnh',
  'Huệ',
];
const aName = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map((parts) => parts.join(' '));
const latin1 = (name: string) => Buffer.from(name, 'utf8').toString('latin1');

describe('a name whose letters were broken on the way', () => {
  it.each([
    'Nguy?n Văn An',
    'Nguy\ufffdn Văn An',
    'Nguy&#7877;n Văn An',
    'Nguyá»…n VÄƒn An',
    'NguyÔn V¨n An',
    'TrÇn ThÞ Hoa',
    '§Æng V¨n Hïng',
    'Traàn Thò Thaûo',
    'Nguyeãn Vaên Huøng',
    'Leâ Thò Höông',
    'NGUYEÃN VAÊN HUØNG',
    'Ñinh Vaên Khoaùt',
    'Mai Thò Lan',
    'Trònh Vaên Löu',
    'Hïng',
    'TrÇn Mü Linh',
    'TrâÌn Thiò Hoa',
    'Lýu Thiò',
    'Lê Thị BÃch',
    'HÃ Nam',
    'Ä‘inh Văn',
    'Nguy%E1n Văn An',
    'Nguyu1ec5n Văn An',
    'Nguye64n Va8n An',
    'Nguy*n Văn An',
    'Lê\u202eThị',
    'Н. Thị Lan',
    'Lê Thị bit.ly/x',

    'www.abc',
  ])('is noticed: %s', (name) => {
    expect(garbledName(name)).toBe(true);
    expect(read({ applicant: { name } }).fields.includes('applicant.name')).toBe(!name.includes('\u202e'));
  });

  it.each([
    "H'Hen Niê",
    'H’Hen Niê',
    'Y Bhiôk Êban',
    'Rơ Châm H’Bhơt',
    'Ayŭn H’Ơ̆n',
    'Nay Čư',
    'Thạch Sa Rươne',
    'Giàng A Páo',
    'Nguyễn Thị Thùy-Linh',
    'Con bà Lê Thị Hoa',
    'CÔNG TY TNHH MTV TM & DV "HOA SEN" (CN 2)',
    'Công ty CP Đầu tư P.Bình An',
    'Lý Thị Mỷ',
    'NGUYỄN THỊ QUÝ',
    'nguyễn thị hoè',
    'Jean Dupont',
    'Björn Söderberg',
    'François Müller',
    'José Peña Núñez',
    'Ñuñez',
    'Çelik Özdemir',
    'Søren Kierkegaard',
    'Åse Ångström',
    'Zoë',
    'Gaël Noël',
    'Raúl Ibáñez',
    'João São',
    'Loïc Dupont',
    'Łukasz Dvořák',
    'BJÖRN MÜLLER',
    'Guðrún Þórsdóttir',
    'Nguyễn Chloé An',
    'Phùng Quốc Khuỷu',
    'Kpă Y Hrin',
  ])('is not mistaken: %s', (name) => {
    expect(garbledName(name)).toBe(false);
  });

  it('is told from every true name, in any case and composed or not', () => {
    fc.assert(
      fc.property(aName, (name) => {
        for (const written of [name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD')])
          expect([written, garbledName(written)]).toEqual([written, false]);
        expect(garbledName(latin1(name))).toBe(/[^a-z ]/i.test(name));
      }),
      { seed: 20261201, numRuns: 2000 },
    );
  });
});

it.each([
  ['dossierCode', null, /mã hồ sơ/],
  ['dossierCode', '', /mã hồ sơ/],
  ['status', 'xong', /số từ 1 đến 10/],
  ['status', 0, /số từ 1 đến 10/],
  ['occurredAt', '01/12/2026', /múi giờ/],
  ['occurredAt', '0001-01-01T00:00:00+07:00', /kiểm tra lại ngày/],
  ['occurredAt', '2999-01-01T00:00:00+07:00', /đồng hồ/],
  ['eventId', '', /mã riêng/],
  ['tenSai', 1, /tên trường/],
])('a refused row says in Vietnamese what to do about %s: %j', (field, value, said) => {
  const judged = judge(anEventBody({ [field]: value }), now);
  expect(judged).toMatchObject({
    ok: false,
    errors: [{ pointer: `/${field}`, message: expect.stringMatching(said) }],
  });
});
