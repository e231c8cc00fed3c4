import { plus, seconds, type Clock } from '../../domain/values/instant.ts';
import type {
  DocumentLink,
  LetterDetails,
  LetterList,
  LetterSummary,
} from '../../domain/letter/api/shapes.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import type { LetterState } from '../../domain/letter/moves.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { Documents } from '../../domain/letter/press.ts';
import type { LetterName, Letters } from '../../domain/letter/letters.ts';

/** How many letters a page of the list has. */
const onePage = 100;

/** How long a link to a letter's file works: long enough to open it, too short to be passed around. */
export const linkLivesFor = 300;

export const summaryOf = (letter: Letter): LetterSummary => ({
  letterId: letter.id,
  kind: letter.kind,
  state: letter.state,
  since: letter.since,
  version: letter.version,
  release: letter.release,
  recipient: letter.content.recipient,
  dossierCode: letter.dossierCode,
  issuedOn: letter.content.issuedOn,
  createdAt: letter.createdAt,
  leaflet: letter.leaflet !== undefined,
  ...(letter.content.addressGaps && { addressGaps: letter.content.addressGaps }),
  ...(letter.reason !== undefined && { reason: letter.reason }),
});

/** Condolences first: the family waits at the counter, since a death is registered within the day. */
const quietOnesFirst = (letters: readonly Letter[]): Letter[] =>
  letters.toSorted((a, b) => Number(b.kind === 'condolence') - Number(a.kind === 'condolence'));

export const listLetters =
  ({ letters }: { letters: Letters }) =>
  async (
    ward: Ward,
    asked: { state?: LetterState | undefined; before?: string | undefined },
  ): Promise<LetterList> => {
    const page = await letters.list(ward, { ...asked, limit: onePage });
    return {
      letters: quietOnesFirst(page.letters).map(summaryOf),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    };
  };

/** One letter with what it tells and what people did with it; undefined when the ward has no such letter. */
export const showLetter =
  ({ letters }: { letters: Letters }) =>
  async (name: LetterName): Promise<LetterDetails | undefined> => {
    const [[letter], acts] = await Promise.all([letters.find([name]), letters.acts(name)]);
    return letter && { ...summaryOf(letter), content: letter.content, acts };
  };

/** A link to a letter's file, or the state in which it has none yet. */
export const linkToLetter =
  ({ letters, documents, clock }: { letters: Letters; documents: Documents; clock: Clock }) =>
  async (
    name: LetterName,
    part: 'letter' | 'leaflet',
  ): Promise<
    { is: 'link'; link: DocumentLink } | { is: 'wrong-state'; state: LetterState } | { is: 'not-found' }
  > => {
    const [letter] = await letters.find([name]);
    if (letter === undefined || (part === 'leaflet' && letter.leaflet === undefined)) {
      return { is: 'not-found' };
    }
    const file = letter.documents[part === 'letter' ? 0 : 1];
    if (file === undefined) return { is: 'wrong-state', state: letter.state };
    const fileName = `${part === 'letter' ? 'thu' : 'to-roi'}-${letter.id.slice(0, 8)}-v${letter.version}.pdf`;
    const url = await documents.link(file.key, { fileName, seconds: linkLivesFor });
    return { is: 'link', link: { url, expiresAt: plus(clock(), seconds(linkLivesFor)) } };
  };
