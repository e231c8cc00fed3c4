/** What a letter tells, before it has words: the facts of one person event or of one late dossier. */
import * as z from 'zod';
import { Day } from '../values/day.ts';
import { InstantWithOffset } from '../values/instant.ts';
import { VaccinationPlace } from './vaccination/place.ts';
import { PlannedDose, VaccinationPlan } from './vaccination/plan.ts';
import { Letterhead } from './wording/agency.ts';
import { PostalGap } from './api/postal-lines.ts';
import { PrintedText } from './wording/printed-text.ts';

/** `official` is the public letter with number and signature (thư công), `card` the warm one (thiệp). */
export const Layout = z.enum(['official', 'card']);
export type Layout = z.infer<typeof Layout>;

const everyLetter = {
  id: z.string().min(1),
  agency: Letterhead,
  issuedOn: Day,
  /**
   * Number and symbol as the agency's own register writes them. Nghị định 30/2020/NĐ-CP names the public letter (thư công)
   * and gives it no abbreviation, so none is made up here. Cards have none.
   */
  number: PrintedText.optional(),
  /** After `Kính gửi`, with the honorific that the clerk chose: `Ông Trần Văn Minh và bà Nguyễn Thị Hằng`. */
  recipient: PrintedText,
  /** Only for an official letter that goes by post: the lines behind the envelope's window. A card has none. */
  address: z.array(PrintedText).max(40).default([]),
  /** What the address lacks for a postman, if anything; a person looks at such a letter before it goes. */
  addressGaps: z.array(PostalGap).min(1).optional(),
  /** Pages of advice to add, by the id of the insert. */
  inserts: z.array(z.string()).default([]),
};

const Birth = z.strictObject({
  kind: z.literal('birth'),
  layout: Layout,
  ...everyLetter,
  /** A child without a name yet is called by its mother: `con của bà Lê Thị Hoa`. */
  child: z.strictObject({ name: PrintedText, bornOn: Day }),
  plan: VaccinationPlan.optional(),
  places: z.array(VaccinationPlace).default([]),
  /** The place whose dates the plan has, by its id; without it the first. */
  place: z.string().optional(),
  /** Doses that an earlier version of the plan gave a day and this one does not: phones are told that they are off. */
  dropped: z.array(PlannedDose).default([]),
  healthStationPhone: PrintedText.optional(),
  /** The unguessable address of the calendar file, printed as a QR code. */
  calendarUrl: z.url().max(200).optional(),
});

const Marriage = z.strictObject({
  kind: z.literal('marriage'),
  layout: Layout,
  ...everyLetter,
  spouses: z.tuple([PrintedText, PrintedText]),
  marriedOn: Day,
  /** How the letter speaks to the two: right at every age until somebody writes `anh chị`, or `ông bà` to a couple of seventy. */
  pronoun: PrintedText.default('hai vợ chồng'),
});

/** No field for a cause of death or a religion: what has no place in the letter has no place in the data. */
const Condolence = z.strictObject({
  kind: z.literal('condolence'),
  layout: Layout,
  ...everyLetter,
  /** With the honorific: `cụ ông Trần Văn Minh`. */
  deceased: PrintedText,
  diedOn: Day,
});

/** Mẫu 04, Thông tư 03/2025/TT-VPCP: Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết. */
const Apology = z.strictObject({
  kind: z.literal('apology'),
  layout: z.literal('official'),
  ...everyLetter,
  dossierCode: PrintedText,
  procedure: PrintedText,
  receivedOn: Day,
  oldDueAt: InstantWithOffset,
  newDueAt: InstantWithOffset,
  /** The unit that is late, and why, in words fit for the citizen. */
  unit: PrintedText,
  reason: PrintedText,
  returnPlace: PrintedText,
  /** Where its citizen sees how it stands, printed as a QR code, and the receipt code to type instead. */
  lookup: z.strictObject({ url: z.url().max(300), receipt: PrintedText }).optional(),
});

/** Handed over beside a condolence, never inside it. */
const FuneralSupport = z.strictObject({
  kind: z.literal('funeral-support'),
  layout: z.literal('official'),
  ...everyLetter,
});

export const LetterContent = z.discriminatedUnion('kind', [
  Birth,
  Marriage,
  Condolence,
  Apology,
  FuneralSupport,
]);
export type LetterContent = z.infer<typeof LetterContent>;
export type LetterKind = LetterContent['kind'];
export type BirthContent = Extract<LetterContent, { kind: 'birth' }>;
