import { expect, it } from 'vitest';
import { setUpSteps, stillToSay } from '../../../shared/domain/api/set-up.ts';
import { defaultOfficeHours } from '../../../shared/domain/calendar/office-sessions.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';
import { nameOfSchedule, noLetters, WardLetters } from '../../../shared/domain/letter/ward-letters.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import { vungTau } from '../../support/builders/dossiers.ts';
import { aWardsPost } from '../../support/builders/post.ts';

const settings = defaultSettings(vungTau);
const letters = WardLetters.parse({
  ward: vungTau,
  letterhead: {
    name: 'Ủy ban nhân dân phường Vũng Tàu',
    place: 'Vũng Tàu',
    desk: 'Trung tâm Phục vụ hành chính công',
    phone: '0254 000 0000',
    authority: ['Chủ tịch'],
    signer: 'Bùi Thị Liên',
  },
  scheduleConfirmed: { schedule: nameOfSchedule(currentSchedule), by: 'Trạm y tế', on: '2026-11-30' },
});
const said = {
  settings: {
    ...settings,
    office: 'UBND P. Vung Tau',
    hotline: '0254 000 0000',
    officeHours: { ...defaultOfficeHours, source: 'UBND phường' },
  },
  letters,
  post: aWardsPost(),
};

it('asks a new office for everything, and one that has said everything for nothing', () => {
  expect(stillToSay({ settings, letters: noLetters(vungTau), post: undefined })).toEqual([...setUpSteps]);
  expect(stillToSay(said)).toEqual([]);
});

it('asks anew for the confirmation of a schedule that has changed since', () => {
  const older = {
    schedule: 'another 2025',
    by: letters.scheduleConfirmed!.by,
    on: letters.scheduleConfirmed!.on,
  };
  expect(stillToSay({ ...said, letters: { ...letters, scheduleConfirmed: older } })).toEqual(['schedule']);
});
