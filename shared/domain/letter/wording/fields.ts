/** The facts of a letter as the words that its wording names in braces. */
import { dayOf, formatDay, timeOf } from '../../values/day.ts';
import type { Instant } from '../../values/instant.ts';
import type { LetterContent } from '../content.ts';
import type { WordingFields } from './wording.ts';

/** `17 giờ 00, ngày 09/03/2026`. */
const moment = (instant: Instant): string => {
  const [hour, minute] = timeOf(instant).split(':');
  return `${Number(hour)} giờ ${minute}, ngày ${formatDay(dayOf(instant))}`;
};

const ownFields = (content: LetterContent): WordingFields => {
  if (content.kind === 'birth') {
    const { child, healthStationPhone } = content;
    const phone = healthStationPhone ? { healthStationPhone } : {};
    return { childName: child.name, bornOn: formatDay(child.bornOn), ...phone };
  }
  if (content.kind === 'marriage') {
    const [firstSpouse, secondSpouse] = content.spouses;
    return { firstSpouse, secondSpouse, marriedOn: formatDay(content.marriedOn), pronoun: content.pronoun };
  }
  if (content.kind === 'condolence') {
    return { deceased: content.deceased, diedOn: formatDay(content.diedOn) };
  }
  if (content.kind === 'apology') {
    const { dossierCode, procedure, unit, reason, returnPlace, receivedOn } = content;
    const dues = { oldDueAt: moment(content.oldDueAt), newDueAt: moment(content.newDueAt) };
    return { dossierCode, procedure, unit, reason, returnPlace, receivedOn: formatDay(receivedOn), ...dues };
  }
  return {};
};

export const fieldsOf = (content: LetterContent): WordingFields => ({
  agency: content.agency.name,
  desk: content.agency.desk,
  phone: content.agency.phone,
  recipient: content.recipient,
  ...ownFields(content),
});
