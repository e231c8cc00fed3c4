import { stepAsks } from '../../../../domain/dossier/by-hand/next-status.ts';
import { type Status, statuses } from '../../../../domain/dossier/statuses.ts';
import { readLandline, readPhone } from '../../../../domain/phone/read-phone.ts';
import { amountIn } from '../../../../domain/sheet/cells/numbers.ts';
import { momentIn } from '../../../../domain/sheet/cells/moments.ts';
import { type Instant, instantOf } from '../../../../domain/values/instant.ts';
import { communesNamed, type PlaceCatalogue } from '../../../../domain/values/places/places.ts';
import type { FormFields } from '../frame/form.ts';
import type { Read } from '../routes/dossier-acts.ts';
import { type EntryField, fieldAsking, wrongWords } from './fields.ts';
import { procedureTyped } from './procedure-typed.ts';

/** What was typed, as the parts of a status event, and when it was, where that is not now. */
export type TypedEntry = { facts: Record<string, unknown>; at?: Instant };

type Reading = { typed: FormFields; wrong: Record<string, string> };

const textOf = ({ typed }: Reading, name: EntryField): string => (typed[name] ?? '').trim();
const isWrong = ({ wrong }: Reading, name: EntryField, words = wrongWords[name]): undefined => {
  wrong[name] ??= words;
};

/** A day alone is its closing hour: nobody promises a result for midnight. */
const closing = '17:00:00';

const momentOf = (reading: Reading, name: EntryField): Instant | undefined => {
  const text = textOf(reading, name);
  if (text === '') return undefined;
  const read = momentIn({ kind: 'text', text }, 'day-first', closing);
  return read.ok ? instantOf(new Date(read.at)) : isWrong(reading, name);
};

const feeOf = (reading: Reading): number | undefined => {
  const text = textOf(reading, 'so-tien');
  return text === '' ? undefined : (amountIn({ kind: 'text', text }) ?? isWrong(reading, 'so-tien'));
};

/** Where the result is to be brought, for the ways by which somebody brings it. */
const addressOf = (reading: Reading, places: PlaceCatalogue): object | undefined => {
  const [street, commune, province] = (['dong', 'xa', 'tinh'] as const).map((name) => textOf(reading, name));
  if (street === '') return isWrong(reading, 'dong', 'Ghi nơi giao kết quả, hoặc chọn nhận tại quầy.');
  if (street!.length > 300) return isWrong(reading, 'dong');
  const found = communesNamed(places, province!, commune!);
  if (found.length > 1) return isWrong(reading, 'xa', 'Tỉnh này có nhiều nơi tên ấy. Ghi đủ tên.');
  return found[0] === undefined ? isWrong(reading, 'xa') : { street, commune: found[0].code, province };
};

const wayOf = (reading: Reading, places: PlaceCatalogue): object => {
  const method = textOf(reading, 'cach-tra');
  if (method === '') return {};
  const isBrought = method === 'post' || method === 'home';
  return { returnMethod: method, ...(isBrought && { deliveryAddress: addressOf(reading, places) }) };
};

/** When it was appraised, approved and stamped, where somebody noted that it went on the spot. */
const spotOf = (reading: Reading): object | undefined => {
  const noted = said({
    appraisedAt: momentOf(reading, 'tham-dinh'),
    approvedAt: momentOf(reading, 'phe-duyet'),
    stampedAt: momentOf(reading, 'dong-dau'),
  });
  return Object.keys(noted).length === 0 ? undefined : noted;
};

/** What a status is asked for, as far as it was typed. */
const stepFacts = (reading: Reading, status: Status, places: PlaceCatalogue): Record<string, unknown> => {
  const { needs, may } = stepAsks(status);
  for (const part of needs)
    if (textOf(reading, fieldAsking[part]) === '') isWrong(reading, fieldAsking[part]);
  const asked = new Set([...needs, ...may]);
  const reason = textOf(reading, 'ly-do');
  if (reason.length > 500) isWrong(reading, 'ly-do');
  return {
    ...(asked.has('reason') && { reason: reason === '' ? undefined : reason }),
    ...(asked.has('dueAt') && { dueAt: momentOf(reading, 'hen') }),
    ...(asked.has('until') && { dueAt: momentOf(reading, 'den-ngay') }),
    ...(asked.has('newDueAt') && { newDueAt: momentOf(reading, 'hen-moi') }),
    ...(asked.has('fee') && { fee: feeOf(reading) }),
    ...(asked.has('returnMethod') && wayOf(reading, places)),
    ...(asked.has('lateBecause') && { lateBecause: textOf(reading, 'nguyen-nhan') || undefined }),
    ...(asked.has('onTheSpot') && { onTheSpot: spotOf(reading) }),
  };
};

const applicantOf = (reading: Reading): object | undefined => {
  const [name, phone] = [textOf(reading, 'ho-ten'), textOf(reading, 'dien-thoai')];
  if (name.length > 200) isWrong(reading, 'ho-ten');
  if (phone !== '' && !readPhone(phone).ok && readLandline(phone) === undefined)
    isWrong(reading, 'dien-thoai');
  return name === '' && phone === ''
    ? undefined
    : { ...(name !== '' && { name }), ...(phone !== '' && { phone }) };
};

const procedureOf = (reading: Reading): object => {
  const read = procedureTyped(textOf(reading, 'thu-tuc'));
  if (read.is === 'unknown') isWrong(reading, 'thu-tuc');
  if (read.is === 'several')
    isWrong(
      reading,
      'thu-tuc',
      `Có ${read.names.length} thủ tục như vậy, ghi rõ hơn: ${read.names.slice(0, 4).join('; ')}.`,
    );
  if (read.is !== 'one') return {};
  const { is: _is, ...named } = read;
  return named;
};

const said = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const read = (reading: Reading, facts: Record<string, unknown>): Read<TypedEntry> => {
  const at = momentOf(reading, 'luc');
  if (Object.keys(reading.wrong).length > 0) return { ok: false, errors: reading.wrong };
  return { ok: true, act: { facts: said(facts), ...(at !== undefined && { at }) } };
};

/** A step of a dossier that is known, as typed. */
export const readStep = (typed: FormFields, status: Status, places: PlaceCatalogue): Read<TypedEntry> => {
  const reading = { typed, wrong: {} };
  return read(reading, stepFacts(reading, status, places));
};

/** A dossier that begins, as typed: who, what for, how it was filed, and its first step. */
export const readDossier = (typed: FormFields, status: Status, places: PlaceCatalogue): Read<TypedEntry> => {
  const reading = { typed, wrong: {} };
  if (textOf(reading, 'ma-ho-so') === '') isWrong(reading, 'ma-ho-so');
  const applicant = applicantOf(reading);
  const [filed, help, scanned] = (['cach-nop', 'giup', 'so-hoa'] as const).map((name) =>
    textOf(reading, name),
  );
  return read(reading, {
    dossierCode: textOf(reading, 'ma-ho-so'),
    ...procedureOf(reading),
    applicant,
    filingChannel: filed === '' ? undefined : filed,
    helped: help === '' ? undefined : [help],
    digitised: scanned === '' ? undefined : scanned === 'co',
    ...stepFacts(reading, status, places),
  });
};

/** Whether what the step is asked until is the citizen's time, not the office's. */
export const asksUntil = (status: Status): boolean => statuses[status].asksUntil === true;
