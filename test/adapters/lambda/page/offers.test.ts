import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offersRoutes } from '../../../../shared/adapters/lambda/page/board/offers-routes.ts';
import { boardFields, offeredIn } from '../../../../shared/adapters/lambda/page/forms/board-form.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { ChosenSettings } from '../../../../shared/domain/office/choose-settings.ts';
import { defaultSettings, WardSettings } from '../../../../shared/domain/office/ward-settings.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { chooseSettings, judgeSettings } from '../../../../shared/flows/office/choose-settings.ts';
import { aDesk, proofIn, proposing } from './a-desk.ts';

const ward = Ward.parse('26506');
const lan = 'lan@phuong.example.vn';

const offered = WardSettings.parse({
  ...defaultSettings(ward),
  offers: {
    helpWeekly: [
      { weekdays: [3], from: '08:00', to: '10:30', by: 'Đoàn thanh niên' },
      { weekdays: [3], from: '14:00', to: '16:00', by: 'Hội phụ nữ' },
    ],
    helpDated: [{ day: '2026-12-05', from: '08:00', to: '11:00', by: 'Mặt trận Tổ quốc' }],
    noAppointment: { weekdays: [5], procedures: ['9.999999', '2.000815'] },
  },
  board: {
    slides: [{ title: 'Khai sinh', lines: ['Giấy chứng sinh', 'Căn cước'] }],
    inserts: [
      {
        title: 'Tiêm chủng',
        words: 'Sáng thứ Năm.',
        together: 'Trạm y tế',
        from: '2026-12-01',
        to: '2026-12-31',
      },
      { title: 'Bầu cử', words: 'Xem danh sách ở nhà văn hóa.', from: '2026-12-01', to: '2026-12-02' },
    ],
  },
});

/** A leader at the form of their office. */
const aLeader = async () => {
  const desk = aDesk({ ...signInRoutes, ...offersRoutes }, (store) => ({
    settings: store.settings,
    choose: chooseSettings(store),
    judge: judgeSettings(store),
    ...proposing(store),
  }));
  await desk.seat(lan, 'Nguyễn Thị Lan', ['leader']);
  const leader = desk.browser();
  await leader.signIn(lan);
  const send = async (typed: Record<string, string>) => {
    const page = await leader.get('/cai-dat/bang');
    const basis = /name="truoc" value="([^"]+)"/.exec(page.body)![1]!;
    return leader.post('/cai-dat/bang', { ...proofIn(page.body, '/cai-dat/bang'), truoc: basis, ...typed });
  };
  return { ...desk, leader, send };
};

describe('the days and the board of an office, as a form', () => {
  it('change nothing when they are sent as they stand', () => {
    const { chosen, wrong } = offeredIn(boardFields(offered), offered);
    expect(wrong).toEqual({});
    expect({ ...ChosenSettings.parse(chosen), ward }).toEqual(offered);
  });

  it('never fail on what somebody types, and never make an offer of what they cannot read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const fields = { 'giup-1': typed, 'giup-ngay': typed, trang: typed, tin: typed };
        const { chosen, wrong } = offeredIn(fields, offered);
        const read = ChosenSettings.safeParse(chosen);
        expect(read.success && typed.trim() !== '' && Object.keys(wrong).length === 0).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['giup-1', '8h-10h30 Đoàn thanh niên', '08:00-10:30 Đoàn thanh niên'],
    [
      'giup-2',
      '08:00 – 10:30 Hội phụ nữ ; 14h-16h Đoàn thanh niên',
      '08:00-10:30 Hội phụ nữ; 14:00-16:00 Đoàn thanh niên',
    ],
    ['giup-ngay', '2-12-2026 08:00-10:30 Hội phụ nữ\r\n', '02/12/2026 08:00-10:30 Hội phụ nữ'],
  ])('read %s as somebody types it: %s', (name, typed, read) => {
    const { chosen, wrong } = offeredIn({ [name]: typed }, offered);
    expect(wrong).toEqual({});
    expect(boardFields(ChosenSettings.parse(chosen))[name]).toBe(read);
  });

  it.each([
    ['giup-1', 'sáng thứ hai'],
    ['giup-1', '10:30-08:00 Đoàn thanh niên'],
    ['giup-ngay', '30/02/2026 08:00-10:30 Hội phụ nữ'],
    ['trang', 'Chỉ có tiêu đề'],
    ['tin', 'Tiêu đề\nLời\nkhông có ngày'],
    ['tin', 'Tiêu đề\nLời\n31/12/2026 - 01/12/2026'],
    ['tin', 'Tiêu đề\nGọi 0912 345 678\n01/12/2026 - 31/12/2026'],
    ['khong-hen-5', 'co'],
  ])('say beside %s what is wrong with “%s”, and keep what was typed', async (name, typed) => {
    const { send, store } = await aLeader();
    const answer = await send({ [name]: typed });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(/class="no"/);
    expect((await store.settings.of(ward)).offers).toEqual(defaultSettings(ward).offers);
  });

  it('let a leader choose the days alone; what everybody reads waits for another’s approval', async () => {
    const { send, store } = await aLeader();
    const days = { 'giup-3': '08:00-10:30 Đoàn thanh niên', 'khong-hen-5': 'co', 'tt-2.000815': 'co' };
    const answer = await send({ ...days, trang: 'Khai sinh\nGiấy chứng sinh' });
    expect(answer.location).toBe('/cai-dat/bang?da=settings-proposed');
    const now = await store.settings.of(ward);
    expect(now.offers.noAppointment).toEqual({ weekdays: [5], procedures: ['2.000815'] });
    expect(now.board.slides).toEqual([]);
    expect(await store.proposals.open(ward)).toMatchObject([{ wanted: { names: ['board'] } }]);
  });
});
