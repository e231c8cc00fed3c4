/**
 * What the board at the counter says beside codes and hours: pages of guidance, and what the office spreads together with
 * others (tuyên truyền), each for a while.
 */
import * as z from 'zod';
import { Day, daysBetween } from '../../values/day.ts';
import { publicWords } from './public-words.ts';

const Slide = z.strictObject({ title: publicWords(40), lines: z.array(publicWords(48)).min(1).max(5) });
export type Slide = z.infer<typeof Slide>;

const Announcement = z
  .strictObject({
    title: publicWords(40),
    words: publicWords(200),
    /** Who sends it together with the office: `Mặt trận Tổ quốc phường`. */
    together: publicWords(60).optional(),
    from: Day,
    to: Day,
  })
  .refine(({ from, to }) => from <= to, 'it must begin before it ends');
export type Announcement = z.infer<typeof Announcement>;

export const BoardWords = z.strictObject({
  slides: z.array(Slide).max(12).default([]),
  inserts: z.array(Announcement).max(12).default([]),
});
export type BoardWords = z.infer<typeof BoardWords>;

/** What is shown while an office has written nothing of its own. */
const ourSlides: readonly Slide[] = [
  {
    title: 'Nhận kết quả cần gì?',
    lines: ['1. Giấy hẹn, hoặc mã hồ sơ', '2. Căn cước', '3. Nhận thay: giấy ủy quyền'],
  },
  {
    title: 'Tự xem hồ sơ',
    lines: ['Quét ô vuông đen trắng trên giấy hẹn', 'hoặc gõ hai mã trên giấy hẹn', 'ở trang Tra cứu hồ sơ'],
  },
];

export const slidesOf = ({ slides }: BoardWords): readonly Slide[] =>
  slides.length > 0 ? slides : ourSlides;

export const insertsOn = ({ inserts }: BoardWords, day: Day): Announcement[] =>
  inserts.filter(({ from, to }) => from <= day && day <= to);

/** On how many days it has been on the board by the end of this one. */
export const daysShown = ({ from, to }: Announcement, today: Day): number =>
  today < from ? 0 : daysBetween(from, today < to ? today : to) + 1;
