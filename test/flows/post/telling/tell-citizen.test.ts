import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryPartners } from '../../../../shared/adapters/memory/post/paperwork.ts';
import { memoryStore } from '../../../../shared/adapters/memory/store.ts';
import type { DossierCode } from '../../../../shared/domain/dossier/dossier-code.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import type { JobState } from '../../../../shared/domain/post/job/dispatch-moves.ts';
import type { Ward } from '../../../../shared/domain/values/ward.ts';
import { decideNotifications } from '../../../../shared/flows/decision/decide-notifications.ts';
import { listWorklist } from '../../../../shared/flows/notification/list-worklist.ts';
import { notifyOfJob } from '../../../../shared/flows/post/telling/notify-of-job.ts';
import { tellCitizen } from '../../../../shared/flows/post/telling/tell-citizen.ts';
import { anEvent, aWard, tanHong } from '../../../support/builders/dossiers.ts';
import { aClock, anAcceptedJob, aPartner, at, ward as wardCode } from '../../../support/builders/post.ts';
import { aDoorbell } from '../../../support/builders/wards-day.ts';

const ward = wardCode as Ward;
const noWord = {
  overdue: async () => [],
  brought: async () => {},
  forgettable: async () => [],
  forget: async () => {},
};
const landline = '0254 3852 101';
const { recipient, dossierCode } = anAcceptedJob();
const code = dossierCode as DossierCode;
const toPhones = (phone: string, relativePhone?: string) => ({
  recipient: { ...recipient, phone, ...(relativePhone !== undefined && { relativePhone }) },
});

/** In short texts, so that a message is a part. */
const aPostDesk = async (settings: Parameters<typeof aWard>[0] = {}) => {
  const store = memoryStore();
  const clock = aClock(at('14:00'));
  const { doorbell, rung } = aDoorbell();
  await store.settings.save(aWard({ shortTexts: true, ...settings }));
  const jobs = memoryDispatchJobs();
  const posts = { of: async () => undefined };
  const ports = { ...store, jobs, partners: memoryPartners([aPartner()]), posts, doorbell, clock };
  const tell = (state: JobState, more: Partial<DispatchJob> = {}, asked = {}) =>
    tellCitizen(ports, anAcceptedJob({ state, ...more }), asked);
  const look = listWorklist(ports);
  /** Reports the dossier, as its ward system would. */
  const report = async (differs: Record<string, unknown>) => {
    const event = anEvent(differs);
    await store.events.accept(event);
    await decideNotifications(ports)([event]);
  };
  return {
    store,
    ports,
    clock,
    rung,
    tell,
    report,
    calls: async (whose: Ward = ward) => (await look(whose, 'call-list', undefined)).notifications,
    words: () => store.notifications.ofDossier(ward, code),
    parts: async () => {
      const [standing] = await store.budgets.of([ward]);
      const [card] = await store.phones.find([{ ward, phone: '+84912345678' as never }]);
      return [card?.card.day.used ?? 0, standing?.spent['ward-day']?.used ?? 0];
    },
  };
};

describe('a citizen with a landline', () => {
  it('is on the office’s call list for each step of the journey, in words to be read out', async () => {
    const { tell, calls, rung, parts } = await aPostDesk();
    expect(await tell('out-for-delivery', toPhones(landline))).toMatchObject({ outcome: 'told' });
    expect(await calls()).toMatchObject([
      {
        channel: 'call-list',
        state: 'queued',
        dial: '02543852101',
        to: '025*****101',
        dossierCode,
        text: expect.stringContaining('nhân viên bưu điện mang kết quả đến Ông/Bà'),
        parts: 0,
      },
    ]);
    expect([rung, await parts()]).toEqual([[], [0, 0]]);
  });

  it('is rung once for each step, however often we hear of it', async () => {
    const { tell, calls } = await aPostDesk();
    await tell('out-for-delivery', toPhones(landline));
    expect(await tell('out-for-delivery', toPhones(landline))).toMatchObject({ outcome: 'told-before' });
    expect(await calls()).toHaveLength(1);
  });

  it('is not rung about papers on their way once they are delivered', async () => {
    const { tell, calls, words } = await aPostDesk();
    await tell('out-for-delivery', toPhones(landline));
    await tell('delivered', toPhones(landline));
    expect(await calls()).toMatchObject([
      { text: expect.stringContaining('Bưu điện cho biết đã giao kết quả') },
    ]);
    expect((await words()).map(({ state, reason }) => [state, reason])).toEqual([
      ['cancelled', 'overtaken'],
      ['queued', undefined],
    ]);
  });

  it('is not rung about papers on their way once they are lost', async () => {
    const { tell, calls } = await aPostDesk();
    await tell('out-for-delivery', toPhones(landline));
    expect(await tell('lost', toPhones(landline))).toEqual({ outcome: 'not-worth-telling' });
    expect(await calls()).toEqual([]);
  });

  it('is not told twice when a text went out before the number was corrected', async () => {
    const { tell, calls } = await aPostDesk();
    await tell('out-for-delivery');
    expect(await tell('out-for-delivery', toPhones(landline))).toMatchObject({ outcome: 'told-before' });
    expect(await calls()).toEqual([]);
  });

  it('is rung in the office’s own hours, and by nobody else', async () => {
    const { tell, calls, clock } = await aPostDesk();
    clock.set(at('22:00'));
    await tell('out-for-delivery', toPhones(landline));
    expect(await calls()).toEqual([]);
    clock.set(at('07:00', 2));
    expect(await calls()).toHaveLength(1);
    expect(await calls(tanHong)).toEqual([]);
  });

  it.each([
    ['the relative who handed it in, on a landline', toPhones('', landline), 'call-list', '02543852101'],
    [
      'the citizen’s mobile phone before the relative’s landline',
      toPhones('0912345678', landline),
      'sms',
      '+84912345678',
    ],
    ['the relative’s mobile phone before all', toPhones(landline, '0987654321'), 'sms', '+84987654321'],
  ])('or %s', async (_, phones, channel, to) => {
    const { tell, words } = await aPostDesk();
    await tell('out-for-delivery', phones);
    expect(await words()).toMatchObject([{ channel, to }]);
  });

  it('is called on a mobile phone too, where the form asks for calls alone, and left alone where it asks for letters', async () => {
    const { tell, report, calls } = await aPostDesk();
    await report({ status: 'in-progress', applicant: { phone: '0912 345 678', channels: ['call-list'] } });
    await tell('out-for-delivery');
    expect(await calls()).toMatchObject([{ dial: '0912345678' }]);
    const other = await aPostDesk();
    await other.report({ status: 'in-progress', applicant: { phone: '0912 345 678', channels: ['letter'] } });
    expect(await other.tell('out-for-delivery')).toEqual({ outcome: 'opted-out' });
  });

  it.each([
    ['no-phone', ''],
    ['phone-unreadable', '0912345678 / 0987654321'],
  ])('and %s is still the answer where nobody can be reached', async (outcome, phone) => {
    const { tell, words } = await aPostDesk();
    expect(await tell('out-for-delivery', toPhones(phone))).toEqual({ outcome });
    expect(await words()).toEqual([]);
  });
});

describe('a text about a journey', () => {
  it('counts in the day of its phone and its ward, once', async () => {
    const { tell, parts, rung } = await aPostDesk();
    expect(await tell('handed-over')).toMatchObject({ outcome: 'told', crossed: [] });
    expect(await parts()).toEqual([1, 1]);
    expect(await tell('handed-over')).toMatchObject({ outcome: 'told-before' });
    expect(await parts()).toEqual([1, 1]);
    expect(rung).toHaveLength(1);
  });

  it('counts together with the news of the dossier', async () => {
    const { tell, parts, report } = await aPostDesk();
    await report({ returnMethod: 'post' });
    expect(await parts()).toEqual([1, 1]);
    await tell('handed-over');
    expect(await parts()).toEqual([2, 2]);
  });

  it('is kept back and says so when the phone has had its parts of the day', async () => {
    const { tell, parts, words, rung } = await aPostDesk({
      limits: { messagesPerPhonePerDay: 1, messagesPerWardPerDay: 100 },
    });
    await tell('handed-over');
    expect(await tell('delivered')).toMatchObject({ outcome: 'held-back' });
    expect((await words()).map(({ state, reason }) => [state, reason])).toEqual([
      ['cancelled', 'overtaken'],
      ['queued', 'cap: phone-day'],
    ]);
    expect(await parts()).toEqual([1, 1]);
    expect(rung).toHaveLength(1);
  });

  it('leaves calls alone when the ward has had its parts of the day', async () => {
    const { tell, calls } = await aPostDesk({
      limits: { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 0 },
    });
    expect(await tell('handed-over')).toMatchObject({ outcome: 'held-back' });
    await tell('delivered', toPhones(landline));
    expect(await calls()).toHaveLength(1);
  });

  it('reports with the part that passes it that half of the ward’s day is gone', async () => {
    const { tell } = await aPostDesk({ limits: { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 2 } });
    expect(await tell('handed-over')).toMatchObject({ crossed: [{ cap: 'ward-day', percent: 50 }] });
  });

  it('counts on the day on which it may be sent', async () => {
    const { tell, clock, parts } = await aPostDesk({
      limits: { messagesPerPhonePerDay: 1, messagesPerWardPerDay: 100 },
    });
    await tell('handed-over');
    clock.set(at('22:00'));
    expect(await tell('delivered')).toMatchObject({ outcome: 'told' });
    expect(await parts()).toEqual([1, 1]); // of the new day
  });

  it('that waited for the morning is not sent when there is newer word', async () => {
    const { tell, clock, words } = await aPostDesk();
    clock.set(at('22:00'));
    await tell('out-for-delivery');
    clock.set(at('06:00', 2));
    await tell('delivered');
    expect((await words()).map(({ state }) => state)).toEqual(['cancelled', 'queued']);
  });

  it('is counted again when somebody else counted the same phone or ward meanwhile', async () => {
    const { tell, store, parts, report } = await aPostDesk();
    const unbeaten = { ...store.notifications };
    let beaten = false;
    store.notifications.owe = async (notification, card) => {
      if (!beaten) {
        beaten = true;
        await report({ returnMethod: 'post' });
      }
      return unbeaten.owe(notification, card);
    };
    expect(await tell('handed-over')).toMatchObject({ outcome: 'told' });
    const [phone, wards] = await parts();
    expect([phone, wards]).toEqual([2, 3]); // the ward's count errs on the safe side
  });
});

describe('a citizen who wants the papers elsewhere', () => {
  const asked = { at: at('13:00'), address: { ...recipient.address, line1: 'Số 14' } };
  const yes = { ...asked, answered: { at: at('13:30'), yes: true } };
  /** What notifying of a journey in this state comes to. */
  const aDesk = async () => {
    const desk = await aPostDesk();
    const notify = (difference: Partial<DispatchJob>) =>
      notifyOfJob({ ...desk.ports, word: noWord, events: desk.store.events })(
        anAcceptedJob({ state: 'in-transit', ...difference }),
      );
    return { ...desk, notify, purposes: async () => (await desk.words()).map(({ purpose }) => purpose) };
  };

  it('hears of it when the partner has said yes, and not before', async () => {
    const { notify, purposes } = await aDesk();
    await notify({ redirect: asked });
    await notify({ redirect: { ...asked, answered: { at: at('13:30'), yes: false, reason: 'too late' } } });
    expect(await purposes()).toEqual([]);
    await notify({ redirect: yes });
    await notify({ redirect: yes });
    expect(await purposes()).toEqual(['post-redirected']);
  });

  it('hears of each address, and of none once the papers have arrived or come back', async () => {
    const { notify, words } = await aDesk();
    await notify({ redirect: yes });
    await notify({ redirect: { ...yes, at: at('13:45') } });
    expect((await words()).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'queued']);
    await notify({ state: 'delivered', redirect: { ...yes, at: at('13:50') } });
    expect((await words()).filter(({ purpose }) => purpose === 'post-redirected')).toHaveLength(2);
  });
});
