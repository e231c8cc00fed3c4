import type { SmsLanguage } from '../../text/sms-template.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';

const words = {
  vi: { identity: 'CCCD', slip: 'giấy hẹn', recipient: 'chính chủ' },
  en: { identity: 'your ID card', slip: 'your receipt', recipient: 'the recipient' },
} as const satisfies Record<SmsLanguage, Record<string, string>>;

/**
 * What a citizen has to know before somebody rings at the door: how much is to be paid there (whole VND), which paper to
 * show, and whether nobody else may take the result. Whoever asks for another sum is no postman.
 */
export const atTheDoor = (
  { cod, recipient }: Pick<DispatchJob, 'cod' | 'recipient'>,
  language: SmsLanguage,
) => ({
  amount: cod.state === 'due' ? cod.due : undefined,
  paper: recipient.idDocumentRequired ? words[language].identity : words[language].slip,
  onlyTo: recipient.proxyAllowed ? undefined : words[language].recipient,
});
