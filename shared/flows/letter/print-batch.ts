import { dayOf, formatDay, type Day } from '../../domain/values/day.ts';
import { plus, seconds, type Clock } from '../../domain/values/instant.ts';
import type { PrintBatchResponse } from '../../domain/letter/api/shapes.ts';
import { signedSheet } from '../../domain/letter/compose.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import type { CoverList, LetterPress, Documents } from '../../domain/letter/press.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { linkLivesFor } from './list-letters.ts';
import { LetterId, type NewId } from '../../domain/values/ids.ts';
import type { Letters } from '../../domain/letter/letters.ts';

type Row = PrintBatchResponse['results'][number];
type Taken = { row: Row; letter?: Letter };

const coverOf = (letters: readonly Letter[], on: string): CoverList => ({
  heading: `Danh sách thư in ngày ${on}`,
  columns: ['STT', 'Kính gửi', 'Hồ sơ'],
  rows: letters.map(({ content, dossierCode, leaflet }, index) => [
    String(index + 1),
    leaflet ? `${content.recipient} (kèm tờ rơi)` : content.recipient,
    dossierCode,
  ]),
});

/** Where a batch lies: its office's name is part of it, so that nobody finds another's. */
export const batchFile = (ward: Ward, batch: string): string => `batches/${ward}/${batch}.pdf`;

/**
 * Prints released letters as one document with a list on top. Each letter bears the day on which it is signed, not the
 * one on which it was written. It is marked printed before it goes into the pile, so one that is withdrawn at this moment
 * is not in it; should the press fail afterwards, the same request prints the same letters again.
 */
export const printBatch =
  (ports: { letters: Letters; press: LetterPress; documents: Documents; clock: Clock; newId: NewId }) =>
  async (
    ward: Ward,
    letterIds: readonly string[],
    by: string,
    signedOn?: Day,
  ): Promise<PrintBatchResponse> => {
    const now = ports.clock();
    const ids = [...new Set(letterIds)];
    const names = ids.flatMap((text) => {
      const id = LetterId.safeParse(text);
      return id.success ? [{ ward, id: id.data }] : [];
    });
    const found = new Map((await ports.letters.find(names)).map((letter) => [letter.id as string, letter]));
    const take = async (letterId: string): Promise<Taken> => {
      const letter = found.get(letterId);
      if (letter === undefined) return { row: { letterId, outcome: 'not-found' } };
      if (letter.state === 'printed') {
        return { row: { letterId, outcome: 'printed-again', state: 'printed' }, letter };
      }
      const moved = await ports.letters.move(letter, 'printed', { at: now, version: letter.version, by });
      if (moved.is === 'moved') return { row: { letterId, outcome: 'printed', state: 'printed' }, letter };
      const state = moved.is === 'unchanged' ? moved.state : letter.state;
      return { row: { letterId, outcome: 'wrong-state', state } };
    };
    const taken = await Promise.all(ids.map(take));
    const results = taken.map(({ row }) => row);
    const pile = taken.flatMap(({ letter }) => letter ?? []);
    if (pile.length === 0) return { results };

    const sheets = pile.flatMap((letter) => {
      const { sheet, leaflet, state, since } = letter;
      const on = signedOn ?? dayOf(state === 'printed' ? since : now);
      const dated = signedSheet(sheet, letter.content.agency.place, on);
      return leaflet ? [dated, leaflet] : [dated];
    });
    const rendering = ports.press.renderBatch(sheets, coverOf(pile, formatDay(dayOf(now))));
    if (!rendering.ok) throw new Error('a released letter has a character that its typeface lacks');
    const batch = ports.newId();
    const key = batchFile(ward, batch);
    await ports.documents.keep(key, rendering.pdf);
    const url = await ports.documents.link(key, {
      fileName: `thu-${dayOf(now)}-${batch.slice(0, 8)}.pdf`,
      seconds: linkLivesFor,
    });
    return { results, document: { url, expiresAt: plus(now, seconds(linkLivesFor)) } };
  };
