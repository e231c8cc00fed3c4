import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenIn, settingsFields } from '../../../../shared/adapters/lambda/page/forms/settings-form.ts';
import { settingsRoutes } from '../../../../shared/adapters/lambda/page/routes/settings.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { textRoutes } from '../../../../shared/adapters/lambda/page/routes/texts.ts';
import { textWords } from '../../../../shared/adapters/lambda/page/words/texts.ts';
import { ChosenSettings } from '../../../../shared/domain/office/choose-settings.ts';
import { defaultSettings, WardSettings } from '../../../../shared/domain/office/ward-settings.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { aDesk, proofIn, proposing } from './a-desk.ts';

const ward = Ward.parse('26506');
const lan = 'lan@phuong.example.vn';
const hoa = 'hoa@phuong.example.vn';

/** The desk of an office whose leader Lan and clerk Hoa are seated. */
const anOffice = async () => {
  const desk = aDesk({ ...signInRoutes, ...settingsRoutes, ...textRoutes }, (store) => ({
    settings: store.settings,
    templates: store.templates,
    ...proposing(store, { messagesPerPhonePerDay: 10 }),
  }));
  await desk.seat(lan, 'Nguyễn Thị Lan', ['leader']);
  await desk.seat(hoa, 'Trần Thị Hoa', ['clerk']);
  const leader = desk.browser();
  await leader.signIn(lan);
  const clerk = desk.browser();
  await clerk.signIn(hoa);
  return { ...desk, leader, clerk };
};
type Office = Awaited<ReturnType<typeof anOffice>>;

/** Sends the form of the settings as it stands, with these fields typed over. */
const send = async ({ leader, store }: Office, typed: Record<string, string>) => {
  const page = await leader.get('/cai-dat');
  return leader.post('/cai-dat', {
    ...proofIn(page.body, '/cai-dat'),
    ...settingsFields(await store.settings.of(ward)),
    buoc: 'ghi',
    ...typed,
  });
};

describe('what an office chose, as a form', () => {
  it('changes nothing when it is sent as it stands', () => {
    const settings = WardSettings.parse({
      ...defaultSettings(ward),
      tells: { received: { sms: true, 'call-list': false } },
      limits: { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 700, partsPerWardPerMonth: 9000 },
    });
    const { chosen, wrong } = chosenIn(settingsFields(settings), settings);
    expect(wrong).toEqual({});
    expect({ ...ChosenSettings.parse(chosen), ward }).toEqual(settings);
  });

  it.each([
    ['7h30 - 11h30', '07:30-11:30'],
    ['13:30–17:00, 7:00-11:30', '07:00-11:30, 13:30-17:00'],
    ['8h đến 12h', '08:00-12:00'],
    ['', ''],
  ])('reads “%s” as the hours of a day', (typed, read) => {
    const settings = defaultSettings(ward);
    const { chosen, wrong } = chosenIn({ ...settingsFields(settings), 'gio-1': typed }, settings);
    expect(wrong).toEqual({});
    expect(settingsFields({ ...ChosenSettings.parse(chosen), ward })['gio-1']).toBe(read);
  });

  it('never makes settings of hours that it cannot read, and never fails on them', () => {
    const settings = defaultSettings(ward);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const { chosen, wrong } = chosenIn(
          { ...settingsFields(settings), 'gio-1': typed, 'gui-tu': typed },
          settings,
        );
        expect(ChosenSettings.safeParse(chosen).success || Object.keys(wrong).length > 0).toBe(true);
      }),
    );
  });
});

describe('the page of the settings', () => {
  it('is a form for a leader, and to be read by a clerk', async () => {
    const { leader, clerk } = await anOffice();
    expect((await leader.get('/cai-dat')).body).toContain('action="/cai-dat"');
    const read = await clerk.get('/cai-dat');
    expect(read.status).toBe(200);
    expect(read.body).not.toContain('action="/cai-dat"');
    expect(read.body).toContain('Chỉ lãnh đạo đổi được');
  });

  it('keeps what a leader chose, and who changed what from what', async () => {
    const office = await anOffice();
    const answer = await send(office, { 'noi-nhan': 'Trung tâm Bến Sen', 'gio-6': '07:30-11:30' });
    expect(answer.location).toBe('/cai-dat?da=settings-saved');
    expect(await office.store.settings.of(ward)).toMatchObject({ returnPlace: 'Trung tam Ben Sen' });
    expect(await office.store.proposals.open(ward)).toEqual([]);
    const { deeds } = await office.store.audit.of(ward, undefined);
    expect(deeds[0]).toMatchObject({
      by: 'Nguyễn Thị Lan',
      what: 'choose-settings',
      outcome: 'settings-saved',
    });
    expect(deeds[0]!.words).toContain('returnPlace: "noi nop ho so" → "Trung tam Ben Sen"');
  });

  it('lets no clerk change anything, even with a form of their own', async () => {
    const { clerk, leader, store } = await anOffice();
    const page = await clerk.get('/cai-dat');
    const token = proofIn(page.body, '/dang-xuat');
    const form = proofIn((await leader.get('/cai-dat')).body, '/cai-dat');
    const answer = await clerk.post('/cai-dat', { ...form, ...token, ten: 'UBND xã Khác', buoc: 'ghi' });
    expect(answer.status).toBe(403);
    expect(await store.settings.of(ward)).toEqual(defaultSettings(ward));
  });

  it.each([
    ['ten', '', 'để trống'],
    ['duong-day', 'gọi cô Ba', 'Số để gọi chỉ gồm chữ số'],
    ['gui-tu', '25:00', 'Viết giờ như 07:30'],
    ['gui-den', '06:00', 'phải muộn hơn'],
    ['gio-3', 'sáng', '07:30-11:30'],
    ['gio-3', '11:30-07:00', '07:30-11:30'],
    ['gio-3', '07:00-12:00, 11:00-17:00', '07:30-11:30'],
    ['moi-so', 'nhiều', 'Viết một số'],
    ['moi-so', '11', 'nhiều nhất 10'],
    ['moi-thang', '-1', 'Viết một số'],
  ])('says beside the field %s what is wrong with “%s”, and keeps it', async (name, typed, says) => {
    const office = await anOffice();
    const answer = await send(office, { [name]: typed, 'noi-nhan': 'Nhà văn hoá' });
    expect(answer.status).toBe(422);
    const error = new RegExp(`id="${name}-loi">([^<]*)`).exec(answer.body)?.[1];
    expect(error).toContain(says);
    expect(answer.body).toContain('value="Nhà văn hoá"');
    expect(await office.store.settings.of(ward)).toEqual(defaultSettings(ward));
  });

  it('shows on the phone what was typed without keeping it', async () => {
    const office = await anOffice();
    const answer = await send(office, { ten: 'UBND P. Bến Sen', buoc: 'xem' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('UBND P. Ben Sen: Da tiep nhan ho so');
    expect(answer.body).toContain('phần');
    expect(await office.store.settings.of(ward)).toEqual(defaultSettings(ward));
  });

  it('does not write over what somebody else chose while the form was open', async () => {
    const office = await anOffice();
    const page = await office.leader.get('/cai-dat');
    await send(office, { 'noi-nhan': 'Trung tâm Bến Sen' });
    const late = await office.leader.post('/cai-dat', {
      ...proofIn(page.body, '/cai-dat'),
      ...settingsFields(defaultSettings(ward)),
      'duong-day': '0254 111 222',
      buoc: 'ghi',
    });
    expect(late.status).toBe(422);
    expect(late.body).toContain('0254 111 222');
    expect((await office.store.settings.of(ward)).returnPlace).toBe('Trung tam Ben Sen');
    expect(await office.store.proposals.open(ward)).toEqual([]);
  });
});

describe('the texts of an office', () => {
  it('are all listed, each with a page of its own', async () => {
    const { clerk } = await anOffice();
    const list = await clerk.get('/cai-dat/cau-chu');
    for (const [key, words] of Object.entries(textWords)) {
      expect(list.body).toContain(words);
      const page = await clerk.get(`/cai-dat/cau-chu/${key}`);
      expect([key, page.status]).toEqual([key, 200]);
      expect(gzipSync(page.body).length).toBeLessThan(30_000);
    }
    expect(gzipSync(list.body).length).toBeLessThan(30_000);
  });

  it('have no page for a text that there is not', async () => {
    const { leader } = await anOffice();
    expect((await leader.get('/cai-dat/cau-chu/birth')).status).toBe(404);
  });

  const address = '/cai-dat/cau-chu/received';
  const words = {
    vi: '((office)): Đã nhận hồ sơ ((code)). Hẹn trả ((dueAt)) tại ((returnPlace)).',
    en: '((office)): We have dossier ((code)). Due ((dueAt)) at ((returnPlace)).',
    dau: 'khong',
  };
  const write = async ({ leader }: Office, typed: Record<string, string>) => {
    const page = await leader.get(address);
    return leader.post(address, { ...proofIn(page.body, address), ...words, buoc: 'ghi', ...typed });
  };

  it('stand in the form as they are written, with the names of fields', async () => {
    const office = await anOffice();
    const page = await office.leader.get(address);
    expect(page.body).toContain('((office)): Đã tiếp nhận hồ sơ ((code)).');
  });

  it('are shown on the phone before they are published', async () => {
    const office = await anOffice();
    const answer = await write(office, { buoc: 'xem' });
    expect(answer.body).toContain('UBND xa Dinh Yen: Da nhan ho so H20.12-260302-0001.');
    expect(answer.body).toContain('Dài nhất có thể');
    expect(await office.store.templates.all(ward)).toEqual([]);
  });

  it('are proposed by a leader and count once somebody else approved them, as the next version', async () => {
    const office = await anOffice();
    expect((await write(office, {})).location).toBe(`${address}?da=text-proposed`);
    expect(await office.store.templates.all(ward)).toEqual([]);
    const [proposal] = await office.store.proposals.open(ward);
    const operator = await office.seat('truc@tinh.example.vn', 'Lê Quốc Trực', ['operator']);
    if (operator.is !== 'saved') throw new Error(operator.is);
    const decide = proposing(office.store).decide;
    expect(await decide(operator.officer, proposal!.id, 'approved')).toMatchObject({ is: 'approved' });
    expect((await write(office, {})).location).toBe(`${address}?da=text-unchanged`);
    expect(await office.store.templates.all(ward)).toMatchObject([{ key: 'received', version: 2 }]);
    expect((await office.leader.get(address)).body).toContain('bản 2 của phường');
  });

  it.each([
    ['vi', '((office)): Đã nhận hồ sơ ((code))', 'bản này thì không – ((dueAt))'],
    ['vi', `${words.vi} Xem https://vd.vn`, 'đường dẫn'],
    ['vi', `${words.vi} Gọi 0254 385 2404.`, 'số điện thoại'],
    ['vi', `${words.vi} Nộp vào 9704 2292 1234 5678.`, 'số tài khoản'],
    ['en', `${words.en} Call (0254) 385-2404.`, 'số điện thoại'],
    ['en', '((office)): ((code)) ((dueAt)) at ((returnPlace)) ((ten))', 'trường'],
    ['vi', '', 'Chưa có lời nào'],
  ])('are refused beside the words in %s: “%s”', async (name, typed, says) => {
    const office = await anOffice();
    const answer = await write(office, { [name]: typed });
    expect(answer.status).toBe(422);
    expect(answer.body.split(`id="${name}-loi"`)[1]?.split('</ul>')[0]).toContain(says);
    expect(await office.store.templates.all(ward)).toEqual([]);
  });

  it('are changed by no clerk', async () => {
    const { clerk, leader, store } = await anOffice();
    const form = proofIn((await leader.get(address)).body, address);
    const token = proofIn((await clerk.get(address)).body, '/dang-xuat');
    const answer = await clerk.post(address, { ...form, ...token, ...words, buoc: 'ghi' });
    expect(answer.status).toBe(403);
    expect(await store.templates.all(ward)).toEqual([]);
  });
});
