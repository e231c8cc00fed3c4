import { pictureKey } from '../../domain/letter/letter.ts';
import type { LetterName, Letters } from '../../domain/letter/letters.ts';
import type { Documents } from '../../domain/letter/press.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { linkLivesFor, linkToLetter } from './list-letters.ts';
import { batchFile } from './print-batch.ts';

type Ports = {
  letters: Letters;
  documents: Documents;
  clock: Clock;
  /** What lies behind a link; undefined where nothing does. */
  bytesAt: (url: string) => Promise<Uint8Array | undefined>;
};

/** A letter's file itself, for whoever may see the letter; undefined while it has none. */
export const openPaper =
  (ports: Ports) =>
  async (name: LetterName, part: 'letter' | 'leaflet'): Promise<Uint8Array | undefined> => {
    const found = await linkToLetter(ports)(name, part);
    return found.is === 'link' ? ports.bytesAt(found.link.url) : undefined;
  };

/** A letter's picture, for whoever may see the letter; undefined while it has no file either. */
export const openPicture =
  ({ letters, documents, bytesAt }: Ports) =>
  async (name: LetterName): Promise<Uint8Array | undefined> => {
    const [letter] = await letters.find([name]);
    if (letter === undefined || letter.documents.length === 0) return undefined;
    return bytesAt(await documents.link(pictureKey(letter), { fileName: 'thu.svgz', seconds: linkLivesFor }));
  };

/** A printed batch of this office; undefined where the office has none of this name. */
export const openBatch =
  ({ documents, bytesAt }: Pick<Ports, 'documents' | 'bytesAt'>) =>
  async (ward: Ward, batch: string): Promise<Uint8Array | undefined> =>
    bytesAt(await documents.link(batchFile(ward, batch), { fileName: 'thu.pdf', seconds: linkLivesFor }));
