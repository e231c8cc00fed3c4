import { describe, expect, it } from 'vitest';
import { provinceRoutes } from '../../../../shared/adapters/lambda/page/province/province-routes.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { FiguresByDay } from '../../../../shared/domain/report/figures.ts';
import { dayOf } from '../../../../shared/domain/values/day.ts';
import { hours, plus } from '../../../../shared/domain/values/instant.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { readProvince } from '../../../../shared/flows/report/read-province.ts';
import { nineOClock } from '../../../contracts/cost/ward-day.ts';
import { aDesk } from './a-desk.ts';

const today = dayOf(nineOClock);
const wards = Array.from({ length: 31 }, (_, at) => Ward.parse(String(26_500 + at)));

/** A province of thirty-one offices; the first reported an hour ago, the second three days ago. */
const aProvince = async () => {
  const counted = new Map([
    [wards[0], plus(nineOClock, -hours(1))],
    [wards[1], plus(nineOClock, -hours(72))],
  ]);
  const figures = new Map([[today, { parts: 1234, 'finished-late': 7 }]]) as FiguresByDay;
  const desk = aDesk({ ...signInRoutes, ...provinceRoutes }, (store) => ({
    most: { partsPerWardPerMonth: 60_000 },
    province: readProvince({
      ...store,
      figures: {
        wards: async () => wards,
        of: async (ward) => {
          const countedAt = counted.get(ward);
          return countedAt ? { figures, countedAt } : { figures: new Map() };
        },
      },
      setUp: async () => ['hotline'],
      allPartners: async () => [],
      places: async () => placesSample,
      openCircuits: async () => [{ carrier: 'sns', because: 'no-money', since: nineOClock }],
      clock: () => nineOClock,
    }),
  }));
  await desk.seat('truc@tinh.example.vn', 'Trực', ['operator']);
  await desk.seat('lan@phuong.example.vn', 'Lan', ['leader']);
  const browser = desk.browser();
  return { browser };
};

describe('the province', () => {
  it('names each office with what it lacks, whether it reports, what it spends and is late with', async () => {
    const { browser } = await aProvince();
    await browser.signIn('truc@tinh.example.vn');
    const { body, status } = await browser.get('/tinh');
    expect(status).toBe(200);
    for (const words of ['31 phường, xã', 'thiếu 1 mục', 'im lặng', '1.234', 'sns', '60.000'])
      expect(body).toContain(words);
    expect(body).not.toContain(wards[30]);
    expect((await browser.get(`/tinh?sau=${wards[29]}`)).body).toContain(wards[30]);
  });

  it('is nobody’s business who looks after one office', async () => {
    const { browser } = await aProvince();
    await browser.signIn('lan@phuong.example.vn');
    expect((await browser.get('/tinh')).status).toBe(403);
  });
});
