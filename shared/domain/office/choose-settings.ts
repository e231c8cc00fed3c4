import * as z from 'zod';
import { readFieldValue, readWords, type ValueRefusal } from '../text/field-values.ts';
import { abbreviated } from '../text/place-names.ts';
import { smsFields } from '../text/texts/fields.ts';
import type { Status } from '../dossier/statuses.ts';
import { tells, WardSettings } from './ward-settings.ts';

/** All that an office chooses, but whose choice it is: the credential says that. */
export const SettingsBody = WardSettings.omit({ ward: true });

/** Words that stand in a text message, where accents would make every message dearer. */
const inMessages = ['office', 'returnPlace'] as const satisfies readonly (keyof WardSettings)[];

const asSent = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const written = inMessages.flatMap((name) => {
    const value = (given as Record<string, unknown>)[name];
    return typeof value === 'string' ? [[name, abbreviated(value, smsFields[name].maxLength)]] : [];
  });
  return { ...given, ...Object.fromEntries(written) };
};

const sentences: Record<ValueRefusal, string> = {
  'not-text': 'Chỗ này phải là chữ.',
  empty: 'Chưa có chữ nào.',
  'too-long': 'Dài quá, không tin nhắn nào đủ chỗ.',
  'line-break': 'Tin nhắn không xuống dòng được; xin viết trên một dòng.',
  link: 'Điện thoại sẽ biến chữ này thành đường link; tin nhắn của cơ quan không có link.',
  'phone-number': 'Số điện thoại xin ghi vào ô `hotline`.',
  'wrong-kind': 'Không ai gọi được số này.',
};

/** The choices that stand in messages, each with why no message could hold it, if none could. */
const inMessage = ({ office, hotline, returnPlace, officeHours }: z.infer<typeof SettingsBody>) => {
  const labels = (['weekly', 'dated'] as const).flatMap((which) =>
    officeHours[which].map(({ label }, at) => ({
      path: ['officeHours', which, at, 'label'],
      reading: readWords(label, false),
    })),
  );
  const fields = Object.entries({ office, hotline, returnPlace }).flatMap(([name, value]) => {
    const rule = smsFields[name as keyof typeof smsFields];
    return value === undefined
      ? []
      : [{ path: [name], reading: readFieldValue({ name, ...rule }, value, false) }];
  });
  return [...fields, ...labels];
};

/** Statuses to be told through Zalo whose text the office does not tell at all: Zalo only carries it. */
const textless = (chosen: z.infer<typeof SettingsBody>) =>
  Object.entries(chosen.tells)
    .filter(([status, by]) => typeof by === 'object' && by.zalo === true && !tells(chosen, status as Status))
    .map(([status]) => ['tells', status, 'zalo']);

/**
 * What a ward office chose. It replaces all earlier choices: what is not given is as we would have it. Names that
 * stand in messages lose their accents and are abbreviated as far as they must be; anything else that is wrong is named, all at once. A value that no
 * message could hold is refused here, since with it the office would tell its citizens nothing.
 */
export const ChosenSettings = z.preprocess(
  asSent,
  SettingsBody.transform((chosen, context) => {
    for (const { path, reading } of inMessage(chosen)) {
      if ('why' in reading) context.addIssue({ code: 'custom', path, message: sentences[reading.why] });
    }
    for (const path of textless(chosen))
      context.addIssue({
        code: 'custom',
        path,
        message: 'Zalo gửi chính nội dung của tin `sms`; xin bật cả `sms` cho trạng thái này.',
      });
    return chosen;
  }),
);
