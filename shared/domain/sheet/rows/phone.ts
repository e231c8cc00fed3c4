/** The phone that a row names. */
import { readLandline, readPhone } from '../../phone/read-phone.ts';
import { digitsIn, phonesAmong } from '../cells/numbers.ts';
import type { OpenRow } from './open-row.ts';

/** The one number in a cell of address and phone; of two nobody knows whose they are. */
const phoneBesideAddress = ({ text, wrong }: OpenRow): string | undefined => {
  const numbers = phonesAmong(text('contact') ?? '');
  if (numbers.length > 1) wrong('contact', 'phone-two');
  return numbers.length > 0 ? numbers.join(' / ') : undefined;
};

/** As it was typed, so that whoever decides says why nobody can be texted; what Excel has rounded is nobody's. */
export const phoneIn = (row: OpenRow): string | undefined => {
  const { said, wrong } = row;
  const cell = said('phone');
  if (cell === undefined) return phoneBesideAddress(row);
  const digits = digitsIn(cell);
  if (digits === 'rounded') return wrong('phone', 'phone-rounded');
  const reading = readPhone(digits.text);
  if (!reading.ok && readLandline(digits.text) === undefined)
    wrong('phone', reading.reason === 'multiple' ? 'phone-two' : 'phone-unreadable');
  return digits.text;
};
