import type { CorrectedFacts } from '../../../../domain/dossier/event/correct-request.ts';
import { ReportedPersonEvent } from '../../../../domain/dossier/event/status-event.ts';
import { EventId } from '../../../../domain/values/ids.ts';
import { KnownDate } from '../../../../domain/values/known-date.ts';
import { readPhone } from '../../../../domain/phone/read-phone.ts';
import type { FormFields } from '../frame/form.ts';

/** What was typed, as an act or as what is wrong beside which field. */
export type Read<Act> = { ok: true; act: Act } | { ok: false; errors: Record<string, string> };

const reasonIn = (typed: string | undefined): string | undefined => {
  const reason = (typed ?? '').trim();
  return reason === '' || reason.length > 200 ? undefined : reason;
};
const whyNeeded = 'Ghi vì sao, không quá 200 chữ. Người xem sau này cần biết.';

/** Another phone or name, and why. */
export const readCorrection = (typed: FormFields): Read<{ reason: string; facts: CorrectedFacts }> => {
  const errors: Record<string, string> = {};
  const phone = (typed['dien-thoai'] ?? '').trim();
  const name = (typed['ho-ten'] ?? '').trim();
  const reason = reasonIn(typed['ly-do']);
  if (phone !== '' && !readPhone(phone).ok)
    errors['dien-thoai'] = 'Số này không phải số điện thoại Việt Nam nhắn được. Kiểm tra từng chữ số.';
  if (name.length > 200) errors['ho-ten'] = 'Họ tên dài quá 200 chữ.';
  if (phone === '' && name === '') errors['dien-thoai'] = 'Ghi số đúng ở đây, hoặc họ tên đúng ở ô dưới.';
  if (reason === undefined) errors['ly-do'] = whyNeeded;
  if (reason === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  const applicant = { ...(phone !== '' && { phone }), ...(name !== '' && { name }) };
  return { ok: true, act: { reason, facts: { applicant } } };
};

/** Which step never was, and why. */
export const readVoid = (
  typed: FormFields,
): Read<{ reason: string; eventId: EventId; silently: boolean }> => {
  const reason = reasonIn(typed['ly-do-rut']);
  if (reason === undefined) return { ok: false, errors: { 'ly-do-rut': whyNeeded } };
  const eventId = EventId.safeParse(typed['buoc']);
  if (!eventId.success) return { ok: false, errors: { 'ly-do-rut': 'Chọn bước ghi nhầm ở trên.' } };
  return {
    ok: true,
    act: { reason, eventId: eventId.data, silently: typed['im-lang'] === 'co' },
  };
};

/** What was done about what had been told wrongly. */
export const readSettled = (typed: FormFields): Read<{ reason: string }> => {
  const reason = reasonIn(typed['da-lam']);
  return reason === undefined
    ? { ok: false, errors: { 'da-lam': 'Ghi đã làm gì, không quá 200 chữ. Người xem sau này cần biết.' } }
    : { ok: true, act: { reason } };
};

/** `20/11/2026`, `11/2026` or `2026`, as it is written on paper. */
const dateIn = (written: string): string | undefined => {
  const parts = written.split(/[\s/.-]+/).filter((part) => part !== '');
  const date = parts
    .toReversed()
    .map((part, index) => (index === 0 ? part : part.padStart(2, '0')))
    .join('-');
  return KnownDate.safeParse(date).success ? date : undefined;
};

/** What happened to a person, which the source did not carry. */
export const readPersonEvent = (typed: FormFields): Read<ReportedPersonEvent> => {
  const names = (typed['ten'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const on = dateIn((typed['ngay'] ?? '').trim());
  const kind = typed['loai'];
  const errors: Record<string, string> = {};
  if (kind === 'marriage' ? names.length !== 2 : names.length !== 1)
    errors['ten'] =
      kind === 'marriage' ? 'Ghi đủ hai tên, cách nhau bằng dấu phẩy.' : 'Ghi họ tên của một người.';
  if (on === undefined) errors['ngay'] = 'Ngày này không có thật hoặc thiếu. Ghi như 20/11/2026.';
  const event = ReportedPersonEvent.safeParse(
    kind === 'marriage'
      ? { kind, spouses: names, marriedOn: on }
      : kind === 'death'
        ? { kind, deceasedName: names[0], diedOn: on }
        : { kind, childName: names[0], bornOn: on },
  );
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return event.success ? { ok: true, act: event.data } : { ok: false, errors: { ten: 'Tên này dài quá.' } };
};
