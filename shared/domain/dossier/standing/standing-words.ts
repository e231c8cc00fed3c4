/** How a dossier stands, in words for its citizen. */
import { type Dossier, fact, standingOf } from '../dossier.ts';
import type { Round } from '../rounds.ts';
import { statuses } from '../statuses.ts';

/**
 * Whether it asks for money though there is none to pay: the office's matter, and no citizen's. It says so itself, or what
 * was said since, by an officer, or by a report that cannot say when it was.
 */
export const asksForNothing = ({ facts: { fee }, steps }: Dossier, { status, order }: Round): boolean =>
  status === 'payment-requested' &&
  fee?.value === 0 &&
  (fee.by >= order || steps.every((step) => step.order !== fee.by));

/** Where a round asks for money and there is none to pay. */
const nothingToPay = { vi: 'không phải nộp tiền', en: 'has nothing to pay' } as const;

/** How a dossier stands, behind "Hồ sơ …" and "Dossier …", in the language of its applicant; nothing where no report of it counts. */
export const standingWords = (dossier: Dossier): string | undefined => {
  const standing = standingOf(dossier);
  const language = fact(dossier, 'applicant')?.language ?? 'vi';
  if (standing === undefined) return undefined;
  return (asksForNothing(dossier, standing) ? nothingToPay : statuses[standing.status].words)[language];
};
