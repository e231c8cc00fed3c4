import { describe, expect, it } from 'vitest';
import { reportRoutes } from '../../../../shared/adapters/lambda/page/routes/reports.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { peopleRoutes } from '../../../../shared/adapters/lambda/page/routes/people.ts';
import { fileLists } from '../../../../shared/adapters/lambda/page/lists/names.ts';
import { memoryCounters } from '../../../../shared/adapters/memory/report/counters.ts';
import { packed } from '../../../../shared/adapters/zip/pack.ts';
import type { Figure } from '../../../../shared/domain/report/figures.ts';
import { reports } from '../../../../shared/domain/report/reports/all.ts';
import { standing } from '../../../../shared/domain/report/figures.ts';
import { Day } from '../../../../shared/domain/values/day.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { searchAudit } from '../../../../shared/flows/people/search-audit.ts';
import { may } from '../../../../shared/domain/people/may.ts';
import { readMonth } from '../../../../shared/flows/report/read-month.ts';
import { nineOClock } from '../../../contracts/cost/ward-day.ts';
import { aDesk } from './a-desk.ts';

const figuresOf = async (
  wards: readonly string[],
  days: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>,
) => {
  const counters = memoryCounters(new Map());
  for (const ward of wards) {
    const more = Object.entries(days).flatMap(([day, figures]) =>
      Object.entries(figures).map(([figure, by = 0]) => ({
        day: Day.parse(day),
        figure: figure as Figure,
        by,
      })),
    );
    const before = { tallies: [], version: 0 };
    await counters.write([{ name: ward, ward: Ward.parse(ward), before, after: more, more }], nineOClock);
  }
  return counters;
};

const days = {
  [standing]: { open: 6 },
  '2026-02-01': { 'message-sms-reached': 10, parts: 12, 'filed-counter': 5 },
  '2026-03-01': { 'message-sms-reached': 20, 'message-sms-unreached': 1, parts: 25, 'filed-online': 3 },
  '2026-03-02': { 'message-sms-reached': 7, 'finished-late': 2, 'late-apology-on-time': 1 },
} as const;

const call = '=HYPERLINK("http://evil","x")';
const lists = {
  worklist: async () => ({
    items: [{ list: 'unknown', dossierCode: 'H29.26-260302-0001', because: '' }],
    carriers: [],
  }),
  look: async () => ({
    notifications: [
      { dossierCode: 'H29.26-260302-0001', dial: '+84912345678', text: call, attempts: 1, state: 'queued' },
    ],
  }),
  overdue: async () => ({ late: [], apologiseToday: [] }),
  listLetters: async () => ({ letters: [] }),
  journeys: async () => ({ items: [] }),
  openCash: async () => [],
  auditOf: async () => ({
    deeds: [
      {
        id: 'd',
        ward: '26506' as never,
        at: '2026-12-01T09:00:00+07:00' as never,
        officer: 'o',
        by: '=HYPERLINK("x")',
        what: 'call',
        outcome: 'done',
      },
    ],
  }),
};

const aReportDesk = async (wards: readonly string[] = ['26506']) => {
  const figures = await figuresOf(wards, days);
  const desk = aDesk({ ...signInRoutes, ...reportRoutes, ...peopleRoutes }, (store) => ({
    ...lists,
    month: readMonth({ figures, settings: store.settings, clock: () => nineOClock }),
    pack: packed,
    searchAudit: searchAudit(store),
  }));
  await desk.seat('hoa@phuong.example.vn', 'Trần Thị Hoa', ['clerk']);
  await desk.seat('tinh@tinh.example.vn', 'Lê Văn Tỉnh', ['operator']);
  const browser = desk.browser();
  return { desk, browser, hoa: async () => browser.signIn('hoa@phuong.example.vn') };
};

describe('the reports', () => {
  it('stand on one page, each with its first figure beside the same days of the month before', async () => {
    const { browser, hoa } = await aReportDesk();
    await hoa();
    const { status, body } = await browser.get('/bao-cao');
    expect(status).toBe(200);
    for (const { title } of Object.values(reports)) expect(body).toContain(title);
    expect(body).toContain('tháng trước 10, tăng 180 %');
    expect(body).toContain('Từ 01/03/2026 đến 02/03/2026, so với 2 ngày đầu tháng 2/2026.');
    expect(body).toContain('Đếm đến 09:00 02/03/2026; có số từ ngày 01/02/2026.');
  });

  it.each(Object.keys(reports))(
    '%s has a table, words for its picture, and says what has to be known',
    async (name) => {
      const { browser, hoa } = await aReportDesk();
      await hoa();
      const { status, body } = await browser.get(`/bao-cao/${name}`);
      expect(status).toBe(200);
      expect(body).toContain('<table>');
      expect(body.match(/<h1/g)).toHaveLength(1);
      expect(/<desc id="ve-loi">Tổng:/.test(body)).toBe(body.includes('role="img"'));
      expect(body).not.toMatch(/NaN|undefined|Infinity/);
      expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    },
  );

  it('shows a month that is over whole, and the present one for a month that has not begun', async () => {
    const { browser, hoa } = await aReportDesk();
    await hoa();
    expect((await browser.get('/bao-cao/tin-nhan?thang=2026-02')).body).toContain('đến 28/02/2026');
    expect((await browser.get('/bao-cao/tin-nhan?thang=2031-02')).body).toContain('đến 02/03/2026');
  });

  it('adds up all offices for the operator, and for nobody else', async () => {
    const { browser, hoa } = await aReportDesk(['26506', '26512', '00070']);
    await hoa();
    expect((await browser.get('/bao-cao/tin-nhan?noi=tinh')).body).not.toContain('Cộng 3 phường');
    await browser.signIn('tinh@tinh.example.vn');
    const { body } = await browser.get('/bao-cao/tin-nhan?noi=tinh');
    expect(body).toContain('Cộng 3 phường, xã.');
    expect(body).toContain('<b>84</b>');
  });

  it('looks back from what is open now to what was open when a month ended', async () => {
    const { browser, hoa } = await aReportDesk();
    await hoa();
    const { body } = await browser.get('/bao-cao/bieu-06a/tep?thang=2026-02');
    // Open now 6; in March 3 came and 2 were finished, so 5 were open at the end of February, none before 5 came.
    expect(body).toContain('"Đang giải quyết: tổng số","5"');
    expect(body).toContain('"Từ kỳ trước","0"');
  });
});

describe('a file', () => {
  it('of a report is the table of the page', async () => {
    const { browser, hoa } = await aReportDesk();
    await hoa();
    const { body, headers } = await browser.get('/bao-cao/tin-nhan/tep?dang=csv');
    expect(headers['content-disposition']).toBe('attachment; filename="bao-tin-tin-nhan-26506-2026-03.csv"');
    expect(body).toContain('"Cả kỳ","28","27","1","0","0","96,4 %","25",""');
  });

  it.each(Object.keys(fileLists))('of %s comes as CSV and as a workbook', async (name) => {
    const { browser } = await aReportDesk();
    await browser.signIn('tinh@tinh.example.vn');
    expect((await browser.get(`/bao-cao/${name}/tep?dang=csv`)).body.startsWith('\uFEFF"')).toBe(true);
    const workbook = await browser.get(`/bao-cao/${name}/tep?dang=xlsx`);
    expect(Buffer.from(workbook.body, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it.each(Object.entries(fileLists))(
    '%s is taken home by a clerk only if she may read it',
    async (name, { needs }) => {
      const { browser, hoa } = await aReportDesk();
      await hoa();
      const { status } = await browser.get(`/bao-cao/${name}/tep?dang=csv`);
      expect(status === 200).toBe(may({ roles: ['clerk'] }, needs));
    },
  );

  it('has no formula out of what somebody wrote, and a phone with its zero', async () => {
    const { browser, hoa } = await aReportDesk();
    await hoa();
    const { body } = await browser.get('/bao-cao/ds-goi/tep?dang=csv');
    expect(body).toContain(`"'0912345678","'=HYPERLINK(""http://evil"",""x"")"`);
  });

  it('is written down: who took what', async () => {
    const { desk, browser, hoa } = await aReportDesk();
    await hoa();
    await browser.get('/bao-cao/ds-goi/tep?dang=xlsx');
    await browser.get('/bao-cao/khong-co/tep');
    const { deeds } = await desk.store.audit.of(Ward.parse('26506'), undefined);
    expect(deeds.filter(({ what }) => what === 'export').map(({ by, about }) => `${by} ${about}`)).toEqual([
      'Trần Thị Hoa ds-goi.xlsx',
    ]);
  });
});
