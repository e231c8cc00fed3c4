import type { SmsLanguage } from '../../text/sms-template.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';

type AtTheDoor = Pick<DispatchJob, 'cod' | 'recipient'>;

const words = {
  vi: { identity: 'CCCD', slip: 'giấy hẹn', recipient: 'chính chủ' },
  en: { identity: 'your ID card', slip: 'your receipt', recipient: 'the recipient' },
} as const satisfies Record<SmsLanguage, Record<string, string>>;

/**
 * What a citizen has to know before somebody rings at the door: how much is to be paid there for all of these journeys
 * (whole VND), which paper to show, and whether nobody else may take the results. Whoever asks for another sum is no postman.
 */
export const atTheDoor = (jobs: readonly AtTheDoor[], language: SmsLanguage) => {
  const due = jobs.map(({ cod }) => (cod.state === 'due' ? cod.due : 0)).reduce((sum, one) => sum + one, 0);
  return {
    amount: due === 0 ? undefined : due,
    paper: jobs.some(({ recipient }) => recipient.idDocumentRequired)
      ? words[language].identity
      : words[language].slip,
    onlyTo: jobs.every(({ recipient }) => recipient.proxyAllowed) ? undefined : words[language].recipient,
  };
};
