import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import { planVaccination } from '../../../shared/domain/letter/vaccination/plan.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';
import { Day } from '../../../shared/domain/values/day.ts';
import { wordsOf } from '../../support/letter-words.ts';
import {
  aBirthLetter,
  aCondolence,
  aMarriageLetter,
  anApology,
  everyVaccine,
  theStation,
} from '../../support/builders/letters.ts';
import { draftInserts } from '../../../shared/domain/letter/wording/wording.ts';
import { VaccinationPlace } from '../../../shared/domain/letter/vaccination/place.ts';
import { manyLetters, shortName } from '../../support/builders/many-letters.ts';
import {
  copiedWords,
  infoOf,
  isSound,
  linesOf,
  pagesOf,
  pdfOf,
  scannedCodes,
  spokenWords,
  wordsOffThePage,
  wordsWithin,
} from '../../support/paper.ts';

const press = typstPress();
const born = { bornOn: Day.parse('2026-02-20'), asOf: Day.parse('2026-03-02'), place: theStation };
const long = 'Nguyễn Phước Bảo Quỳnh Tôn Nữ Hoàng Thiên Kim Ngọc Phương Nghi Tường Vân Khuê';
const welcomeTo = (name: string): Uint8Array =>
  pdfOf(press.render(compose(aBirthLetter({ child: { name, bornOn: '2026-02-20' } }))));

describe('a printed letter', () => {
  it.each(
    manyLetters(16, 20261121).map((content) => ({ kind: content.kind, layout: content.layout, content })),
  )('says, copied out or read aloud, the words that were written: $kind as $layout', async ({ content }) => {
    const sheet = compose(content);
    const pdf = pdfOf(press.render(sheet));
    expect(await copiedWords(pdf, sheet.plan?.columns)).toEqual(wordsOf(sheet));
    expect(await spokenWords(pdf)).toEqual(wordsOf(sheet));
    expect(await isSound(pdf)).toBe(true);
  });

  it('is the same letter when the name was typed in letters and marks apart', () => {
    expect(welcomeTo(long.normalize('NFD'))).toEqual(welcomeTo(long));
  });

  it('is the same letter as the first, the second and the hundredth of a process', async () => {
    const sheet = compose(aMarriageLetter({ recipient: 'Chị Ượng Uyên Ơn Oanh' }));
    const fresh = typstPress();
    const first = pdfOf(fresh.render(sheet));
    const others = manyLetters(98, 7).map((content) => compose(content));
    expect(pdfOf(fresh.render(sheet))).toEqual(first);
    expect(others.every((other) => fresh.render(other).ok)).toBe(true);
    const hundredth = pdfOf(fresh.render(sheet));
    expect(hundredth).toEqual(first);
    expect(await copiedWords(hundredth)).toEqual(wordsOf(sheet));
  });

  it('has the calendar’s link in its code, scanned from the paper, on letter and card', async () => {
    for (const layout of ['official', 'card']) {
      const pdf = pdfOf(press.render(compose(aBirthLetter({ layout }))));
      expect(await scannedCodes(pdf)).toEqual(['https://baotin.example.vn/lich/9f3kTq7LxVb2mWcR8sYd1A.ics']);
    }
  });

  it('repeats the schedule’s header where it goes over a page, and says every dose once', async () => {
    const twice = planVaccination({ ...born, optional: everyVaccine }, currentSchedule);
    const plan = { ...twice, doses: [...twice.doses, ...twice.doses] };
    const sheet = compose(aBirthLetter({ plan }));
    const pdf = pdfOf(press.render(sheet));
    expect(sheet.plan!.rows).toHaveLength(46);
    const header = sheet.plan!.columns.join(' ');
    const text = (await copiedWords(pdf)).join(' ');
    expect(text.split(header)).toHaveLength(3);
    expect(await spokenWords(pdf)).toEqual(wordsOf(sheet));
  });

  const oneSession = VaccinationPlace.parse({
    ...theStation,
    sessions: [{ type: 'nth_weekday', weekday: 'wed', nth: [5], from: '07:30', to: '11:00' }],
  });
  const longWaits = planVaccination({ ...born, place: oneSession, optional: everyVaccine }, currentSchedule);

  it('has the 23 doses of a family that waits long on one page of a card, and says once what the long waits mean', async () => {
    expect(longWaits.doses).toHaveLength(23);
    const sheet = compose(aBirthLetter({ layout: 'card', plan: longWaits }));
    const pdf = pdfOf(press.render(sheet));
    const text = (await copiedWords(pdf)).join(' ');
    expect(text.split(sheet.plan!.columns.join(' '))).toHaveLength(2);
    for (const part of text.split(sheet.firstYear!.heading))
      expect(part.split('để được hẹn sớm hơn')).toHaveLength(2);
    expect(await copiedWords(pdf, sheet.plan!.columns)).toEqual(wordsOf(sheet));
    expect(await spokenWords(pdf)).toEqual(wordsOf(sheet));
  });

  it('carries twice as many over the page, header and all', async () => {
    const plan = { ...longWaits, doses: [...longWaits.doses, ...longWaits.doses] };
    const sheet = compose(aBirthLetter({ layout: 'card', plan }));
    const pdf = pdfOf(press.render(sheet));
    const text = (await copiedWords(pdf)).join(' ');
    expect(text.split(sheet.plan!.columns.join(' '))).toHaveLength(3);
    expect(await copiedWords(pdf, sheet.plan!.columns)).toEqual(wordsOf(sheet));
    expect(await spokenWords(pdf)).toEqual(wordsOf(sheet));
  });

  it.each(['official', 'card'])(
    'has schedule, places and code of a ward with two places on one page: %s',
    async (layout) => {
      const second = { ...theStation, id: 'thang-nhi', name: 'Điểm tiêm chủng Thắng Nhì' };
      const pages = await pagesOf(
        pdfOf(press.render(compose(aBirthLetter({ layout, places: [theStation, second] })))),
      );
      expect(pages[1]).toContain('Lịch tiêm chủng dự kiến của bé');
      expect(pages[1]).toContain(second.name);
      expect(pages[1]).toContain('Quét mã này');
    },
  );

  it.each(['official', 'card'])(
    'keeps pieces of advice on its pages, however much a ward has to say: %s',
    async (layout) => {
      const words = 'Gia đình nhớ mang theo giấy tờ của bé khi đến nơi tiêm.';
      for (const times of [1, 4, 20, 35]) {
        const inserts = Array.from({ length: 7 }, (_, index) => ({
          ...draftInserts.inserts[0]!,
          id: `advice-${index}`,
          text: Array.from({ length: times }, () => words).join(' '),
        }));
        const chosen = inserts.map(({ id }) => id);
        const sheet = compose(aBirthLetter({ layout, inserts: chosen }), undefined, {
          ...draftInserts,
          inserts,
        });
        const pdf = pdfOf(press.render(sheet));
        expect(await copiedWords(pdf, sheet.plan!.columns)).toEqual(wordsOf(sheet));
        expect(await wordsOffThePage(pdf)).toEqual([]);
      }
    },
  );

  it('is tagged, titled, dated from the letter and in Vietnamese', async () => {
    const info = await infoOf(pdfOf(press.render(compose(aBirthLetter()))));
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Title: +Thư chúc mừng - Ông Trần Văn Minh/);
    expect(info).toMatch(/CreationDate: +Mon Mar +2 00:00:00 2026/);
  });

  it('names PDF/UA-1 for letters and PDF/A-2a for the apology that is kept', () => {
    const metadata = (rendering: ReturnType<typeof press.render>): string =>
      new TextDecoder('latin1').decode(pdfOf(rendering));
    expect(metadata(press.render(compose(aCondolence())))).toMatch(/pdfuaid:part>1</);
    const kept = metadata(press.render(compose(anApology())));
    expect(kept).toMatch(/pdfaid:part>2</);
    expect(kept).toMatch(/pdfaid:conformance>A</);
  });

  it('fits one page as a card, however long the names', async () => {
    const card = aMarriageLetter({
      layout: 'card',
      recipient: `${long} và ${long}`,
      spouses: [long, long],
      inserts: [],
    });
    expect(await infoOf(pdfOf(press.render(compose(card))))).toMatch(/Pages: +1\n/);
  });

  it('has no holes in its lines, however long the names', async () => {
    const letters = [
      aMarriageLetter({ recipient: `Vợ chồng ${long} và ${long}`, spouses: [long, long], inserts: [] }),
      aCondolence({ deceased: `ông (bà) ${long}`, recipient: `Gia đình ông (bà) ${long}` }),
      aMarriageLetter({ spouses: ['Anne-Sophie de la Fontaine-Schröder', 'Y Blơ Êban'], inserts: [] }),
    ];
    for (const letter of letters) {
      const page = (await linesOf(pdfOf(press.render(compose(letter)))))[0]!;
      // Below the head and above the signature, where two columns stand side by side.
      const from = page.findIndex((line) => line.includes('Kính gửi'));
      const to = page.findIndex((line) => line.includes('Nơi nhận'));
      expect(page.slice(from, to).filter((line) => /\S {4,}\S/.test(line))).toEqual([]);
    }
  });

  it('writes the day of its place on one line, and begins none with the dash of a name', async () => {
    const place = 'Văn Miếu - Quốc Tử Giám';
    const returnPlace = `Trung tâm Phục vụ hành chính công phường ${place}`;
    const late = anApology({ agency: { ...anApology().agency, place }, returnPlace });
    const [page] = await pagesOf(pdfOf(press.render(compose(late))));
    expect(page).toContain('ngày 02 tháng 3 năm 2026');
    expect(page).not.toMatch(/\n *- Quốc|Miếu -? *\n/);
  });

  it('shows the address, and nothing else, in the window of the envelope', async () => {
    const window = { left: 20, right: 110, top: 57, bottom: 92 };
    const address = ['Gia đình ông Võ Đình Quý', '45/2 đường Phan Chu Trinh', 'Phường Vũng Tàu'];
    for (const letter of [anApology({ address }), aBirthLetter({ address }), aCondolence({ address })]) {
      const seen = await wordsWithin(pdfOf(press.render(compose(letter))), window);
      expect(seen.join(' ')).toBe(address.join(' '));
    }
  });

  it('shows the longest names whole in that window, in smaller type', async () => {
    const window = { left: 20, right: 110, top: 57, bottom: 93 };
    const address = [
      `Gia đình bà ${long}`,
      'Số nhà 128/45/7, tổ dân phố số 12, đường Nguyễn Thị Minh Khai nối dài, khu đô thị Chí Linh',
      'Phường Phan Rang - Tháp Chàm, khu vực Đông Hải và vùng phụ cận',
      'Thành phố Hồ Chí Minh',
    ];
    for (const letter of [anApology({ address }), aBirthLetter({ address }), aCondolence({ address })]) {
      const pdf = pdfOf(press.render(compose(letter)));
      expect((await wordsWithin(pdf, window)).join(' ')).toBe(address.join(' '));
    }
  });

  it.each(['official', 'card'])(
    'ends with the first year on one page, however many doses, places and syllables: %s',
    async (layout) => {
      const places = Array.from({ length: 5 }, (_, n) => ({
        ...theStation,
        id: `p-${n}`,
        name: `${theStation.name} ${n}`,
      }));
      const child = { name: long, bornOn: '2026-02-20' };
      for (const letter of [
        aBirthLetter({ layout }),
        aBirthLetter({ layout, plan: longWaits, child, places, place: 'p-3' }),
        aBirthLetter({
          layout,
          places: [],
          plan: planVaccination({ ...born, place: undefined }, currentSchedule),
        }),
      ]) {
        const year = compose(letter).firstYear!;
        const pdf = pdfOf(press.render(compose(letter)));
        const last = (await pagesOf(pdf)).at(-1)!.replaceAll(/\s+/g, ' ');
        for (const text of [year.heading, year.visits.at(-1)!.when, year.notes.at(-1)!])
          expect(last).toContain(text);
        expect(await wordsOffThePage(pdf)).toEqual([]);
      }
    },
  );

  it.each(['official', 'card'])(
    'never breaks a name of two to five syllables, a telephone number or an hour over two lines: %s',
    async (layout) => {
      for (const name of fc.sample(shortName, { numRuns: 6, seed: 20261201 })) {
        const letters = [
          aBirthLetter({ layout, child: { name, bornOn: '2026-02-20' }, recipient: `Gia đình bé ${name}` }),
          aMarriageLetter({
            layout,
            spouses: [name, 'Lê Hoàng Ân'],
            recipient: `Vợ chồng ${name} và Lê Hoàng Ân`,
          }),
          aCondolence({ layout, deceased: `cụ bà ${name}`, recipient: `Gia đình cụ bà ${name}` }),
        ];
        for (const letter of letters) {
          const lines = (await pagesOf(pdfOf(press.render(compose(letter))))).join('\n');
          const times = (text: string): number => text.split(name).length - 1;
          expect(times(lines), name).toBe(times(lines.replaceAll(/\s+/g, ' ')));
          expect(lines).not.toMatch(/0254$|0254 385$|7 giờ$|\d\n\s*giờ/m);
        }
      }
    },
  );

  it.each(['Y Blơ̆ Êban', 'Rơ Châm Č̆ư', 'H’Ƀê Mlô', 'Y Blơ̆ Niê và H’Blưê̆ Kdăm'])(
    'copies %s out as it is written and reads it aloud so, and nothing of its line is lost',
    async (name) => {
      const sheet = compose(
        aCondolence({ deceased: `cụ ông ${name}`, recipient: `Gia đình cụ ông ${name}` }),
      );
      const pdf = pdfOf(press.render(sheet));
      expect(await copiedWords(pdf)).toEqual(wordsOf(sheet));
      expect((await spokenWords(pdf)).join('')).toBe(wordsOf(sheet).join(''));
    },
  );

  it('keeps markup in a name as text', async () => {
    const sheet = compose(aCondolence({ deceased: 'cụ #set text(red) $x^2$ *An* `Bình`' }));
    expect(await copiedWords(pdfOf(press.render(sheet)))).toEqual(wordsOf(sheet));
  });
});

describe('a letter that cannot be printed', () => {
  it.each([
    ['a Khmer name', 'cụ ភាសា', ['ភ', 'ា', 'ស', 'ា']],
    ['a picture', 'cụ An 🌸', ['🌸']],
  ])('stops for %s and names the characters, in letters and kept documents alike', (_, name, characters) => {
    const refusals = [aCondolence({ deceased: name }), anApology({ recipient: name })].map((content) =>
      press.render(compose(content)),
    );
    for (const refusal of refusals) expect(refusal).toEqual({ ok: false, missing: [...new Set(characters)] });
  });

  it('does not spoil the next one', () => {
    press.render(compose(aCondolence({ deceased: 'cụ 🌸' })));
    expect(press.render(compose(aCondolence())).ok).toBe(true);
  });
});

describe('a batch', () => {
  it('is one sound, tagged document: the cover list, then every letter with page numbers of its own', async () => {
    const sheets = [aBirthLetter(), anApology(), aMarriageLetter({ layout: 'card' })].map((content) =>
      compose(content),
    );
    const cover = {
      heading: 'Danh sách thư in ngày 02/03/2026',
      columns: ['Số', 'Kính gửi', 'Loại thư'] as [string, string, string],
      rows: sheets.map((sheet, index): [string, string, string] => [
        String(index + 1),
        sheet.title,
        sheet.kind,
      ]),
    };
    const pdf = pdfOf(press.renderBatch(sheets, cover));
    expect(await isSound(pdf)).toBe(true);
    const expected = [cover.heading, ...cover.columns, ...cover.rows.flat()].join(' ').split(/\s+/);
    expect(await spokenWords(pdf)).toEqual([...expected, ...sheets.flatMap((sheet) => wordsOf(sheet))]);
    expect(pdfOf(press.renderBatch(sheets, cover))).toEqual(pdf);
  });
});
