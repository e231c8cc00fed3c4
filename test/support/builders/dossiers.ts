import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import { type AcceptedEvent, StatusEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import type * as z from 'zod';
import type { DecisionContext } from '../../../shared/domain/decision/decision-context.ts';
import { WardSettings } from '../../../shared/domain/office/ward-settings.ts';

export const vungTau = '26506' as Ward;
export const tanHong = '29926' as Ward;
export const code = 'H29.26-260302-0001' as DossierCode;

/** 09:30 in Viet Nam on Monday 2 March 2026, a quarter of an hour after the builders' events. */
export const now = '2026-03-02T02:30:00.000Z' as Instant;

/** The body of one event as a ward system would send it. */
export const anEventBody = (differs: Record<string, unknown> = {}): Record<string, unknown> => ({
  eventId: 'e-1',
  dossierCode: code,
  procedureCode: '2.000815',
  status: 'completed',
  occurredAt: '2026-03-02T09:15:00+07:00',
  applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678' },
  ...differs,
});

export const anEvent = (differs: Record<string, unknown> = {}, ward: Ward = vungTau): AcceptedEvent => ({
  ...StatusEvent.parse(anEventBody(differs)),
  ward,
  acceptedAt: '2026-03-02T02:15:01.000Z' as Instant,
});

export const aWard = (differs: Partial<z.input<typeof WardSettings>> = {}): WardSettings =>
  WardSettings.parse({
    ward: vungTau,
    office: 'P. Vung Tau',
    hotline: '0254 3852 101',
    returnPlace: 'Bo phan Mot cua',
    ...differs,
  });

/** A ward office on a day on which nothing has been sent yet. */
const usualWard = aWard();

export const circumstances = (differs: Partial<DecisionContext> = {}): DecisionContext => ({
  ward: usualWard,
  spent: {},
  templates: [],
  consents: [],
  ...differs,
});
