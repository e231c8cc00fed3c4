import * as z from 'zod';
import { Consent, takesBackRefusal } from './consent.ts';
import { DossierCode } from '../dossier/dossier-code.ts';
import { type Instant, InstantWithOffset } from '../values/instant.ts';
import { readPhone } from '../phone/read-phone.ts';
import type { Ward } from '../values/ward.ts';
import type { Chooser } from './consents.ts';
import { errorsOf, type ProblemError } from '../values/problem-error.ts';

/**
 * A choice as an office notes it down: whose, what was chosen, and how the office knows. Without `when`: now. A family
 * without a phone, or one that says so at the counter, is named by its dossier.
 */
export const ConsentNote = Consent.extend({
  phone: z.string().optional().describe('A Vietnamese mobile number in any usual spelling'),
  dossierCode: DossierCode.optional().describe(
    'Instead of a phone, for the purpose `letters`: the family of this dossier',
  ),
  when: InstantWithOffset.optional(),
});

/** The body of `POST /v1/consents`; each note is judged by itself, so one bad one never stops the rest. */
export const ConsentsRequest = z.strictObject({ consents: z.array(z.unknown()).min(1).max(100) });

type Whose = { ok: true; whose: Chooser } | { ok: false; error: ProblemError };

/** Whom a question or a note names: exactly one of phone and dossier code. */
export const readChooser = (
  ward: Ward,
  { phone: written, dossierCode }: { phone?: string | undefined; dossierCode?: string | undefined },
): Whose => {
  if ((written === undefined) === (dossierCode === undefined)) {
    const message = 'Give either a phone or a dossier code';
    return { ok: false, error: { pointer: '/phone', code: 'phone-or-dossier', message } };
  }
  if (written === undefined) {
    const dossier = DossierCode.safeParse(dossierCode);
    if (dossier.success) return { ok: true, whose: { ward, dossier: dossier.data } };
    const message = 'Not a dossier code';
    return { ok: false, error: { pointer: '/dossierCode', code: 'invalid-format', message } };
  }
  const phone = readPhone(written);
  if (phone.ok) return { ok: true, whose: { ward, phone: phone.e164 } };
  const message = 'Not a Vietnamese mobile number';
  return { ok: false, error: { pointer: '/phone', code: phone.reason, message } };
};

/**
 * Reads one note. A choice that lies ahead is refused, since it would outdo every choice made until then; one for a
 * dossier is about letters alone, since messages go to phones.
 */
export const readConsentNote = (
  ward: Ward,
  row: unknown,
  now: Instant,
): { ok: true; whose: Chooser; consent: Consent } | { ok: false; errors: ProblemError[] } => {
  const note = ConsentNote.safeParse(row);
  if (!note.success) return { ok: false, errors: errorsOf(note.error) };
  const { phone, dossierCode, when = now, ...choice } = note.data;
  const read = readChooser(ward, { phone, dossierCode });
  const forLettersAlone = phone === undefined && choice.purpose !== 'letters';
  const errors = [
    ...(read.ok ? [] : [read.error]),
    ...(read.ok && forLettersAlone
      ? [{ pointer: '/purpose', code: 'letters-only', message: 'A dossier can only choose about letters' }]
      : []),
    ...(when <= now
      ? []
      : [{ pointer: '/when', code: 'in-the-future', message: 'This instant has not come yet' }]),
  ];
  return read.ok && errors.length === 0
    ? { ok: true, whose: read.whose, consent: { ...choice, when } }
    : { ok: false, errors };
};

/** `-` and `ok` are no evidence: at least two words, by which somebody finds the paper or the call again. */
const saysHow = /\p{L}{2,}.*\s.*\p{L}{2,}/u;

/**
 * Whoever refused is told again when they say so themselves. An office may note that down for them, and then says who of it
 * did and how they know: what is missing of both is named.
 */
export const lacksToTakeBack = (choices: readonly Consent[], consent: Consent): ProblemError[] => {
  if (!takesBackRefusal(choices, consent)) return [];
  const missing = (pointer: string, message: string): ProblemError => ({
    pointer,
    code: 'refused-before',
    message,
  });
  return [
    ...(consent.by === undefined
      ? [missing('/by', 'This person refused: name who of the office noted down that they want it again')]
      : []),
    ...(saysHow.test(consent.evidence)
      ? []
      : [
          missing(
            '/evidence',
            'This person refused: say how the office knows, such as `signed form 01 on 2/3`',
          ),
        ]),
  ];
};
