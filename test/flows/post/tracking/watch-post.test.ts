import { describe, expect, it } from 'vitest';
import { nationalCalendars } from '../../../../shared/domain/calendar/national/calendars.ts';
import { watchPost } from '../../../../shared/flows/post/tracking/watch-post.ts';
import { aClock, aJob, aPartner, at } from '../../../support/builders/post.ts';

const codes = Array.from({ length: 40 }, (_, index) => `buu-cuc-${index + 1}`);

/** Forty partners with papers on offer since the morning; none has ever asked. `broken` cannot be looked at. */
const aProvince = (broken = '') => {
  const clock = aClock(at('16:00'));
  let looked = 0;
  const ports = {
    word: { overdue: async () => [], forgettable: async () => [] },
    polls: { newest: async () => new Map() },
    allPartners: async () => codes.map((code) => aPartner({ code })),
    lists: {
      everywhere: async function* () {},
      waiting: async (partner: string, state: string) => {
        looked += 1;
        if (partner === broken) throw new Error('no answer');
        return state === 'ready' ? [aJob({ visibleAt: at('08:00') }, { partner })] : [];
      },
    },
    calendars: nationalCalendars,
    clock,
  };
  const watch = watchPost(ports as unknown as Parameters<typeof watchPost>[0]);
  return {
    watch,
    clock,
    /** A round with time for so many more looks. */
    roundOf: (looks: number) => {
      const end = looked + looks;
      return watch(() => looked < end);
    },
  };
};

describe('a round of the post’s clock', () => {
  it('looks at every partner when there is time', async () => {
    const { silent, unwatched } = await aProvince().watch(() => true);
    expect(silent.map(({ partner }) => partner).toSorted()).toEqual(codes.toSorted());
    expect(unwatched).toBe(0);
  });

  it('says whom it had no time for, and does not leave out the same ones each time', async () => {
    const { clock, roundOf } = aProvince();
    const seen = new Set<string>();
    for (let round = 0; round < 24; round += 1) {
      clock.set(at(`16:${String(round * 2).padStart(2, '0')}`));
      const { silent, unwatched } = await roundOf(16);
      expect(silent.length + unwatched).toBe(codes.length);
      expect(unwatched).toBeGreaterThan(0);
      for (const { partner } of silent) seen.add(partner);
    }
    expect([...seen].toSorted()).toEqual(codes.toSorted());
  });

  it('watches the others when one cannot be looked at', async () => {
    const { silent, failed } = await aProvince('buu-cuc-7').watch(() => true);
    expect(failed).toEqual([{ partner: 'buu-cuc-7', error: new Error('no answer') }]);
    expect(silent).toHaveLength(codes.length - 1);
  });
});
