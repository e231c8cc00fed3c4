import type { Audit, Deed } from '../../domain/people/audit.ts';
import type { Ward } from '../../domain/values/ward.ts';

/** How many pages of the store one search looks through: a year of a small office; then it says where it stopped. */
const pagesAtOnce = 20;
/** How many deeds fill a page. */
const enough = 50;

/** Deeds of an office, newest first: of one kind, about one thing, or all of them. */
export const searchAudit =
  ({ audit }: { audit: Pick<Audit, 'of'> }) =>
  async (
    ward: Ward,
    {
      what,
      about,
      before,
    }: { what?: string | undefined; about?: string | undefined; before?: string | undefined },
  ): Promise<{ deeds: Deed[]; cursor?: string }> => {
    const deeds: Deed[] = [];
    let cursor = before;
    for (let page = 0; page < pagesAtOnce && deeds.length < enough; page += 1) {
      const read = await audit.of(ward, cursor);
      deeds.push(
        ...read.deeds.filter(
          (deed) =>
            (what === undefined || deed.what === what) && (about === undefined || deed.about === about),
        ),
      );
      cursor = read.cursor;
      if (cursor === undefined) return { deeds };
    }
    return { deeds, ...(cursor !== undefined && { cursor }) };
  };
