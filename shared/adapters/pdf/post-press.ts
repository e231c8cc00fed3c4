/** The paper of the post: labels of parcels on A6, hand-over lists and visit lists on A4. */
import { markedHandoverList, markedVisitSheet } from '../../domain/post/paper/marked-rows.ts';
import type { PrintedLetter } from '../../domain/letter/press.ts';
import type { HandoverList } from '../../domain/post/paper/handover-list.ts';
import type { Label } from '../../domain/post/paper/label.ts';
import type { VisitSheet } from '../../domain/post/paper/visit-sheet.ts';
import { qrRuns } from './qr.ts';
import { openTypst } from './typst.ts';

/** The compiler may name what it lacks a few letters at a time. */
const attempts = 5;

/** Prints a list with everybody on it: letters that the type lacks are marked, and their rows named. */
const printMarked = <List>(
  list: List,
  print: (list: List) => PrintedLetter,
  marked: (list: List, lost: readonly string[]) => List,
): PrintedLetter => {
  const lost: string[] = [];
  let printed = print(list);
  for (let again = 0; !printed.ok && again < attempts; again += 1) {
    lost.push(...printed.missing);
    printed = print(marked(list, lost));
  }
  return printed;
};

/** Prints what goes with the papers; a label with a letter that the type lacks is refused, a list marks its row. */
export const typstPostPress = () => {
  const { print } = openTypst();
  return {
    label: (label: Label): PrintedLetter =>
      print('label.typ', 'ua-1', { label: JSON.stringify({ ...label, code: qrRuns(label.link) }) }),
    /** PDF/A-2a, since both sides keep it (ISO 19005-2). */
    handoverList: (list: HandoverList): PrintedLetter =>
      printMarked(
        list,
        (words) => print('handover-list.typ', 'a-2a', { list: JSON.stringify(words) }),
        markedHandoverList,
      ),
    visitList: (list: VisitSheet): PrintedLetter =>
      printMarked(
        list,
        (words) => print('visit-list.typ', 'ua-1', { list: JSON.stringify(words) }),
        markedVisitSheet,
      ),
  };
};
