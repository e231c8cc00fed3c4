import { vaccinationPlaceOf } from '../../domain/letter/compose.ts';
import { calendarFile, endedCalendar } from '../../domain/letter/vaccination/calendar-file.ts';
import type { Letters } from '../../domain/letter/letters.ts';

/**
 * The calendar of the family that was given this word. One that has ended takes its events out of the family's phones;
 * it says the same whether a child has died, the family declined or the letter was corrected, so that nobody learns by
 * asking. Only a word that nobody was given finds nothing.
 */
export const readCalendar =
  ({ letters }: { letters: Pick<Letters, 'withCalendar'> }) =>
  async (token: string): Promise<string | undefined> => {
    const letter = await letters.withCalendar(token);
    if (letter?.content.kind !== 'birth' || !letter.content.plan) return undefined;
    const { plan, dropped } = letter.content;
    const common = { plan, letterId: letter.id, dropped };
    if (letter.calendarClosed || letter.state === 'withdrawn')
      return endedCalendar({ ...common, madeAt: letter.since, sequence: letter.version });
    const place = vaccinationPlaceOf(letter.content);
    const madeAt = letter.revisedAt ?? letter.createdAt;
    return calendarFile({ ...common, madeAt, sequence: letter.version - 1, place });
  };
