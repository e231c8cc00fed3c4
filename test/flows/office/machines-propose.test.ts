import { describe, expect, it } from 'vitest';
import { settingsRoutes } from '../../../functions/office/routes/settings.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import type { WardSettings } from '../../../shared/domain/office/ward-settings.ts';
import { guarded } from '../../../shared/domain/people/proposal.ts';
import { chooseSettings, judgeSettings } from '../../../shared/flows/office/choose-settings.ts';
import { chooseGuarded } from '../../../shared/flows/people/choose-guarded.ts';
import { decideProposal } from '../../../shared/flows/people/decide-proposal.ts';
import { proposeTemplates } from '../../../shared/flows/people/propose-templates.ts';
import { propose } from '../../../shared/flows/people/propose.ts';
import { asking } from '../../support/routes.ts';
import { aWard, now, vungTau } from '../../support/builders/dossiers.ts';

const drafted = (words = 'lấy kết quả') => ({
  key: 'ready-counter',
  bodies: {
    vi: `((office)): Mời đến ((returnPlace)) ${words} ((code)).`,
    en: `((office)): Please come to ((returnPlace)) for ((code)), ${words}.`,
  },
});

/** An office whose system sends what it likes, and whose leader decides. */
const anOffice = async () => {
  const store = memoryStore();
  await store.settings.save(aWard());
  let drawn = 0;
  const random = () => `word-${String((drawn += 1)).padStart(9, '0')}`;
  const clock = () => now;
  const write = propose({ ...store, random, clock });
  const judge = judgeSettings(store);
  const ports = {
    ...store,
    chooseGuarded: chooseGuarded({ ...store, judge, choose: chooseSettings(store), propose: write }),
    proposeTemplates: proposeTemplates({ ...store, propose: write, clock }),
    look: async () => ({}) as never,
    note: async (deed: Deed) => store.audit.note(deed),
    newId: random,
    clock,
  };
  const send = async (key: string, body?: unknown) => settingsRoutes[key]!(ports, asking(key, { body }));
  const put = async (change: Partial<WardSettings>) => {
    const { ward: _ward, ...all } = { ...(await store.settings.of(vungTau)), ...change };
    return send('PUT /v1/settings', all);
  };
  const leader = { id: 'lan', name: 'Lan', ward: vungTau, roles: ['leader'], active: true } as never;
  const decide = decideProposal({ ...store, judge, clock });
  const approve = async () => {
    const [{ id } = { id: '' }] = await store.proposals.open(vungTau);
    return (await decide(leader, id, 'approved')).is;
  };
  return { store, send, put, approve };
};

const otherwise: Partial<WardSettings>[] = [
  { office: 'UBND P. Khac' },
  { board: { slides: [{ title: 'Nhận kết quả', lines: ['Mang theo giấy hẹn'] }], inserts: [] } },
  { hotline: '0254 3852 999' },
  { sendWindow: { from: '09:00', to: '17:00' } },
  { limits: { messagesPerPhonePerDay: 2, messagesPerWardPerDay: 300 } },
];

describe('a machine that changes what reaches every citizen', () => {
  it('is tried here with each choice that nobody makes alone', () => {
    expect(otherwise.flatMap(Object.keys).toSorted()).toEqual([...guarded].toSorted());
  });

  it.each(otherwise)('only proposes it, and a leader brings it into force: %j', async (change) => {
    const { store, put, approve } = await anOffice();
    const before = await store.settings.of(vungTau);
    const answer = await put(change);
    expect(answer).toMatchObject({ status: 200, body: { proposal: { names: Object.keys(change) } } });
    expect(await store.settings.of(vungTau)).toEqual(before);
    expect(await approve()).toBe('approved');
    expect(await store.settings.of(vungTau)).toMatchObject(change);
  });

  it('is told at once what counts already: the choices of the counter do, and the rest waits', async () => {
    const { store, put } = await anOffice();
    const { body } = await put({ returnPlace: 'Trung tam moi', hotline: '0254 3852 999' });
    expect(body).toMatchObject({ returnPlace: 'Trung tam moi', proposal: { names: ['hotline'] } });
    expect(await store.settings.of(vungTau)).toMatchObject({ returnPlace: 'Trung tam moi' });
    expect((await store.settings.of(vungTau)).hotline).toBe(aWard().hotline);
  });

  it('that sends the same every hour asks once, and nothing where nothing differs', async () => {
    const { store, put } = await anOffice();
    for (let hour = 0; hour < 3; hour += 1) await put({ hotline: '0254 3852 999' });
    await put({});
    expect(await store.proposals.open(vungTau)).toHaveLength(1);
  });

  it('proposes a text, judged as ever, once, and the text stays until a leader approves', async () => {
    const { store, send, approve } = await anOffice();
    const templates = [drafted(), { ...drafted('((x))'), version: 2 }, drafted()];
    const { body } = await send('POST /v1/templates', { templates });
    const { results } = body as { results: { outcome: string; proposalId?: string }[] };
    expect(results.map(({ outcome }) => outcome)).toEqual(['proposed', 'rejected', 'proposed']);
    expect(results[0]!.proposalId).toBe(results[2]!.proposalId);
    expect(await store.templates.all(vungTau)).toEqual([]);
    expect(await approve()).toBe('approved');
    expect(await store.templates.all(vungTau)).toMatchObject([{ key: 'ready-counter', version: 2 }]);
    const again = await send('POST /v1/templates', { templates: [drafted()] });
    expect(again.body).toMatchObject({ results: [{ outcome: 'unchanged', version: 2 }] });
  });

  it('stands in the audit with its name and what it wanted', async () => {
    const { store, send, put } = await anOffice();
    await put({ hotline: '0254 3852 999' });
    await send('POST /v1/templates', { templates: [drafted()] });
    const { deeds } = await store.audit.of(vungTau, undefined);
    expect(new Set(deeds.map(({ by, what, outcome }) => `${by} ${what} ${outcome}`))).toEqual(
      new Set(['a-machine choose-settings settings-proposed', 'a-machine publish-text text-proposed']),
    );
    expect(deeds.map(({ words }) => words).join()).toContain('0254 3852 999');
  });
});
