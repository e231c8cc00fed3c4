import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { type Told, tool } from './actors/a-tool.ts';
import { aDirectory, aWardOffice } from './actors/a-ward-office.ts';

const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const answersOf = ({ status, stdout }: Told): unknown[] => [
  status,
  ...stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown),
];

it('sms preview says what a text becomes and costs, of our own templates too', async () => {
  const fields = { office: 'UBND xã Định Yên', code: 'H20.12-260302-0001', hotline: '0277 3851 234' };
  const input = lines({ text: 'Hồ sơ đã có kết quả' }, { template: 'returned', fields });
  expect(answersOf(await tool(['sms', 'preview'], { input }))).toEqual([
    0,
    { text: 'Ho so da co ket qua', encoding: 'GSM-7', units: 19, parts: 1, lost: 0 },
    {
      text: 'UBND xa Dinh Yen: Da tra ket qua ho so H20.12-260302-0001. Neu Ong/Ba chua nhan, xin goi 02773851234. Xin cam on.',
      encoding: 'GSM-7',
      units: 113,
      parts: 1,
      lost: 0,
    },
  ]);
  expect(
    answersOf(await tool(['sms', 'preview', '--accents'], { input: `${input}\nnot json` })),
  ).toMatchObject([
    1,
    { text: 'Hồ sơ đã có kết quả', encoding: 'UCS-2', parts: 1 },
    { encoding: 'UCS-2', parts: 2 },
    { error: 'malformed-json' },
  ]);
});

it('phone check says of each number whether a text reaches it, and why not', async () => {
  const input = lines({ phone: '0912 345 678' }, { phone: '01234567890' }, { phone: '0254 3852 101' }, {});
  expect(answersOf(await tool(['phone', 'check'], { input }))).toEqual([
    1,
    { ok: true, e164: '+84912345678', known: true },
    { ok: true, e164: '+84834567890', known: true, migratedFrom: '0123' },
    { ok: false, reason: 'fixed_line' },
    { ok: false, reason: 'not_text' },
  ]);
});

it('due check reckons each due date, without the days on which papers were awaited', async () => {
  const receivedAt = '2026-03-02T08:00:00+07:00';
  const threeDays = { procedureCode: 'x', receivedAt, time: { kind: 'working-days', days: 3 } };
  const supplement = { askedAt: '2026-03-03T08:00:00+07:00', suppliedAt: '2026-03-10T10:00:00+07:00' };
  const input = lines(
    { procedureCode: '1.001193', receivedAt },
    threeDays,
    { ...threeDays, supplement },
    { ...threeDays, receivedAt: '2030-03-02T08:00:00+07:00' },
    { procedureCode: 'nobody-knows', receivedAt },
  );
  expect(answersOf(await tool(['due', 'check'], { input }))).toMatchObject([
    1,
    { dueAt: '2026-03-02T10:00:00.000Z' },
    { dueAt: '2026-03-05T01:00:00.000Z' },
    { dueAt: '2026-03-12T03:00:00.000Z', promisedAt: '2026-03-05T01:00:00.000Z' },
    { error: 'not-reckonable', detail: expect.stringContaining('2030') as string },
    { error: 'unknown-procedure' },
  ]);
});

it('due days names what nobody has announced yet, and the years that are known', async () => {
  const told = await tool(['due', 'days']);
  const [status, ...days] = answersOf(told);
  expect(status).toBe(0);
  expect(days).toContainEqual(expect.objectContaining({ day: '2027-02-06', confidence: 'C' }));
  expect(days.every((day) => (day as { confidence: string }).confidence === 'C')).toBe(true);
  expect(told.stderr).toContain('2026, 2027');
});

it('places find answers the code of a commune, however its tone mark is written', async () => {
  const office = await aWardOffice();
  const input = lines(
    { provinceCode: '82', name: 'Lai Vung' },
    { provinceCode: '79', name: 'Vũng Tàu'.normalize('NFD') },
    { provinceCode: '80', name: 'Lai Vung' },
  );
  expect(answersOf(await office.cli(['places', 'find'], undefined, input))).toMatchObject([
    1,
    { communes: [{ code: '30226' }] },
    { communes: [{ code: '26506' }] },
    { communes: [] },
  ]);
  await office.stop();
});

/** A Báo Tin that only keeps the events it is told, and answers each. */
const aListener = async () => {
  const heard: unknown[] = [];
  const server = createServer((request, response) => {
    const answer = async () => {
      const said = await text(request);
      if (request.url === '/oauth/token') return { access_token: 'token', expires_in: 900 };
      const { events } = JSON.parse(said) as { events: { eventId: string }[] };
      heard.push(...events);
      if (request.url === '/v1/status-events')
        return { results: events.map(({ eventId }) => ({ eventId, outcome: 'accepted' })) };
      return { results: events.map(({ eventId }, index) => ({ index, eventId, outcome: 'APPLIED' })) };
    };
    response.statusCode = request.url === '/v1/status-events' ? 202 : 200;
    response.setHeader('content-type', 'application/json');
    void answer().then((body) => response.end(JSON.stringify(body)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heard, stop: () => server.close() };
};

/** What ends a line elsewhere, though not in NDJSON: U+2028, U+2029, NEL. */
const breaks = '\u2028 \u2029 \u0085';
/** As a spreadsheet might save it: with a byte order mark, blank lines and CRLF. */
const saved = (rows: readonly object[]): string =>
  `\uFEFF${rows.map((row) => `${JSON.stringify(row)}\r\n\r\n`).join('')}`;
const who = { clientId: 'somebody', clientSecret: 'secret' };

it('a text is previewed whole, whatever separators stand in it', async () => {
  const input = saved([{ text: `Hồ sơ${breaks}đã có kết quả` }, { text: 'Xin cảm ơn' }]);
  expect(answersOf(await tool(['sms', 'preview'], { input }))).toMatchObject([
    0,
    { text: expect.stringContaining('da co ket qua') as string },
    { text: 'Xin cam on' },
  ]);
});

it.each(['partner track', 'push'])(
  '%s sends each event whole, whatever separators stand in it',
  async (name) => {
    const rows = [{ eventId: '1', note: `Hồ sơ${breaks}đã có kết quả` }, { eventId: '2' }];
    const { url, heard, stop } = await aListener();
    const file = join(await aDirectory(), 'events.ndjson');
    await writeFile(file, saved(rows));
    const words = name === 'push' ? ['push', file] : name.split(' ');
    const told = await tool([...words, '--url', url], { who, input: saved(rows) });
    stop();
    // An office's file is read as a person sees it, and nobody sees NEL.
    const seen =
      name === 'push'
        ? rows.map((row) => ({ ...row, ...('note' in row && { note: row.note!.replace('\u0085', ' ') }) }))
        : rows;
    expect(heard).toEqual(seen);
    expect(answersOf(told)).toMatchObject([0, { eventId: '1' }, { eventId: '2' }]);
  },
);

const manyRows = lines(...Array.from({ length: 5000 }, () => ({ text: 'Hồ sơ đã có kết quả' })));

it.each([
  { words: ['due', 'days'] },
  { words: ['partner', 'guide'] },
  { words: ['sms', 'preview'], input: manyRows },
])(
  '$words stops without a complaint when nobody reads on, as Unix tools do',
  async ({ words, input = '' }) => {
    const { status, stderr } = await tool(words, { input, unread: true });
    expect(stderr).not.toMatch(/EPIPE|Error/);
    expect(status).toBe(141);
  },
);
