/** In which fact of a letter something is written that cannot be printed, in an officer's words. */
import type { LetterContent } from '../content.ts';

/** What an officer calls the facts of a letter; what has no name here is called by its place in the content. */
const names: Readonly<Record<string, string>> = {
  child: 'tên bé',
  spouses: 'tên hai vợ chồng',
  deceased: 'tên người mất',
  recipient: 'dòng Kính gửi',
  address: 'địa chỉ',
  agency: 'đầu thư, chữ ký',
  number: 'số văn bản',
  pronoun: 'cách xưng hô',
  places: 'nơi tiêm',
  healthStationPhone: 'số Trạm Y tế',
  dossierCode: 'mã hồ sơ',
  procedure: 'tên thủ tục',
  unit: 'đơn vị chậm giải quyết',
  reason: 'lý do chậm',
  returnPlace: 'nơi trả kết quả',
};

/** What stands in no fact stands in the ward's own words. */
const inTheWords = 'lời thư (mẫu của đơn vị)';

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** The facts that hold one of these characters, each once; the ward's words where no fact does. */
export const whereWritten = (content: LetterContent, characters: readonly string[]): string[] => {
  const { id: _id, ...facts } = content;
  const found = Object.entries(facts)
    .filter(([, value]) => textsIn(value).some((text) => characters.some((one) => text.includes(one))))
    .map(([name]) => names[name] ?? name);
  return found.length > 0 ? found : [inTheWords];
};
