/** The words of a sheet in the order in which its page is read: the expectation, written without the templates. */
import type { Sheet } from '../../shared/domain/letter/sheet.ts';

const planTexts = (plan: NonNullable<Sheet['plan']>): string[] => [
  plan.heading,
  ...plan.columns,
  ...plan.rows.flat(),
  ...plan.disclaimers,
  ...(plan.placesHeading ? [plan.placesHeading] : []),
  ...plan.places.flatMap(({ title, text }) => [title, text]),
  ...(plan.link ? [plan.link.caption] : []),
];

const enclosed = ({ plan, inserts }: Sheet): string[] => [
  ...(plan ? planTexts(plan) : []),
  ...(inserts ? [inserts.heading, ...inserts.items.flatMap(({ title, text }) => [title, text])] : []),
];

const inOrder = (sheet: Sheet): (string | undefined)[] => {
  const { head, signature } = sheet;
  const greeting = [sheet.heading, sheet.subheading, sheet.addressee, ...sheet.paragraphs];
  const signed = [...(signature?.authority ?? []), signature?.name];
  if (sheet.kind === 'funeral-support') {
    return [head.agency, ...greeting, ...enclosed(sheet), sheet.closing];
  }
  if (sheet.layout === 'card') {
    return [
      head.agency,
      ...greeting,
      sheet.closing,
      head.placeAndDate,
      ...signed,
      sheet.help,
      ...enclosed(sheet),
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
    ...enclosed(sheet),
  ];
};

/** Words as a reader tells them apart: parted by white space, a lone dash before an item is not one. */
export const wordsIn = (text: string): string[] =>
  text.split(/\s+/).filter((word) => word !== '' && word !== '–');

export const wordsOf = (sheet: Sheet): string[] =>
  wordsIn(
    inOrder(sheet)
      .filter((text) => text !== undefined)
      .join(' '),
  );
