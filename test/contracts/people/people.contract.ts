import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { Deed } from '../../../shared/domain/people/audit.ts';
import { changed, Officer } from '../../../shared/domain/people/officer.ts';
import { decided, type Proposal } from '../../../shared/domain/people/proposal.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { Session } from '../../../shared/domain/people/session.ts';
import { after, nineOClock } from '../cost/ward-day.ts';

export const anOfficer = (given: Partial<Officer> = {}): Officer =>
  Officer.parse({
    id: 'officer-hoa',
    login: 'hoa@phuong.example.vn',
    name: 'Trần Thị Hoa',
    ward: '26506',
    roles: ['clerk'],
    active: true,
    epoch: 1,
    changedAt: nineOClock,
    changedBy: 'vận hành',
    ...given,
  });

export const aSession = (given: Partial<Session> = {}): Session =>
  Session.parse({
    id: 'session-1',
    officer: 'officer-hoa',
    epoch: 1,
    startedAt: nineOClock,
    seenAt: nineOClock,
    ...given,
  });

export const aDeed = (given: Partial<Deed> = {}): Deed =>
  Deed.parse({
    id: 'deed-1',
    ward: '26506',
    at: nineOClock,
    officer: 'officer-hoa',
    by: 'Trần Thị Hoa',
    what: 'call',
    outcome: 'done',
    ...given,
  });

export const aProposal = (given: Partial<Proposal> = {}): Proposal =>
  // As somebody makes it, so that a store which reads more into it is found out.
  ({
    id: 'p-1',
    ward: Ward.parse('26506'),
    state: 'proposed',
    wanted: { about: 'settings', names: ['hotline'], before: {}, after: { hotline: '1022' } },
    proposedAt: nineOClock,
    proposedBy: { id: 'officer-nam', name: 'Nguyễn Văn Nam' },
    ...given,
  });

const form = { session: 'session-1', form: 'form-1' };
const sending = (by: string, until = after(29)) => ({ by, until });

/** Every store of officers, sessions and deeds keeps these promises. */
export const keepsPeople = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps the people of the desk`, () => {
    it('knows no officer and no session it was not told of', async () => {
      const { officers, sessions } = await open();
      expect(await officers.find('officer-hoa')).toBeUndefined();
      expect(await sessions.find('session-1')).toBeUndefined();
    });

    it('gives an officer back as written, by id and among those of the office', async () => {
      const { officers } = await open();
      expect(await officers.save(anOfficer(), undefined)).toBe('saved');
      await officers.save(anOfficer({ id: 'officer-far', ward: '26734' as Officer['ward'] }), undefined);
      expect(await officers.find('officer-hoa')).toEqual(anOfficer());
      expect(await officers.of(anOfficer().ward)).toEqual([anOfficer()]);
    });

    it('keeps the first of two changes of one officer made on the same reading', async () => {
      const { officers } = await open();
      await officers.save(anOfficer(), undefined);
      const off = changed(anOfficer(), { active: false }, { at: after(5), by: 'Nam' });
      const leads = changed(anOfficer(), { roles: ['leader'] }, { at: after(6), by: 'Nam' });
      expect(await officers.save(off, anOfficer())).toBe('saved');
      expect(await officers.save(leads, anOfficer())).toBe('conflict');
      expect(await officers.find('officer-hoa')).toEqual(off);
    });

    it('takes the repeat of a write whose answer was lost for what it is', async () => {
      const { officers, sessions } = await open();
      await officers.save(anOfficer(), undefined);
      expect(await officers.save(anOfficer(), undefined)).toBe('saved');
      await sessions.save(aSession(), undefined);
      expect(await sessions.save(aSession(), undefined)).toBe('saved');
    });

    it('does not bring a session back to life that somebody ended meanwhile', async () => {
      const { sessions } = await open();
      await sessions.save(aSession(), undefined);
      const ended = aSession({ endedAt: after(5) });
      expect(await sessions.save(ended, aSession())).toBe('saved');
      expect(await sessions.save(aSession({ seenAt: after(6) }), aSession())).toBe('conflict');
      expect(await sessions.find('session-1')).toEqual(ended);
    });

    it('keeps what was typed with the session', async () => {
      const { sessions } = await open();
      await sessions.save(aSession(), undefined);
      const typed = aSession({ draft: { path: '/goi', fields: { ghi: 'Bà Út hẹn chiều' } } });
      expect(await sessions.save(typed, aSession())).toBe('saved');
      expect(await sessions.find('session-1')).toEqual(typed);
    });

    it('gives each form of a session to one sending, however many arrive together', async () => {
      const { sessions } = await open();
      const taken = await Promise.all(
        ['a', 'b', 'c'].map((by) => sessions.takeForm(form, sending(by), nineOClock)),
      );
      expect(taken.toSorted()).toEqual(['taken', 'under-way', 'under-way']);
      expect(await sessions.takeForm({ ...form, form: 'form-2' }, sending('d'), nineOClock)).toBe('taken');
      expect(await sessions.takeForm({ ...form, session: 'session-2' }, sending('e'), nineOClock)).toBe(
        'taken',
      );
    });

    it('takes the repeat of a sending whose answer was lost for what it is', async () => {
      const { sessions } = await open();
      expect(await sessions.takeForm(form, sending('a'), nineOClock)).toBe('taken');
      expect(await sessions.takeForm(form, sending('a'), nineOClock)).toBe('taken');
    });

    it('never gives a form again whose sending came to its end', async () => {
      const { sessions } = await open();
      await sessions.takeForm(form, sending('a'), nineOClock);
      await sessions.leaveForm(form, sending('a'), 'done', after(2));
      expect(await sessions.takeForm(form, sending('b', after(90)), after(60))).toBe('sent');
    });

    it('gives a form again at once that a sending gave back, and after its time where it never did', async () => {
      const { sessions } = await open();
      await sessions.takeForm(form, sending('a'), nineOClock);
      await sessions.leaveForm(form, sending('a'), 'open', after(2));
      expect(await sessions.takeForm(form, sending('b', after(31)), after(2))).toBe('taken');
      expect(await sessions.takeForm(form, sending('c', after(59)), after(30))).toBe('under-way');
      expect(await sessions.takeForm(form, sending('c', after(60)), after(31))).toBe('taken');
    });

    it('lets no sending that is late give back what another has taken meanwhile', async () => {
      const { sessions } = await open();
      await sessions.takeForm(form, sending('a'), nineOClock);
      await sessions.takeForm(form, sending('b', after(60)), after(30));
      await sessions.leaveForm(form, sending('a'), 'open', after(31));
      expect(await sessions.takeForm(form, sending('c', after(61)), after(32))).toBe('under-way');
    });

    it('shows what was done in an office, newest first, page by page, and nothing of another', async () => {
      const { audit } = await open();
      const deeds = Array.from({ length: 60 }, (_, minute) =>
        aDeed({ id: `deed-${minute}`, at: after(minute * 60) }),
      );
      for (const deed of deeds) await audit.note(deed);
      await audit.note(aDeed({ ward: '26734' as Deed['ward'] }));
      const first = await audit.of(aDeed().ward, undefined);
      const second = await audit.of(aDeed().ward, first.cursor);
      expect([...first.deeds, ...second.deeds]).toEqual(deeds.toReversed());
      expect(second.cursor).toBeUndefined();
    });

    it('gives the first decision on a proposal, and what it brings with it, to one officer', async () => {
      const { proposals, settings } = await open();
      const proposal = aProposal();
      const wants = defaultSettings(proposal.ward);
      await proposals.propose(proposal);
      await proposals.propose(aProposal({ ward: '26734' as Deed['ward'] }));
      expect(await proposals.open(proposal.ward)).toEqual([proposal]);
      const refused = decided(proposal, 'refused', { at: after(5), by: anOfficer(), reason: 'chưa cần' });
      const approved = decided(proposal, 'approved', { at: after(5), by: anOfficer() });
      expect(await proposals.decide(refused, undefined)).toBe('decided');
      expect(await proposals.decide(approved, { settings: { ...wants, hotline: '1022' } })).toBe('conflict');
      expect(await settings.of(proposal.ward)).toEqual(wants);
      expect(await proposals.find(proposal.ward, proposal.id)).toEqual(refused);
      expect(await proposals.open(proposal.ward)).toEqual([]);
    });

    it('keeps what an approval brings', async () => {
      const { proposals, settings } = await open();
      const proposal = aProposal();
      await proposals.propose(proposal);
      const next = { ...defaultSettings(proposal.ward), hotline: '1022' };
      const approved = decided(proposal, 'approved', { at: after(5), by: anOfficer() });
      expect(await proposals.decide(approved, { settings: next })).toBe('decided');
      expect(await settings.of(proposal.ward)).toEqual(next);
    });

    it('shows what was proposed in an office, newest first, page by page', async () => {
      const { proposals } = await open();
      const all = Array.from({ length: 60 }, (_, at) =>
        aProposal({ id: `p-${String(at).padStart(3, '0')}` }),
      );
      for (const one of all) await proposals.propose(one);
      const first = await proposals.of(aProposal().ward, undefined);
      const second = await proposals.of(aProposal().ward, first.cursor);
      expect([...first.proposals, ...second.proposals]).toEqual(all.toReversed());
      expect(second.cursor).toBeUndefined();
    });

    it('never writes over a deed', async () => {
      const { audit } = await open();
      await audit.note(aDeed());
      await audit.note(aDeed());
      expect((await audit.of(aDeed().ward, undefined)).deeds).toEqual([aDeed()]);
    });
  });
