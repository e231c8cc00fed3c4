import { SettingsBody } from '../../shared/domain/office/choose-settings.ts';
import { smsPurposes, smsTemplateFor } from '../../shared/domain/text/texts/all.ts';
import { Status } from '../../shared/domain/dossier/statuses.ts';
import { costOf } from '../../shared/domain/office/template-summary.ts';
import { nextStep, worklists } from '../../shared/domain/api/work-by-state.ts';
import { Ward } from '../../shared/domain/values/ward.ts';
import { defaultSettings, tells } from '../../shared/domain/office/ward-settings.ts';

const settings = defaultSettings(Ward.parse('26506'));

/** The tables of docs/ward-guide.md as the product has them, by the first cell of their heading: rows of cells. */
export const guideTables: Readonly<Record<string, string[][]>> = {
  setting: Object.keys(SettingsBody.shape).map((name) => [`\`${name}\``]),
  list: worklists.map((list) => [`\`${list}\``, nextStep[list]]),
  status: Status.options.map((status) => [
    `\`${status}\``,
    ...(['sms', 'call-list'] as const).map((by) => (tells(settings, status, by) ? 'yes' : 'no')),
  ]),
  text: smsPurposes.map((key) => {
    const plain = smsTemplateFor(key);
    const accented = smsTemplateFor(key, { accents: true });
    const parts = [plain, accented].map(({ worst }) => String(worst.vi.parts));
    return [`\`${key}\``, costOf(plain).example.vi.text, ...parts];
  }),
  'text in English': smsPurposes.map((key) => [
    `\`${key}\``,
    costOf(smsTemplateFor(key)).example.en.text,
    String(smsTemplateFor(key).worst.en.parts),
  ]),
  field: [
    ...new Map(
      smsPurposes.flatMap((key) => smsTemplateFor(key).fields.map((field) => [field.name, field] as const)),
    ).values(),
  ].map(({ name, maxLength, example }) => [`\`((${name}))\``, String(maxLength), example]),
};
