import { calendarFile } from '../../domain/letter/vaccination/calendar-file.ts';
import type { Letters } from '../../domain/letter/letters.ts';

/**
 * The calendar of the family that was given this word. A word that nobody was given and a calendar that is closed are
 * one answer: nobody learns by asking that a child has died.
 */
export const readCalendar =
  ({ letters }: { letters: Pick<Letters, 'withCalendar'> }) =>
  async (token: string): Promise<string | undefined> => {
    const letter = await letters.withCalendar(token);
    if (letter === undefined || letter.calendarClosed || letter.state === 'withdrawn') return undefined;
    if (letter.content.kind !== 'birth' || !letter.content.plan) return undefined;
    const { plan, places } = letter.content;
    return calendarFile({ plan, letterId: letter.id, madeAt: letter.createdAt, place: places[0] });
  };
