import * as z from 'zod';
import { Consent } from './consent.ts';
import { type Instant, InstantWithOffset } from './instant.ts';
import { type E164, readPhone } from './phone.ts';
import { errorsOf, type ProblemError } from './problem.ts';

/** A choice as an office notes it down: whose phone, what was chosen, and how the office knows. Without `when`: now. */
export const ConsentNote = Consent.extend({
  phone: z.string().describe('A Vietnamese mobile number in any usual spelling'),
  when: InstantWithOffset.optional(),
});

/** The body of `POST /v1/consents`; each note is judged by itself, so one bad one never stops the rest. */
export const ConsentsRequest = z.strictObject({ consents: z.array(z.unknown()).min(1).max(100) });

/** Reads one note. A choice that lies ahead is refused, since it would outdo every choice made until then. */
export const readConsentNote = (
  row: unknown,
  now: Instant,
): { ok: true; phone: E164; consent: Consent } | { ok: false; errors: ProblemError[] } => {
  const note = ConsentNote.safeParse(row);
  if (!note.success) return { ok: false, errors: errorsOf(note.error) };
  const { phone: written, when = now, ...choice } = note.data;
  const phone = readPhone(written);
  const errors = [
    ...(phone.ok
      ? []
      : [{ pointer: '/phone', code: phone.reason, message: 'Not a Vietnamese mobile number' }]),
    ...(when <= now
      ? []
      : [{ pointer: '/when', code: 'in-the-future', message: 'This instant has not come yet' }]),
  ];
  return phone.ok && errors.length === 0
    ? { ok: true, phone: phone.e164, consent: { ...choice, when } }
    : { ok: false, errors };
};
