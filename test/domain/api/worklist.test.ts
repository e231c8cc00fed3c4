import { describe, expect, it } from 'vitest';
import type { DecidedEvent } from '../../../shared/domain/dossier/event/decided-event.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { notificationStates } from '../../../shared/domain/notification/notification.ts';
import { inOrderOfUrgency, workOfDossier, workOfNotification } from '../../../shared/domain/api/worklist.ts';
import { anEvent, code, now } from '../../support/builders/dossiers.ts';

const aText = {
  channel: 'sms' as const,
  dossierCode: code,
  purpose: 'ready-counter',
  reason: 'because',
  dueAt: now,
};
const decided = (outcome: Partial<NonNullable<DecidedEvent['outcome']>>): DecidedEvent => ({
  ...anEvent(),
  outcome: { decidedAt: now, told: [], ...outcome },
});
const aDossier = { code, codeFits: true };

describe('the worklist of an office', () => {
  it('holds each text that ended without its citizen, and none that is under way or in hand', () => {
    const listed = notificationStates.filter((state) => workOfNotification({ ...aText, state }).length > 0);
    expect(listed).toEqual(['unknown', 'unconfirmed', 'undelivered', 'failed', 'suppressed']);
    expect(workOfNotification({ ...aText, state: 'failed' })).toEqual([
      { list: 'failed', dossierCode: code, because: 'ready-counter: because' },
    ]);
  });

  it('holds a call until it has been made', () => {
    const aCall = { ...aText, channel: 'call-list' as const };
    expect(workOfNotification({ ...aCall, state: 'queued' })).toMatchObject([{ list: 'call-list' }]);
    expect(workOfNotification({ ...aCall, state: 'delivered' })).toEqual([]);
  });

  it('holds who cannot be told, until they are', () => {
    const unreadable = decided({ silent: 'phone-unreadable', because: 'too_short' });
    expect(workOfDossier(aDossier, [unreadable])).toEqual([
      { list: 'unreachable', dossierCode: code, because: 'phone-unreadable: too_short' },
    ]);
    expect(workOfDossier(aDossier, [unreadable, decided({ silent: 'already-told' })])).toHaveLength(1);
    expect(workOfDossier(aDossier, [unreadable, decided({ told: ['n' as never] })])).toEqual([]);
  });

  it('holds what nobody has decided, and a code of no known form', () => {
    const odd = { code: 'X' as DossierCode, codeFits: false };
    expect(workOfDossier(odd, [anEvent()]).map(({ list }) => list)).toEqual(['dossier-code', 'undecided']);
  });

  it('holds what was wrong with a row until a later one brings the fact without trouble, once for each fact', () => {
    const warned = (field: string, sentence = 'x') => ({ ...decided({}), warnings: [{ field, sentence }] });
    const wrong = [warned('dueAt'), warned('NgayHenTra', 'y'), warned('applicant.phone')];
    expect(workOfDossier(aDossier, wrong)).toEqual([
      { list: 'warnings', dossierCode: code, because: 'NgayHenTra: y' },
      { list: 'warnings', dossierCode: code, because: 'applicant.phone: x' },
    ]);
    const mending = { ...decided({}), dueAt: now, applicant: { name: 'Lê Thị Lan' } };
    expect(workOfDossier(aDossier, [...wrong, mending])).toEqual([
      { list: 'warnings', dossierCode: code, because: 'applicant.phone: x' },
    ]);
    const whole = { ...mending, applicant: { phone: '0912345678' } };
    expect(workOfDossier(aDossier, [...wrong, mending, whole])).toEqual([]);
  });

  it('names each thing once, what hurts most first', () => {
    const failed = { list: 'failed' as const, dossierCode: code, because: 'x' };
    const row = { list: 'rows' as const, dossierCode: '', because: 'y' };
    expect(inOrderOfUrgency([row, failed, failed])).toEqual([failed, row]);
  });
});
