/** The head and the foot of a letter: which agency writes, and who signs for it (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
import * as z from 'zod';
import { type Day } from '../../values/day.ts';
import { PrintedText } from './printed-text.ts';

export const Letterhead = z.strictObject({
  /** The agency above it: `Ủy ban nhân dân Thành phố Hồ Chí Minh`. */
  parent: PrintedText.optional(),
  /** `Ủy ban nhân dân phường Vũng Tàu`. */
  name: PrintedText,
  /** The place name before the date: `Vũng Tàu`. */
  place: PrintedText,
  /** Where citizens come: `Trung tâm Phục vụ hành chính công phường Vũng Tàu`. */
  desk: PrintedText,
  phone: PrintedText,
  /** The capacity in which the letter is signed, a line each: `TM. Ủy ban nhân dân`, `Chủ tịch`. */
  authority: z.array(PrintedText).min(1).max(4),
  signer: PrintedText,
  /** The short name in `Lưu: VT`, as the agency's register has it. */
  copies: z.array(PrintedText).default([]),
});
export type Letterhead = z.infer<typeof Letterhead>;

const capitals = (text: string): string => text.toLocaleUpperCase('vi');
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `Vũng Tàu, ngày 02 tháng 01 năm 2026`: days below ten and the months 1 and 2 take a zero (Phụ lục I, mục II.4). */
export const placeAndDate = (place: string, day: Day): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${place}, ngày ${twoDigits(date)} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
};

/** What stands above an official letter; the national name and the motto are fixed by Phụ lục I, mục II.1. */
export const officialHead = (agency: Letterhead, issuedOn: Day, number: string | undefined) => ({
  ...(agency.parent && { parent: capitals(agency.parent) }),
  agency: capitals(agency.name),
  ...(number && { number: `Số: ${number}` }),
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  placeAndDate: placeAndDate(agency.place, issuedOn),
});

export const cardHead = (agency: Letterhead, issuedOn: Day) => ({
  agency: capitals(agency.name),
  placeAndDate: placeAndDate(agency.place, issuedOn),
});

export const leafletHead = (agency: Letterhead) => ({ agency: capitals(agency.name) });

export const signatureOf = (agency: Letterhead) => ({
  authority: agency.authority.map(capitals),
  name: agency.signer,
});
