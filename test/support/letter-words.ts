/** The words of a sheet in the order in which its page is read: the expectation, written without the templates. */
import type { Sheet } from '../../shared/domain/letter/sheet.ts';

/** Places and the code for the calendar stand side by side, so a reader who copies a page may meet either first. */
type Beside = 'places-first' | 'code-first';

const planTexts = (plan: NonNullable<Sheet['plan']>, beside: Beside): string[] => [
  plan.heading,
  ...plan.columns,
  ...plan.rows.flat(),
  ...plan.disclaimers,
  ...(plan.link && beside === 'code-first' ? [plan.link.caption] : []),
  ...(plan.placesHeading ? [plan.placesHeading] : []),
  ...plan.places.flatMap(({ title, text }) => [title, text]),
  ...(plan.link && beside === 'places-first' ? [plan.link.caption] : []),
];

const yearTexts = (year: NonNullable<Sheet['firstYear']>): string[] => [
  year.heading,
  year.who,
  ...year.lead,
  ...(year.place ? [year.place.title, year.place.text] : []),
  ...year.columns,
  ...year.visits.flatMap(({ when, hours, age, doses }) => [when, hours ?? '', age, ...doses]),
  ...year.notes,
];

const enclosed = ({ plan, inserts, firstYear }: Sheet, beside: Beside): string[] => [
  ...(plan ? planTexts(plan, beside) : []),
  ...(inserts ? [inserts.heading, ...inserts.items.flatMap(({ title, text }) => [title, text])] : []),
  ...(firstYear ? yearTexts(firstYear) : []),
];

const inOrder = (sheet: Sheet, beside: Beside): (string | undefined)[] => {
  const { head, signature } = sheet;
  const greeting = [sheet.heading, sheet.subheading, sheet.addressee, ...sheet.paragraphs];
  const signed = [...(signature?.authority ?? []), signature?.name];
  if (sheet.kind === 'funeral-support') {
    return [head.agency, ...greeting, ...enclosed(sheet, beside), sheet.closing];
  }
  if (sheet.layout === 'card') {
    return [
      head.agency,
      ...greeting,
      sheet.closing,
      head.placeAndDate,
      ...signed,
      sheet.help,
      ...enclosed(sheet, beside),
    ];
  }
  return [
    head.parent,
    head.agency,
    head.nation,
    head.motto,
    head.number,
    head.placeAndDate,
    ...sheet.address,
    ...greeting,
    ...sheet.facts.flatMap(({ label, value }) => [label, value]),
    ...sheet.afterFacts,
    sheet.help,
    sheet.closing,
    ...sheet.copies,
    ...signed,
    ...enclosed(sheet, beside),
  ];
};

/** Words as a reader tells them apart: parted by white space, a lone dash before an item is not one. */
export const wordsIn = (text: string): string[] =>
  text.split(/\s+/).filter((word) => word !== '' && word !== '–');

export const wordsOf = (sheet: Sheet, beside: Beside = 'places-first'): string[] =>
  wordsIn(
    inOrder(sheet, beside)
      .filter((text) => text !== undefined)
      .join(' '),
  );
