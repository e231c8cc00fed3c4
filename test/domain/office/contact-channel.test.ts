import { describe, expect, it } from 'vitest';
import { absorb } from '../../../shared/domain/dossier/absorb.ts';
import type { Consent } from '../../../shared/domain/office/consent.ts';
import { decide } from '../../../shared/domain/decision/decide.ts';
import { contactChannelOf } from '../../../shared/domain/office/contact-channel.ts';
import { anEvent, aWard, circumstances, now } from '../../support/builders/dossiers.ts';
import { anOwnTemplate } from '../../support/builders/sms-template.ts';

const mobile = '0912 345 678';
const landline = '0254 3852 101';
const chose = (choice: 'in' | 'out', channel?: Consent['channel']): Consent => ({
  purpose: 'status',
  choice,
  when: now,
  evidence: 'ký trên phiếu',
  ...(channel && { channel }),
});
const aText = { channel: 'sms', to: '+84912345678', zalo: false };
const aCall = (to: string) => ({ channel: 'call-list', to });
const silent = (why: string, because?: string) => ({ silent: why, ...(because && { because }) });

describe('a citizen is told', () => {
  it.each<[string, object, Consent[], object]>([
    ['by a text on a mobile phone', { phone: mobile }, [], aText],
    ['by a call on a landline', { phone: landline }, [], aCall('02543852101')],
    [
      'by a call, however its area code is written',
      { phone: '+84 (0)28 3829 1234' },
      [],
      aCall('02838291234'),
    ],
    ['by a call from abroad', { phone: '0084 254 3852 101' }, [], aCall('02543852101')],
    ['by a call without the zero', { phone: '254 3852 101' }, [], aCall('02543852101')],
    ['by a text where the form says sms', { phone: mobile, channels: ['sms'] }, [], aText],
    [
      'through Zalo where the form says so',
      { phone: mobile, channels: ['zalo', 'sms'] },
      [],
      { ...aText, zalo: true },
    ],
    [
      'through Zalo where they chose it with evidence',
      { phone: mobile },
      [chose('in', 'zalo')],
      { ...aText, zalo: true },
    ],
    [
      'never through Zalo against their word',
      { phone: mobile, channels: ['zalo'] },
      [chose('out', 'zalo')],
      aText,
    ],
    [
      'by a call on a mobile phone where they want nothing else',
      { phone: mobile, channels: ['call-list'] },
      [],
      aCall('0912345678'),
    ],
    [
      'by a call on a landline, whatever text they wished for',
      { phone: landline, channels: ['sms'] },
      [],
      aCall('02543852101'),
    ],
    [
      'nothing where they chose paper alone',
      { phone: mobile, channels: ['letter'] },
      [],
      silent('opted-out', 'chose letter'),
    ],
    ['by a text where nobody filled in that part of the form', { phone: mobile, channels: [] }, [], aText],
    [
      'nothing where they opted out of texts',
      { phone: mobile },
      [chose('out', 'sms')],
      silent('opted-out', 'refused'),
    ],
    [
      'nothing by phone where they opted out of calls',
      { phone: landline },
      [chose('out', 'call-list')],
      silent('opted-out', 'refused'),
    ],
    ['nothing without a phone', {}, [], silent('no-phone')],
    [
      'nothing on two numbers in one field',
      { phone: '0912345678 / 0987654321' },
      [],
      silent('phone-unreadable', 'multiple'),
    ],
  ])('%s', (_, applicant, consents, reach) => {
    expect(contactChannelOf(absorb(undefined, anEvent({ applicant })), consents)).toEqual(reach);
  });

  const handedInBy = (phone: string | undefined, own = mobile) =>
    contactChannelOf(
      absorb(
        undefined,
        anEvent({ applicant: { phone: own }, onBehalf: { name: 'Trần Văn Nam', ...(phone && { phone }) } }),
      ),
      [],
    );

  it.each<[string, string | undefined, string, object]>([
    ['of whoever handed it in first', '0987 654 321', mobile, { ...aText, to: '+84987654321' }],
    ['of whoever handed it in first, be it a landline', landline, mobile, aCall('02543852101')],
    ['theirs, where whoever handed it in gave none', undefined, mobile, aText],
    ['theirs, where whoever handed it in left the field empty', ' ', mobile, aText],
    ['theirs, where that of whoever handed it in is damaged', '9.87654E+08', mobile, aText],
    ['none, where both are damaged', '0987', '5656', silent('phone-unreadable', 'too_short')],
    ['none, where both are empty', ' ', '', silent('no-phone')],
  ])('at the phone %s', (_, phone, own, reach) => {
    expect(handedInBy(phone, own)).toEqual(reach);
  });

  it('of a reception by a text, and not by a call, unless the office chooses so', () => {
    const received = anEvent({ status: 'received', applicant: { phone: landline } });
    const by = (tells: object) =>
      decide(received, undefined, circumstances({ ward: aWard({ tells }) }), now).notifications.length;
    expect([by({}), by({ received: { 'call-list': true } }), by({ received: true })]).toEqual([0, 1, 1]);
  });

  it.each([
    ['not given the registered template, so that Zalo refuses and the SMS goes', [], {}, ['vnpt']],
    ['given it by those who chose Zalo', [chose('in', 'zalo')], {}, ['vnpt', 'zalo']],
    [
      'not given it for a status that the office does not tell there',
      [chose('in', 'zalo')],
      { completed: { zalo: false } },
      ['vnpt'],
    ],
  ] as const)('and Zalo is %s', (_, consents, chosen, gateways) => {
    const registered = {
      templateId: 't-1',
      params: ['office', 'code', 'returnPlace', 'hotline'],
      approved: true,
    };
    const own = anOwnTemplate({ provider: { zalo: registered, vnpt: registered } });
    const { notifications } = decide(
      anEvent(),
      undefined,
      circumstances({ ward: aWard({ tells: chosen }), templates: [own], consents: [...consents] }),
      now,
    );
    expect(Object.keys(notifications[0]?.provider ?? {}).toSorted()).toEqual(gateways);
  });
});
