/** Why a letter waits, stopped or was taken back, as an officer says it; what people and the press wrote stays as it is. */
import { factInWords } from '../../../../domain/dossier/event/fact-words.ts';
import type { LetterDoubt } from '../../../../domain/letter/occasion/letter-decision.ts';
import type { TakenBackBecause } from '../../../../domain/letter/letter.ts';

const words: Readonly<Record<LetterDoubt | TakenBackBecause | 'child-died' | 'declined', string>> = {
  'perhaps-bereaved': 'Người vừa mất có thể là người nhà của gia đình này; xin hỏi trước khi ký',
  'perhaps-a-child': 'Người mất có thể là trẻ em; lời thư này viết cho người lớn',
  'perhaps-told-twice': 'Gia đình này có thể đã có một thư khác về cùng việc',
  'words-for-a-newborn': 'Lời thư của đơn vị nói về bé mới sinh, bé này đã lớn hơn 60 ngày',
  'child-died': 'Bé đã mất',
  declined: 'Gia đình không muốn nhận thư',
  corrected: 'Thông tin đã được sửa, thư cũ không còn đúng',
  'taken-back': 'Đơn vị đã rút lại bước báo của hồ sơ',
  moved: 'Hồ sơ đã chuyển sang đơn vị khác',
};

const garbled = /^garbled-name: (.+)$/;
const isKnown = (code: string): code is keyof typeof words => Object.hasOwn(words, code);

const partInWords = (part: string): string => {
  if (isKnown(part)) return words[part];
  const fields = garbled.exec(part)?.[1];
  if (fields === undefined)
    return part === 'garbled-name' ? 'Tên có vẻ bị lỗi phông chữ, xin sửa trước khi in' : part;
  return `Có vẻ bị lỗi phông chữ, xin sửa trước khi in: ${fields.split(', ').map(factInWords).join(', ')}`;
};

export const letterReasonInWords = (reason: string): string =>
  reason
    .split('; ')
    .flatMap((part) =>
      part.split(', ').every((one) => isKnown(one) || one === 'garbled-name') ? part.split(', ') : [part],
    )
    .map(partInWords)
    .join('; ');
