import { describe, expect, it } from 'vitest';
import { boardRoutes } from '../../../shared/adapters/lambda/page/board/board-routes.ts';
import type { Request } from '../../../shared/adapters/lambda/http/http.ts';
import { codesAPage, codesAtMost } from '../../../shared/domain/lookup/board.ts';
import { ChosenSettings } from '../../../shared/domain/office/choose-settings.ts';
import { aWard, vungTau } from '../../support/builders/dossiers.ts';
import { aCitizensDay } from '../../support/builders/citizens.ts';
import { days, hours } from '../../../shared/domain/values/instant.ts';

// Monday 2026-03-02; the results come after nine in the morning.
const at = (day: string) => `2026-03-${day}T09:00:00+07:00`;
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'));

const opened = async () => {
  const day = await aCitizensDay({ status: 'received' });
  const ready = async (number: string, given: Record<string, unknown> = {}) => {
    const dossierCode = `H29.26-260227-${number}`;
    for (const [status, occurredAt] of [
      ['received', '2026-02-27T09:00:00+07:00'],
      ['completed', `2026-03-02T08:00:00+07:00`],
    ] as const)
      await day.report({ eventId: `${number}-${status}`, dossierCode, status, occurredAt, ...given });
  };
  const board = async () => (await day.pages.board(vungTau))!;
  return { ...day, ready, board };
};

/** What a television reads. */
const pageOf = async (
  pages: Awaited<ReturnType<typeof opened>>['pages'],
  query: Record<string, string> = {},
) => {
  const answer = await boardRoutes['GET /bang/{ward}']!(pages, {
    path: { ward: vungTau },
    query,
  } as unknown as Request);
  return { ...answer, text: String(answer.body).replaceAll(/\s+/g, ' ') };
};

describe('the board at the counter', () => {
  it('shows who may come by the last four digits and the day of filing, and no name, phone, procedure or whole code', async () => {
    const { pages, ready, board } = await opened();
    await ready('0037', { applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678' } });
    expect((await board()).ready).toEqual([{ tail: '0037', filedOn: '2026-02-27' }]);
    const { text } = await pageOf(pages);
    expect(text).toContain('<b>0037</b><span class="q">nộp 27/02</span>');
    for (const hidden of ['Hằng', '912345678', '0912', '260227-0037', '1.001193'])
      expect(text).not.toContain(hidden);
  });

  it('leaves out what was fetched, what is brought, and what nobody came for in a month', async () => {
    const { ready, report, board, turn } = await opened();
    await ready('0001');
    await ready('0002', { returnMethod: 'electronic' });
    await ready('0003');
    await report({
      eventId: 'back',
      dossierCode: 'H29.26-260227-0003',
      status: 'returned',
      occurredAt: at('02'),
    });
    expect((await board()).ready.map(({ tail }) => tail)).toEqual(['0001']);
    turn(days(31));
    expect((await board()).ready).toEqual([]);
  });

  it('turns pages of twelve, and never shows more than three', async () => {
    const { pages, ready, board } = await opened();
    for (const number of numbered(codesAtMost + 2)) await ready(number);
    expect((await board()).ready).toHaveLength(codesAtMost);
    const { text } = await pageOf(pages);
    expect(text.match(/data-lat="ma"/g)).toHaveLength(codesAtMost / codesAPage);
    expect(text.match(/data-lat="ma" hidden/g)).toHaveLength(2);
  });

  it('says today’s hours, who helps today or next, and on which day nobody waits', async () => {
    const { store, board, turn } = await opened();
    const offers = {
      helpWeekly: [{ weekdays: [3 as const], from: '08:00', to: '10:30', by: 'Đoàn thanh niên' }],
      helpDated: [],
      noAppointment: { weekdays: [1 as const], procedures: ['2.000815', '2.000884'] },
    };
    await store.settings.save(aWard({ offers }));
    expect((await board()).today).toEqual([
      { is: 'morning', from: '07:00', to: '11:30' },
      { is: 'afternoon', from: '13:30', to: '17:00' },
      { is: 'no-appointment', words: '2' },
      { is: 'help', from: '08:00', to: '10:30', words: 'Đoàn thanh niên', on: '2026-03-04' },
    ]);
    turn(days(5));
    expect((await board()).today).toMatchObject([{ is: 'closed' }, { is: 'help', on: '2026-03-11' }]);
  });

  it('says of a session beside the regular hours how many places it has', async () => {
    const { pages, store } = await opened();
    const monday = { weekdays: [1 as const], from: '17:00', to: '19:00', label: 'chung thuc', sameDay: true };
    const { officeHours } = await store.settings.of(vungTau);
    await store.settings.save(
      aWard({ officeHours: { ...officeHours, weekly: [{ ...monday, places: 20 }] } }),
    );
    expect((await pageOf(pages)).text).toContain('17:00–19:00, chung thuc, 20 chỗ');
  });

  it('shows what the office spreads together with others in its days alone, and its own pages in the place of ours', async () => {
    const { pages, store, board, turn } = await opened();
    expect((await board()).slides.map(({ title }) => title)).toContain('Nhận kết quả cần gì?');
    const insert = {
      title: 'Tiêm chủng',
      words: 'Sáng thứ Năm tại trạm y tế.',
      together: 'Mặt trận Tổ quốc phường',
    };
    await store.settings.save(
      aWard({
        board: {
          slides: [{ title: 'Khai sinh', lines: ['Giấy chứng sinh'] }],
          inserts: [{ ...insert, from: '2026-03-02', to: '2026-03-03' }],
        },
      }),
    );
    const { text } = await pageOf(pages);
    for (const said of ['Khai sinh', 'Giấy chứng sinh', 'Tiêm chủng', 'Cùng với: Mặt trận Tổ quốc phường'])
      expect(text).toContain(said);
    expect(text).not.toContain('Nhận kết quả cần gì?');
    turn(days(2));
    expect((await board()).inserts).toEqual([]);
  });

  it('bears the hour of what it shows, runs our script alone, and asks anew by itself where none runs', async () => {
    const { pages } = await opened();
    const page = await pageOf(pages);
    expect(page.text).toMatch(/Bảng lúc \d\d:\d\d/);
    expect(page.headers!['content-security-policy']).toContain("script-src 'self'; connect-src 'self'");
    expect(page.headers!['refresh']).toBeUndefined();
    expect((await pageOf(pages, { 'lam-moi': '1' })).headers!['refresh']).toBe('60');
  });

  it('is there for no name that is no office of ours', async () => {
    const { pages } = await opened();
    for (const ward of ['26734', 'x', '<b>'])
      expect(
        (await boardRoutes['GET /bang/{ward}']!(pages, { path: { ward }, query: {} } as unknown as Request))
          .status,
      ).toBe(404);
  });

  it('turns its guidance by the minute where no script does', async () => {
    const { pages, turn } = await opened();
    const shown = async () => /data-lat="trang"\s*> ?<h2>([^<]+)/.exec((await pageOf(pages)).text)![1];
    const first = await shown();
    turn(hours(1) + 60_000);
    expect(await shown()).not.toBe(first);
  });
});

describe('what everybody reads on a board', () => {
  it.each([
    'xem tại http://vi-du.vn',
    'gọi 0912 345 678',
    'nộp vào số tài khoản 123456789012',
    '',
    'x'.repeat(201),
  ])('holds no link, no number to ring or to pay to, and has an end: %s', (words) => {
    const insert = { title: 'Tin', words, from: '2026-03-02', to: '2026-03-03' };
    const read = ChosenSettings.safeParse({ office: 'UBND P. Vung Tau', board: { inserts: [insert] } });
    expect(read.success).toBe(false);
  });
});
