/** Facts and wording become a sheet: the one place where a letter gets its words. */
import { datesInWords, farNote, placeInWords, whenInWords } from './vaccination/session-words.ts';
import { firstYear } from './vaccination/first-year.ts';
import { plannedOn } from './vaccination/plan.ts';
import type { Day } from '../values/day.ts';
import { cardHead, leafletHead, officialHead, placeAndDate, signatureOf } from './wording/agency.ts';
import type { BirthContent, LetterContent } from './content.ts';
import type { VaccinationPlace } from './vaccination/place.ts';
import { fieldsOf } from './wording/fields.ts';
import type { Sheet } from './sheet.ts';
import { draftInserts, draftWordings, fill, type WordingFields } from './wording/wording.ts';

const filled = (texts: readonly string[], fields: WordingFields): string[] =>
  texts.map((text) => fill(text, fields)).filter((text) => text !== undefined);

const headOf = ({ kind, layout, agency, issuedOn, number }: LetterContent): Sheet['head'] => {
  if (kind === 'funeral-support') return leafletHead(agency);
  return layout === 'card' ? cardHead(agency, issuedOn) : officialHead(agency, issuedOn, number);
};

/** The letter lists the national programme's vaccines and those the ward has switched on because they are supplied. */
const free =
  'Các vắc xin trong lịch này thuộc Chương trình Tiêm chủng mở rộng, gia đình không phải trả tiền.';

/** The place whose dates the plan has. */
export const vaccinationPlaceOf = ({
  places,
  place,
}: Pick<BirthContent, 'places' | 'place'>): VaccinationPlace | undefined =>
  places.find(({ id }) => id === place) ?? places[0];

const placesInOrder = (content: BirthContent): VaccinationPlace[] => {
  const own = vaccinationPlaceOf(content);
  return own ? [own, ...content.places.filter(({ id }) => id !== own.id)] : [];
};

/** The page for the fridge goes by the same plan, in the words of a mother. */
const firstYearOn = (content: LetterContent): Sheet['firstYear'] => {
  if (content.kind !== 'birth' || !content.plan) return undefined;
  const { plan, child, healthStationPhone } = content;
  return firstYear({ plan, child, places: placesInOrder(content), free, phone: healthStationPhone });
};

const planOn = (content: LetterContent): Sheet['plan'] => {
  if (content.kind !== 'birth' || !content.plan) return undefined;
  const { plan, calendarUrl } = content;
  const places = placesInOrder(content);
  const own = places[0];
  const far = farNote(plan);
  const inOrder = plan.doses.toSorted((a, b) => plannedOn(a).localeCompare(plannedOn(b)));
  return {
    heading: plan.heading,
    columns: ['Ngày đưa bé đi tiêm', 'Tuổi của bé', 'Vắc xin', 'Lần'],
    rows: inOrder.map((dose) => [whenInWords(dose, plan), dose.when, dose.vaccine, String(dose.dose)]),
    disclaimers: [
      free,
      ...(own ? [datesInWords('trên', own, places.length > 1)] : []),
      ...(far ? [far] : []),
      ...plan.disclaimers,
    ],
    ...(places.length > 0 && { placesHeading: 'Nơi tiêm' }),
    places: places.map(placeInWords),
    ...(calendarUrl && {
      link: {
        url: calendarUrl,
        caption: 'Quét mã này bằng điện thoại để ghi lịch tiêm vào lịch của gia đình.',
        alt: 'Mã QR mở lịch tiêm chủng của bé',
      },
    }),
  };
};

/**
 * The sheet of a letter. The drafts that ship are used where the ward has no wording of its own; whether a wording may
 * go out is decided before, not here. A sentence that names a fact this letter lacks is left out whole.
 */
export const compose = (
  content: LetterContent,
  { wordings } = draftWordings,
  library = draftInserts,
): Sheet => {
  const wording = wordings[content.kind];
  const fields = fieldsOf(content);
  const [heading = wording.heading] = filled([wording.heading], fields);
  const subheading = wording.subheading && fill(wording.subheading, fields);
  const addressee = wording.addressee && fill(wording.addressee, fields);
  const closing = wording.closing && fill(wording.closing, fields);
  const help = wording.help && fill(wording.help, fields);
  const chosen = library.inserts.filter(({ id }) => content.inserts.includes(id));
  const items = chosen.flatMap(({ title, text }) =>
    filled([text], fields).map((words) => ({ title, text: words })),
  );
  const plan = planOn(content);
  const year = firstYearOn(content);
  const signed = content.kind !== 'funeral-support';
  const official = content.layout === 'official' && signed;
  return {
    id: content.id,
    kind: content.kind,
    layout: content.layout,
    standard: content.kind === 'apology' ? 'a-2a' : 'ua-1',
    title: [heading, content.recipient].join(' - '),
    issuedOn: content.issuedOn,
    head: headOf(content),
    address: official ? content.address : [],
    heading: official ? heading.toLocaleUpperCase('vi') : heading,
    ...(subheading && { subheading }),
    ...(addressee && { addressee }),
    paragraphs: filled(wording.paragraphs, fields),
    facts: Object.entries(wording.facts).flatMap(([label, text]) =>
      filled([text], fields).map((value) => ({ label, value })),
    ),
    afterFacts: filled(wording.afterFacts, fields),
    ...(content.kind === 'apology' && content.lookup && { lookup: lookupOn(content.lookup) }),
    ...(help && { help }),
    ...(closing && { closing }),
    ...(signed && { signature: signatureOf(content.agency) }),
    copies: official && content.agency.copies.length > 0 ? ['Nơi nhận:', ...content.agency.copies] : [],
    ...(plan && { plan }),
    ...(year && { firstYear: year }),
    ...(items.length > 0 && { inserts: { heading: wording.insertsHeading, items } }),
  };
};

const lookupOn = ({ url, receipt }: { url: string; receipt: string }): NonNullable<Sheet['lookup']> => ({
  url,
  caption: `Xem hồ sơ đã đi đến đâu: quét ô vuông này, hoặc mở trang Tra cứu hồ sơ và gõ mã hồ sơ cùng mã trên giấy hẹn ${receipt}.`,
  alt: 'Mã QR mở trang tra cứu hồ sơ',
});

/** The same letter with the day on which it is signed (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4); a leaflet has none. */
export const signedSheet = (sheet: Sheet, place: string, on: Day): Sheet => ({
  ...sheet,
  issuedOn: on,
  head: { ...sheet.head, ...(sheet.head.placeAndDate && { placeAndDate: placeAndDate(place, on) }) },
});
