import { describe, expect, it } from 'vitest';
import { inOrderOfUrgency, workOf } from '../../../shared/domain/api/worklist.ts';
import { type Worklist, worklists } from '../../../shared/domain/api/work-by-state.ts';
import type { Proposal } from '../../../shared/domain/people/proposal.ts';
import { formatMoment } from '../../../shared/domain/values/day.ts';
import { days, plus } from '../../../shared/domain/values/instant.ts';
import { causeInWords } from '../../../shared/adapters/lambda/page/words/causes.ts';
import { readWorklist } from '../../../shared/flows/office/read-worklist.ts';
import { anEventBody, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aBirthEvent } from '../../support/builders/family-day.ts';
import { aWholeOffice } from '../../support/builders/whole-office.ts';

const numbered = (n: number) => ({ dossierCode: `H29.26-260302-${String(n).padStart(4, '0')}` });

const aBusyOffice = async () => {
  const office = await aWholeOffice();
  await office.report(anEventBody({ applicant: { phone: '0254 3852 101' }, ...numbered(11) }));
  await office.report(anEventBody({ applicant: { phone: '12' }, ...numbered(12) }));
  await office.report(anEventBody({ applicant: {}, dueAt: '0001-01-01T00:00:00+07:00', ...numbered(13) }));
  await office.report(aBirthEvent(numbered(14)));
  await office.report(anEventBody({ procedureCode: '1.001193', ...numbered(15) }));
  await office.report(anEventBody({ returnMethod: 'post', ...numbered(16) }));
  await office.report(anEventBody({ dossierCode: 'SO-7' }));
  await office.report(anEventBody());
  await office.does({
    what: 'correct',
    reason: 'gõ nhầm số',
    facts: { applicant: { phone: '0987 654 321' } },
  });
  const read = readWorklist({
    ...office.store,
    lists: {
      ofWard: async (ward, states) => ({
        items: office.store.kept().jobs.filter((job) => job.ward === ward && states.includes(job.state)),
      }),
    },
    clock: office.clock,
    openCircuits: async () => [{ carrier: 'sns', because: 'no-money', since: office.clock() }],
  });
  const all = async (list?: Worklist, ward = vungTau) => {
    const items = [];
    let cursor: string | undefined;
    do {
      const page = await read(ward, { list, cursor });
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return items;
  };
  return { office, all, made: inOrderOfUrgency(workOf(office.store.kept())) };
};
const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).toSorted();

describe('the worklist of an office', () => {
  it('is what a rehearsal of the same would answer, the most urgent list first', async () => {
    const { all, made } = await aBusyOffice();
    const items = await all();
    expect(sorted(items)).toEqual(sorted(made));
    expect(new Set(items.map(({ list }) => list)).size).toBeGreaterThan(6);
    const order = items.map(({ list }) => worklists.indexOf(list));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('gives each of its lists alone, what was told wrongly among them', async () => {
    const { all, made } = await aBusyOffice();
    for (const list of worklists)
      expect(sorted(await all(list))).toEqual(sorted(made.filter((item) => item.list === list)));
    expect(await all('told-wrongly')).toHaveLength(1);
  });

  it('shows nobody another office’s', async () => {
    const { all } = await aBusyOffice();
    expect(await all(undefined, tanHong)).toEqual([]);
  });

  it('names each thing once over all of its pages', async () => {
    const { office, all } = await aBusyOffice();
    for (let n = 100; n < 180; n += 1)
      await office.report(anEventBody({ applicant: { phone: '12' }, ...numbered(n) }));
    for (let n = 100; n < 140; n += 1)
      await office.report(anEventBody({ applicant: { phone: '13' }, status: 'returned', ...numbered(n) }));
    const items = await all('unreachable');
    expect(new Set(items.map(({ dossierCode }) => dossierCode)).size).toBe(items.length);
    expect(items.length).toBeGreaterThanOrEqual(82);
  });

  it('names what waits for a second person however long, and for three days what was changed', async () => {
    const { office, all } = await aBusyOffice();
    const ago = (count: number) => plus(office.clock(), -days(count));
    const asked = (id: string, hotline: string, change: Partial<Proposal>): Proposal => ({
      id,
      ward: vungTau,
      state: 'proposed',
      wanted: { about: 'settings', names: ['hotline'], before: {}, after: { hotline } },
      proposedAt: ago(9),
      proposedBy: { id: 'a', name: 'a' },
      ...change,
    });
    for (const one of [
      asked('1', '1022', {}),
      asked('2', '1023', { state: 'approved', decidedAt: ago(2) }),
      asked('3', '1024', { state: 'approved', decidedAt: ago(3) }),
      asked('4', '1025', { state: 'refused', decidedAt: ago(1) }),
    ])
      await office.store.proposals.propose(one);
    const list = await all('changes');
    expect(list.map(({ because }) => because)).toEqual([
      `proposed: hotline; ${formatMoment(ago(9))}`,
      `changed: hotline; ${formatMoment(ago(2))}`,
    ]);
    expect(causeInWords('changes', list[1]!.because)).toBe(
      `Vừa đổi: Đường dây hỏi, từ ${formatMoment(ago(2))}`,
    );
    expect(await all('changes', tanHong)).toEqual([]);
  });
});
