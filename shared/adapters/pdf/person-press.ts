import type { PrintedLetter } from '../../domain/letter/press.ts';
import { markedPersonPaper, type PersonPaper } from '../../domain/rights/person-paper.ts';
import { printMarked } from './print-marked.ts';
import { openTypst } from './typst.ts';

/** Prints what is kept about a citizen; a letter that the type lacks is marked, since the whole is owed to them. */
export const openPersonPress = () => {
  const { print } = openTypst();
  return (paper: PersonPaper): PrintedLetter =>
    printMarked(
      paper,
      (words) => print('person/person.typ', 'ua-1', { paper: JSON.stringify(words) }),
      markedPersonPaper,
    );
};
