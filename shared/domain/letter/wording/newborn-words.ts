/** Words of a birth letter that fit a child just born and no other: births are registered months and years later, too. */
import { addDays, type Day } from '../../values/day.ts';
import type { LetterContent } from '../content.ts';
import type { Sheet } from '../sheet.ts';

/** A birth is registered in time within sixty days (Luật Hộ tịch 2014, điều 15); whoever comes later brings no newborn. */
const isNewFor = 60;

/** What a ward likes to write of a newborn. `Chúc mừng bé` is true of every child, `chào mừng bé` bids one welcome. */
const ofNewborns = new RegExp(
  [
    'chào đời|ra đời|hạ sinh|lọt lòng|sơ sinh|(?:mới|vừa)(?: được| mới)? sinh|những ngày đầu',
    '(?:công dân|thành viên)(?: \\p{L}+)? (?:mới|nhí|tí hon|nhỏ tuổi nhất)',
    'chào mừng|chào đón|đón chào|đón (?:bé|cháu|con|em|thêm|thành viên)',
    '(?:mới|vừa|có)(?: \\p{L}+)? thêm|(?:mới|vừa) (?:đón|chào|đến)|tiếng khóc|mẹ tròn con vuông',
    'vượt cạn|khai hoa|ở cữ|đầy (?:tháng|cữ)|trứng nước',
  ].join('|'),
  'iu',
);

const printedIn = ({
  heading,
  subheading,
  paragraphs,
  afterFacts,
  closing,
  help,
  inserts,
}: Sheet): string[] =>
  [heading, subheading, paragraphs, afterFacts, closing, help, inserts?.items.map(({ text }) => text)]
    .flat()
    .filter((text) => text !== undefined);

/** What a person has to look at where a page speaks of a newborn, and its child was born long before the letter. */
export const doubtOfWords = (
  content: LetterContent,
  sheet: Sheet,
  today: Day,
): 'words-for-a-newborn' | undefined => {
  if (content.kind !== 'birth' || addDays(content.child.bornOn, isNewFor) >= today) return undefined;
  const { name } = content.child;
  return printedIn(sheet).some((text) => ofNewborns.test(text.replaceAll(name, '')))
    ? 'words-for-a-newborn'
    : undefined;
};
