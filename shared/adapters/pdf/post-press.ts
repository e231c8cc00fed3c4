/** The paper of the post: labels of parcels on A6, hand-over lists and visit lists on A4. */
import { markedHandoverList, markedVisitSheet } from '../../domain/post/paper/marked-rows.ts';
import type { PrintedLetter } from '../../domain/letter/press.ts';
import type { HandoverList } from '../../domain/post/paper/handover-list.ts';
import type { Label } from '../../domain/post/paper/label.ts';
import type { VisitSheet } from '../../domain/post/paper/visit-sheet.ts';
import { printMarked } from './print-marked.ts';
import { qrRuns } from './qr.ts';
import { openTypst } from './typst.ts';

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
