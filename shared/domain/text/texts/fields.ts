import type { FieldRule, TemplateDraft } from '../sms-template.ts';

const rule = (kind: FieldRule['kind'], maxLength: number, example: string): FieldRule => ({
  kind,
  maxLength,
  required: true,
  example,
});

/**
 * The fields of our own texts. Lengths are what one part of 160 characters leaves room for: an office name of 20
 * (`UBND P. Tan Dinh`), a place of 24, a session of 28. A dossier code may have 30 characters; the promise of one
 * part is counted with 24, longer than any code in use (the longest seen has 25 with an eight-digit date).
 */
export const smsFields = {
  office: rule('text', 20, 'UBND xã Định Yên'),
  code: rule('code', 30, 'H20.12-260302-0001'),
  status: rule('text', 30, 'đang được giải quyết'),
  dueAt: rule('time', 16, '17:00 05/03/2026'),
  newDueAt: rule('time', 16, '17:00 09/03/2026'),
  deadline: rule('date', 10, '12/03/2026'),
  returnPlace: rule('text', 24, 'Bộ phận Một cửa'),
  decider: rule('text', 20, 'UBND xã Tân Hồng'),
  postOffice: rule('text', 24, 'Lấp Vò'),
  pickUp: rule('text', 28, '07:30-11:30, thứ 2 đến thứ 6'),
  amount: rule('money', 11, '50.000'),
  hotline: rule('phone', 11, '02773851234'),
  /** What whoever brings papers wants to see. */
  paper: rule('text', 12, 'CCCD'),
  /** Who alone may take them, where nobody else of the house may. */
  onlyTo: rule('text', 13, 'chính chủ'),
  inbox: { ...rule('phone', 11, '8099'), spared: true },
  trackingNumber: rule('code', 20, 'RR473124829VN'),
} as const satisfies Record<string, FieldRule>;

type Name = keyof typeof smsFields;

/** A text before it has a key: the two bodies, the fields that must be there, and those that may be. */
export type SmsText = {
  readonly vi: string;
  readonly en: string;
  readonly needs: readonly Name[];
  readonly may?: readonly Name[];
  /** Two only where a dossier code of 25 to 30 characters would not fit into one. */
  readonly maxParts?: 1 | 2;
};

/** Every text names the office first, then the dossier, what happened, when, what to do, and whom to ask. */
export function draftOf(key: string, { vi, en, needs, may = [], maxParts = 1 }: SmsText): TemplateDraft {
  const required = Object.fromEntries(needs.map((name) => [name, smsFields[name]]));
  const optional = Object.fromEntries(may.map((name) => [name, { ...smsFields[name], required: false }]));
  return {
    key,
    version: 1,
    accents: false,
    maxParts,
    bodies: { vi, en },
    fields: { ...required, ...optional },
  };
}
