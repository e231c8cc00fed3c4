import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { CorrectedFacts } from '../../domain/dossier/event/correct-request.ts';
import { type E164, e164, readPhone } from '../../domain/phone/read-phone.ts';
import type { PersonCorrected, PersonCorrection } from '../../domain/rights/api-shapes.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { actOnDossier } from '../dossier/act-on-dossier.ts';

type Ports = {
  dossiers: Pick<Dossiers, 'withPhone'>;
  actOnDossier: ReturnType<typeof actOnDossier>;
};

/** The phone where it stands: with whoever filed, or with whom they filed for. */
const factsOf = (dossier: Dossier, from: E164, to: E164): CorrectedFacts => {
  const onBehalf = fact(dossier, 'onBehalf');
  const isFor = onBehalf !== undefined && e164(onBehalf.phone) === from;
  const isBy = e164(fact(dossier, 'applicant')?.phone) === from;
  return {
    ...(isFor && { onBehalf: { ...onBehalf, phone: to } }),
    ...((isBy || !isFor) && { applicant: { phone: to } }),
  };
};

/**
 * Puts a phone right in each of its dossiers at one office, as somebody would at each of them: what waits follows, and what left
 * for the wrong phone is told once to the right one. Each dossier answers for itself.
 */
export const correctPerson =
  ({ dossiers, actOnDossier: act }: Ports) =>
  async (
    ward: Ward,
    { phone, to, request, reason }: PersonCorrection,
    by: string,
  ): Promise<({ is: 'done' } & PersonCorrected) | { is: 'validation-failed'; errors: ProblemError[] }> => {
    const [from, right] = [readPhone(phone), readPhone(to)];
    const wrong = (pointer: string, code: string): ProblemError[] => [
      { pointer, code, message: 'Not a Vietnamese mobile number' },
    ];
    if (!from.ok) return { is: 'validation-failed', errors: wrong('/phone', from.reason) };
    if (!right.ok) return { is: 'validation-failed', errors: wrong('/to', right.reason) };
    const results: PersonCorrected['results'] = [];
    for (const dossier of await dossiers.withPhone(ward, from.e164)) {
      const facts = factsOf(dossier, from.e164, right.e164);
      const asked = { what: 'correct' as const, reason: `${request}: ${reason}`.slice(0, 200), facts };
      const said = await act(ward, dossier.code, asked, { by });
      results.push({ dossierCode: dossier.code, outcome: 'outcome' in said ? 'corrected' : said.is });
    }
    return { is: 'done', results };
  };
