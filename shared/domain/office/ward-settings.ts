import * as z from 'zod';
import { nothingSaid, SheetChoice } from '../sheet/columns/match.ts';
import { smsPurposes } from '../text/texts/all.ts';
import { smsFields } from '../text/texts/fields.ts';
import { Status, statuses } from '../dossier/statuses.ts';
import { LocalDays } from '../calendar/calendar.ts';
import { defaultLimits, Limits } from '../notification/limits.ts';
import { defaultOfficeHours, OfficeHours } from '../calendar/office-sessions.ts';
import { defaultSendWindow, SendWindow } from '../calendar/send-window.ts';
import { Ward } from '../values/ward.ts';
import { BoardWords } from './counter/board-words.ts';
import { noOffers, Offers } from './counter/offers.ts';
import { defaultHoldBack, HoldBack } from '../dossier/superseding.ts';

/** The channels by which a status reaches a citizen at once; letters and journeys have rules of their own. */
export const ToldBy = z.enum(['sms', 'zalo', 'call-list']);
export type ToldBy = z.infer<typeof ToldBy>;

/** Where a result is collected while the office has not said it: the counter at which the dossier was handed in. */
export const defaultReturnPlace = 'noi nop ho so';

/** A name as it stands in a message; longer ones are abbreviated before (`place-names.ts`). */
const inMessage = (most: number, example: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[ -~]{1,${most}}$`),
      `Tên này còn dài quá ${most} chữ cái sau khi viết tắt, hoặc để trống; xin viết gọn như “${example}”.`,
    );

/** What one ward office has chosen; anything it has not chosen comes from `defaultSettings`. */
export const WardSettings = z.strictObject({
  ward: Ward,
  /** How the office calls itself in a text message: plain ASCII, as long as the field of our texts. */
  office: inMessage(smsFields.office.maxLength, 'UBND P. Vũng Tàu'),
  hotline: z
    .string()
    .regex(/^[0-9. ]{3,15}$/, 'Số để gọi chỉ gồm chữ số, dấu chấm và dấu cách, ví dụ “0254 3852 101”.')
    .optional(),
  /** The number citizens write to; `ward inbox` gives it to the office. */
  inbox: z
    .string()
    .regex(/^[0-9]{3,11}$/, 'Số nhận tin chỉ gồm 3 đến 11 chữ số, ví dụ “8099”.')
    .optional(),
  /** Where a result is collected, as the citizen would say it: plain ASCII, as long as the field of our texts. */
  returnPlace: inMessage(smsFields.returnPlace.maxLength, 'Trung tâm PVHCC P. Vũng Tàu').default(
    defaultReturnPlace,
  ),
  /** Which statuses a citizen is told of: by every channel alike, or channel by channel. */
  tells: z.partialRecord(Status, z.union([z.boolean(), z.partialRecord(ToldBy, z.boolean())])).default({}),
  /** The hours in which its messages may ring a phone. */
  sendWindow: SendWindow.default(defaultSendWindow),
  /** How long, in minutes, news of a status is held back, since a result given at once makes it pointless. */
  holdBack: HoldBack.default(defaultHoldBack),
  /** When its counter is open. */
  officeHours: OfficeHours.default(defaultOfficeHours),
  /** Its own days off and extra working days, beside the national calendar. */
  localDays: LocalDays.default({ daysOff: [], extraWorkingDays: [] }),
  limits: Limits.default(defaultLimits),
  /** Which of our own texts it wants with accents, at up to three parts. A text of its own has them or not by itself. */
  accents: z.partialRecord(z.enum(smsPurposes), z.boolean()).default({}),
  /** Whether our own texts stay within one part, also those that else say in two where, until when and what to bring. */
  shortTexts: z.boolean().default(false),
  /** What it has said of its own lists, so that a file of the same kind is not asked about again. */
  sheets: SheetChoice.default(nothingSaid),
  /** Days on which it helps with forms, or lets nobody wait. */
  offers: Offers.default(noOffers),
  /** What its board at the counter says. */
  board: BoardWords.default({ slides: [], inserts: [] }),
});
export type WardSettings = z.infer<typeof WardSettings>;

/** Whether this ward tells its citizens of this status by this channel. */
export const tells = (settings: Pick<WardSettings, 'tells'>, status: Status, by: ToldBy = 'sms'): boolean => {
  const chosen = settings.tells[status];
  if (typeof chosen === 'boolean') return chosen;
  const { telling } = statuses[status];
  return chosen?.[by] ?? (telling.byDefault && (by !== 'call-list' || telling.called));
};

/** A ward that has chosen nothing yet still tells its citizens, under a name made of its code. */
export const defaultSettings = (ward: Ward): WardSettings =>
  WardSettings.parse({ ward, office: `UBND ${ward}` });

/** Whether an office has said how it is called; nobody finds a place by the code of a ward. */
export const isNamed = ({ ward, office }: WardSettings): boolean => office !== defaultSettings(ward).office;

/** What each ward office has chosen. */
export interface SettingsStore {
  of(ward: Ward): Promise<WardSettings>;
  save(settings: WardSettings): Promise<void>;
}
