import type { FieldRule, TemplateDraft } from '../sms-template.ts';

const rule = (kind: FieldRule['kind'], maxLength: number, example: string): FieldRule => ({
  kind,
  maxLength,
  required: true,
  example,
});

/**
 * The fields of our own texts. An office has 31 letters and a place 40: enough for each of the 3,321 communes as
 * `UBND P. Văn Miếu - Quốc Tử Giám` and `Trung tâm PVHCC P. …` (see `place-names.ts`). A dossier code may have 30, the
 * longest seen has 25.
 */
export const smsFields = {
  office: rule('text', 31, 'UBND xã Định Yên'),
  code: rule('code', 30, 'H20.12-260302-0001'),
  status: rule('text', 40, 'đang được giải quyết'),
  dueAt: rule('time', 21, '17:00 ngày 05/03/2026'),
  /** That each of several dossiers is promised for a day of its own, which is not said. */
  ownDates: rule('flag', 0, ''),
  newDueAt: rule('time', 21, '17:00 ngày 09/03/2026'),
  deadline: rule('date', 10, '12/03/2026'),
  date: rule('date', 10, '06/03/2026'),
  returnPlace: rule('text', 40, 'Trung tâm PVHCC xã Định Yên'),
  decider: rule('text', 31, 'UBND xã Tân Hồng'),
  postOffice: rule('text', 40, 'Lấp Vò'),
  pickUp: rule('text', 42, 'từ 13:30 đến 17:00 ngày 09/03'),
  hours: rule('text', 40, 'thứ 2 - thứ 6, 7:00-11:30, 13:30-17:00'),
  amount: rule('money', 11, '50.000'),
  hotline: rule('phone', 11, '02773851234'),
  /** What whoever brings papers wants to see. */
  paper: rule('text', 12, 'CCCD'),
  /** Who alone may take them, where nobody else of the house may. */
  onlyTo: rule('text', 13, 'chính chủ'),
  inbox: { ...rule('phone', 11, '8099'), spared: true },
  /** What somebody types to confirm a phone. */
  digits: rule('code', 6, '482913'),
  trackingNumber: rule('code', 20, 'RR473124829VN'),
  /** How many dossiers a word speaks of, and all of their codes: two or three of the usual length. */
  count: rule('text', 2, '2'),
  codes: rule('text', 62, 'H20.12-260302-0001, H20.12-260302-0002'),
} as const satisfies Record<string, FieldRule>;

type Name = keyof typeof smsFields;

type Bodies = { readonly vi: string; readonly en: string };

/** A text before it has a key: the two bodies, the fields that must be there, and those that may be. */
export type SmsText = Bodies & {
  readonly needs: readonly Name[];
  readonly may?: readonly Name[];
  /** Those of `may` that go, the last first, where with them the text would cost more parts. */
  readonly yields?: readonly Name[];
  /** Two where it asks something of the citizen: then it says where, until when and what to bring, whatever it costs. */
  readonly maxParts?: 1 | 2;
  /** The same in one part, whatever has to go for it: for offices that choose so, and where accents already cost more. */
  readonly short?: Bodies;
};

/** Every text names the office first, then the news and the dossier, when, what to do, and whom to ask. */
export function draftOf(
  key: string,
  { vi, en, needs, may = [], yields = [], maxParts = 1, short }: SmsText,
  { shortly = false } = {},
): TemplateDraft {
  const bodies = shortly && short !== undefined ? short : { vi, en };
  const used = (name: Name): boolean => new RegExp(`\\(\\(${name}\\b`).test(bodies.vi);
  const required = needs.map((name) => [name, smsFields[name]]);
  const goes = (name: Name): boolean => bodies === short || yields.includes(name);
  const optional = may.map((name) => [
    name,
    { ...smsFields[name], required: false, ...(goes(name) && { yields: true }) },
  ]);
  return {
    key,
    version: 1,
    accents: false,
    maxParts: bodies === short ? 1 : maxParts,
    bodies: { vi: bodies.vi, en: bodies.en },
    fields: Object.fromEntries(
      [...required, ...optional].filter(([name]) => used(name as Name)),
    ) as TemplateDraft['fields'],
  };
}
