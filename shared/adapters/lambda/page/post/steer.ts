import type { Officer } from '../../../../domain/people/officer.ts';
import { ReturnRequest } from '../../../../domain/post/job/ends/returns.ts';
import { SettleRequest } from '../../../../domain/post/money/confirm-cash.ts';
import type { PartnerAnswer } from '../../../../domain/post/partner/partner-requests.ts';
import {
  CorrectionRequest,
  ReasonRequest,
  type RedispatchRequest,
} from '../../../../domain/post/partner/ward-requests.ts';
import { CorrectEndRequest } from '../../../../domain/post/tracking/correct-end.ts';
import { communesNamed, type PlaceCatalogue, type Places } from '../../../../domain/values/places/places.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { FormFields } from '../frame/form.ts';
import type { Word } from '../frame/notices.ts';

type Said = Promise<{ is: string; to?: string }>;

/** What an office may do with one of its journeys; `to` is the journey that takes its place. */
export type Steer = {
  correct: (ward: Ward, id: string, correction: CorrectionRequest) => Said;
  cancel: (ward: Ward, id: string, reason: string) => Said;
  recall: (ward: Ward, id: string, reason: string) => Said;
  confirmReturn: (ward: Ward, id: string, request: ReturnRequest) => Said;
  close: (ward: Ward, id: string) => Said;
  redispatch: (ward: Ward, id: string, to: RedispatchRequest) => Said;
  offer: (ward: Ward, id: string, partner: string) => Said;
  answerRedirect: (ward: Ward, id: string, answer: PartnerAnswer) => Said;
  correctEnd: (ward: Ward, id: string, request: CorrectEndRequest, by: string) => Said;
  settle: (ward: Ward, id: string, request: SettleRequest, by: string) => Said;
};

type Ports = { steer: Steer; places: Places };

export type WrongFields = Record<string, string>;
type Tried = { wrong: WrongFields } | { said: { is: string; to?: string }; done: Word; words?: string };

const places: Readonly<Record<string, readonly [string, string]>> = {
  line1: ['dong', 'Viết số nhà, đường, nhiều nhất 500 chữ, không có đường dẫn.'],
  hamlet: ['thon', 'Nhiều nhất 100 chữ, không có đường dẫn.'],
  note: ['ghi-chu', 'Nhiều nhất 200 chữ, không có đường dẫn.'],
  phone: ['dien-thoai', 'Viết số điện thoại, nhiều nhất 20 chữ số.'],
};

/** The address as typed, its commune by name; what cannot be read stands beside its field. */
const correctionIn = (
  fields: FormFields,
  catalogue: PlaceCatalogue,
): { wrong: WrongFields } | { read: CorrectionRequest } => {
  const text = (name: string): string => (fields[name] ?? '').trim();
  const found = communesNamed(catalogue, text('tinh'), text('xa'));
  if (found.length !== 1)
    return {
      wrong: { xa: found.length === 0 ? 'Tỉnh này không có phường, xã tên ấy.' : 'Có nhiều nơi tên ấy.' },
    };
  const [hamlet, note, phone] = [text('thon'), text('ghi-chu'), text('dien-thoai')];
  const read = CorrectionRequest.safeParse({
    address: {
      provinceCode: text('tinh'),
      communeCode: found[0]!.code,
      catalogueVersion: catalogue.version,
      line1: text('dong'),
      ...(hamlet !== '' && { hamlet }),
      ...(note !== '' && { note }),
    },
    ...(phone !== '' && { phone }),
  });
  if (read.success) return { read: read.data };
  const wrong = read.error.issues.map(({ path }) => places[String(path.at(-1))] ?? places['line1']!);
  return { wrong: Object.fromEntries(wrong) };
};

/** What the buttons of a journey do, by the word of the button. */
export const steps: Readonly<
  Record<string, (ports: Ports, officer: Officer, id: string, fields: FormFields) => Promise<Tried>>
> = {
  'dia-chi': async ({ steer, places: all }, { ward }, id, fields) => {
    const correction = correctionIn(fields, await all());
    if ('wrong' in correction) return correction;
    return { said: await steer.correct(ward, id, correction.read), done: 'address-corrected' };
  },
  huy: async ({ steer }, { ward }, id, fields) =>
    withReason(fields, 'ly-do-huy', (reason) => steer.cancel(ward, id, reason), 'journey-cancelled'),
  'goi-ve': async ({ steer }, { ward }, id, fields) =>
    withReason(fields, 'ly-do-goi-ve', (reason) => steer.recall(ward, id, reason), 'journey-recalled'),
  've-quay': async ({ steer }, { ward }, id, { vi }) => {
    const read = ReturnRequest.safeParse(vi ? { reason: vi } : {});
    const said = read.success ? await steer.confirmReturn(ward, id, read.data) : { is: 'reason-needed' };
    if (said.is === 'reason-needed') return { wrong: { vi: 'Chọn vì sao giấy tờ về.' } };
    return { said, done: 'papers-back', ...(vi && { words: vi }) };
  },
  dong: async ({ steer }, { ward }, id) => ({ said: await steer.close(ward, id), done: 'journey-closed' }),
  'gui-lai': async ({ steer, places: all }, { ward }, id, fields) => {
    const partner = (fields['ai-mang'] ?? '').trim();
    const hasAddress = (fields['dong'] ?? '').trim() !== '';
    const correction = hasAddress ? correctionIn(fields, await all()) : undefined;
    if (correction && 'wrong' in correction) return correction;
    const said = await steer.redispatch(ward, id, {
      ...(correction && { address: correction.read.address }),
      ...(partner !== '' && { partner }),
    });
    if (said.is === 'address-needed') return { wrong: { dong: 'Lần trước sai địa chỉ: ghi địa chỉ mới.' } };
    return { said, done: 'papers-sent-again' };
  },
  'moi-lai': async ({ steer }, { ward }, id, fields) => ({
    said: await steer.offer(ward, id, fields['ai-mang'] ?? ''),
    done: 'journey-offered',
  }),
  'doi-duoc': async ({ steer }, { ward }, id) => ({
    said: await steer.answerRedirect(ward, id, { confirmed: true }),
    done: 'redirect-noted',
  }),
  'doi-khong': async ({ steer }, { ward }, id, fields) =>
    withReason(
      fields,
      'ly-do-doi-khong',
      (reason) => steer.answerRedirect(ward, id, { confirmed: false, reason }),
      'redirect-noted',
    ),
  'ket-thuc': async ({ steer }, { ward, name, id: by }, id, fields) => {
    const read = CorrectEndRequest.safeParse({
      to: fields['den'],
      reason: (fields['ly-do-ket-thuc'] ?? '').trim(),
      correctedBy: name,
      ...(fields['den'] === 'returned' && fields['vi'] && { returnReason: fields['vi'] }),
    });
    if (!read.success)
      return { wrong: { 'ly-do-ket-thuc': 'Chọn kết thúc đúng và viết lý do, nhiều nhất 200 chữ.' } };
    return {
      said: await steer.correctEnd(ward, id, read.data, by),
      done: 'end-corrected',
      words: read.data.reason,
    };
  },
  tien: async ({ steer }, { ward, name, id: by }, id, fields) => {
    const received = (fields['nhan-duoc'] ?? '').replaceAll(/[.\s]|đ$/g, '');
    const read = SettleRequest.safeParse({
      reason: (fields['ly-do-tien'] ?? '').trim(),
      settledBy: name,
      ...(received !== '' && { received: Number(received) }),
    });
    if (!read.success)
      return { wrong: { 'ly-do-tien': 'Viết lý do; số tiền chỉ ghi chữ số, ví dụ 120000.' } };
    return {
      said: await steer.settle(ward, id, read.data, by),
      done: 'cash-settled',
      words: read.data.reason,
    };
  },
};

const withReason = async (
  fields: FormFields,
  name: string,
  act: (reason: string) => Said,
  done: Word,
): Promise<Tried> => {
  const read = ReasonRequest.safeParse({ reason: fields[name] });
  if (!read.success) return { wrong: { [name]: 'Viết lý do, nhiều nhất 200 chữ.' } };
  return { said: await act(read.data.reason), done, words: read.data.reason };
};
