import { inVietnamese } from '../../../../domain/api/errors-in-vietnamese.ts';
import { ChosenSettings } from '../../../../domain/office/choose-settings.ts';
import { daysShown } from '../../../../domain/office/counter/board-words.ts';
import type { SettingsStore, WardSettings } from '../../../../domain/office/ward-settings.ts';
import { dayOf } from '../../../../domain/values/day.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { errorsOf } from '../../../../domain/values/problem-error.ts';
import type { Answer, Route } from '../../http/http.ts';
import { besideOffer, boardFields, offeredIn } from '../forms/board-form.ts';
import { basisOf, type ChoicePorts, keepChoices } from '../forms/keep-choices.ts';
import type { Wrong } from '../forms/settings-form.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { noticeIn, type Word } from '../frame/notices.ts';
import { offersPage } from './offers-page.ts';

type Ports = DeskPorts & ChoicePorts & { settings: Pick<SettingsStore, 'of'> };

const spreadOf = ({ board }: WardSettings, now: Instant) =>
  board.inserts.map((one) => ({ title: one.title, days: daysShown(one, dayOf(now)) }));

const keep = async (ports: Ports, request: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const { at, officer } = request;
  const now = await ports.settings.of(officer.ward);
  const again = (said: Word, wrong: Wrong = {}): PageOutcome => ({
    said,
    again: pageAnswer(
      offersPage(at, {
        typed: typedIn(fields),
        wrong,
        form: ports.newId(),
        basis: basisOf(now),
        ward: officer.ward,
        spread: spreadOf(now, request.now),
        notice: noticeIn(said),
      }),
      { status: 422 },
    ),
  });
  const { chosen, wrong } = offeredIn(fields, now);
  const read = ChosenSettings.safeParse(chosen);
  const refused = { ...(read.success ? {} : besideOffer(errorsOf(read.error).map(inVietnamese))), ...wrong };
  if (!read.success || Object.keys(refused).length > 0) return again('not-readable', refused);
  if (fields['truoc'] !== basisOf(now)) return again('settings-changed');
  const kept = await keepChoices(ports, officer, { ...read.data, ward: officer.ward });
  return 'errors' in kept ? again('not-readable', besideOffer(kept.errors)) : kept;
};

/** Days on which an office helps or lets nobody wait, and what its board says. */
export const offersRoutes: Record<string, Route<Ports>> = {
  'GET /cai-dat/bang': reads(
    'read-settings',
    async (ports: Ports, { at, officer, notice, now: moment }): Promise<Answer> => {
      const now = await ports.settings.of(officer.ward);
      const typed = boardFields(now);
      const shown = {
        typed,
        form: ports.newId(),
        basis: basisOf(now),
        ward: officer.ward,
        spread: spreadOf(now, moment),
        notice,
      };
      return pageAnswer(offersPage(at, shown));
    },
  ),
  'POST /cai-dat/bang': acts('choose-settings', keep, () => '/cai-dat/bang'),
};
