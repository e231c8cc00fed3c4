import { describe, expect, it } from 'vitest';
import { judge } from '../../../../shared/domain/dossier/event/judge-event.ts';
import { fitsTheRule, type DossierCode } from '../../../../shared/domain/dossier/dossier-code.ts';
import { StatusEvent } from '../../../../shared/domain/dossier/event/status-event.ts';
import { readInboundSms } from '../../../../shared/domain/inbound/read-wish.ts';
import { JobRequest } from '../../../../shared/domain/post/partner/ward-requests.ts';
import { anEventBody, now } from '../../../support/builders/dossiers.ts';

const read = (differs: Record<string, unknown>) => StatusEvent.safeParse(anEventBody(differs));
const wrong = (differs: Record<string, unknown>) => {
  const judged = judge(anEventBody(differs), now);
  return judged.ok ? [] : judged.errors.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('a status event', () => {
  it('names its status by our word or by the portal’s number', () => {
    expect(read({ status: 9 }).data?.status).toBe('completed');
    expect(read({ status: 'completed' }).data?.status).toBe('completed');
    expect(read({ status: 11 }).success).toBe(false);
    expect(read({ status: 'done' }).success).toBe(false);
  });

  it.each(['Completed', 'COMPLETED', ' completed ', '9', '09'])('is completed as %j too', (status) => {
    expect(judge(anEventBody({ status }), now)).toMatchObject({ event: { status: 'completed' } });
  });

  it('may name its status as programs print constants', () => {
    const judged = judge(anEventBody({ status: 'SUPPLEMENT_REQUESTED' }), now);
    expect(judged).toMatchObject({ event: { status: 'supplement-requested' } });
  });

  it('says the same with null as without the field', () => {
    expect(read({ dueAt: null, fee: null }).data).toEqual(read({}).data);
  });

  it('says the same in composed and decomposed letters', () => {
    const composed = { applicant: { name: 'Nguyễn Thị Hằng'.normalize('NFC') } };
    const decomposed = { applicant: { name: 'Nguyễn Thị Hằng'.normalize('NFD') } };
    expect(read(decomposed).data).toEqual(read(composed).data);
  });

  it.each([
    ['a field nobody knows', { statuss: 'completed' }, '/statuss unknown-field'],
    ['a time without offset', { occurredAt: '2026-03-02T09:15:00' }, '/occurredAt invalid-format'],
    ['a day that does not exist', { occurredAt: '2026-02-30T09:15:00+07:00' }, '/occurredAt invalid-format'],
    ['a time an hour ahead', { occurredAt: '2026-03-02T10:30:00+07:00' }, '/occurredAt in-the-future'],
    ['a time that means "none"', { occurredAt: '1900-01-01T00:00:00+07:00' }, '/occurredAt implausible'],
    ['an empty dossier code', { dossierCode: ' ' }, '/dossierCode invalid-format'],
    ['two faults at once', { status: 0, occurredAt: 'now' }, '/occurredAt invalid-format'],
  ])('is refused for %s, and told where', (_, differs, problem) => {
    expect(wrong(differs)).toContain(problem);
  });

  it('may come from a clock that is a quarter of an hour ahead, and no more', () => {
    expect(wrong({ occurredAt: '2026-03-02T09:45:00+07:00' })).toEqual([]);
    expect(wrong({ occurredAt: '2026-03-02T09:45:01+07:00' })).toEqual(['/occurredAt in-the-future']);
  });

  it('is answered by its id even when it is refused', () => {
    expect(judge(anEventBody({ status: 'done' }), now)).toMatchObject({ ok: false, eventId: 'e-1' });
    expect(judge('not even an object', now)).toMatchObject({ ok: false });
  });
});

describe('a dossier code', () => {
  it.each([
    ['H29.26-260302-0001', true],
    ['H03.15-190515-0001', true],
    ['000.00.15.H03-190515-0001', true],
    ['G09.20-20260609-0092637', true],
    ['H29.26-260302-001', false],
    ['HS 1', false],
    ['2026/15', false],
  ])('%s fits the rule: %s', (code, fits) => {
    expect(fitsTheRule(code as DossierCode)).toBe(fits);
  });

  it.each([
    ['an en dash', 'H29.26–260302–0001'],
    ['an em dash and a small letter', 'h29.26—260302—0001'],
    ['hyphens that do not break', 'H29.26\u2011260302\u20110001'],
    ['minus signs', 'H29.26\u2212260302\u22120001'],
    ['full width', 'Ｈ２９．２６－２６０３０２－０００１'],
    ['the apostrophe of a spreadsheet', "'H29.26-260302-0001"],
    ['curly quotes', '“H29.26-260302-0001”'],
    ['spaces around its parts', 'H29.26 - 260302 - 0001\u00a0'],
    ['figure dashes', 'H29.26\u2012260302\u20120001'],
    ['letters that nobody sees', '\ufeffH29.26-260302\u200b-00\u00ad01\u202c'],
    ['a full stop behind it', 'H29.26-260302-0001.'],
  ])('is one code with %s', (_, written) => {
    expect(read({ dossierCode: written }).data?.dossierCode).toBe('H29.26-260302-0001');
    expect(readInboundSms(`HS ${written}`)).toEqual({ asks: 'status', code: 'H29.26-260302-0001' });
    expect(JobRequest.shape.dossierCode.parse(written)).toBe('H29.26-260302-0001');
  });

  it.each(['H29.26─260302─0001', '="H29.26-260302-0001"', '′H29.26-260302-0001', '«H29.26-260302-0001»;'])(
    'is one code as a spreadsheet writes it: %s',
    (written) => {
      expect(read({ dossierCode: written }).data?.dossierCode).toBe('H29.26-260302-0001');
    },
  );

  it.each([
    'H29.26-260302 0001',
    'H29.26 260302 0001',
    'H29.26_260302_0001',
    'H29,26-260302-0001',
    'H29. 26-260302-0001',
    'H29.26/260302/0001',
    '#H29.26-260302-0001',
    'Mã hồ sơ: H29.26-260302-0001',
    'HS H29.26-260302-0001',
    'số hồ sơ H29.26 – 260302 – 0001',
    'H29.26-26O3O2-OOOl',
  ])('is one code as people type it: %s', (written) => {
    expect(read({ dossierCode: written }).data?.dossierCode).toBe('H29.26-260302-0001');
  });

  it.each(['000.00.15.H03-190515-0001', '000,00,15,H03 190515 0001', 'ooo.oo.15.HO3-190515-ooo1'])(
    'of the old form is one code too: %s',
    (written) => {
      expect(read({ dossierCode: written }).data?.dossierCode).toBe('000.00.15.H03-190515-0001');
    },
  );

  it('of an office’s own stays as the office writes it', () => {
    for (const own of ['BN-12/2026', 'SO_12', 'HS-2026-15', 'LO.12', 'H29.26-2612-0001'])
      expect(read({ dossierCode: own }).data?.dossierCode).toBe(own);
  });

  it.each([
    ['a Cyrillic letter that looks Latin', 'Н29.26-260302-0001'],
    ['a Greek one', 'Η29.26-260302-0001'],
    ['an ideographic full stop', 'H29。26-260302-0001'],
    ['a mark that turns its letters round', 'H29.26-260302\u202e-0001'],
    ['a picture', 'H29.26-😀'],
    ['a link in it', 'WWW.DVC.VN/1'],
    ['a link without its protocol', 'bit.ly/x'],
    ['the address of a machine', '103.21.244.1/LOGIN'],
    ['a phone number in it', 'GOI-0988777666-NGAY'],
    ['a phone number with dots', '0988.777.666'],
    ['a landline', '02838221234'],
    ['a number of services', '1900.1234'],
    ['an account', 'STK 0123456789'],
  ])('is refused with %s', (_, written) => {
    expect(wrong({ dossierCode: written })).toEqual(['/dossierCode invalid-format']);
  });

  it.each(['NULL', 'null', '(null)', 'undefined', 'N/A', '#N/A', 'Không có', '---', '0', '0000'])(
    'is refused where a system writes %s for none, since all such dossiers would be one',
    (written) => {
      expect(wrong({ dossierCode: written })).toEqual(['/dossierCode custom']);
    },
  );

  it('is kept in capitals and without spaces around it, whatever form it has', () => {
    expect(read({ dossierCode: ' h29.26-260302-0001 ' }).data?.dossierCode).toBe('H29.26-260302-0001');
    expect(read({ dossierCode: '2026/15' }).success).toBe(true);
  });
});
