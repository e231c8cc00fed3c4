import type { Dossier } from '../../domain/dossier/dossier.ts';
import { ownPage, type PageWish, type PageWishes } from '../../domain/inbound/page-wish.ts';
import type { Clock } from '../../domain/values/instant.ts';

type Ports = { wishes: PageWishes; newId: () => string; clock: Clock };

/** Hands on what a citizen asked for on the page; whoever answers their texts heeds it. */
export const sendWish =
  ({ wishes, newId, clock }: Ports) =>
  async ({ ward, code }: Dossier, phone: string, wish: PageWish['wish']): Promise<void> =>
    wishes.put({ page: ownPage, id: newId(), ward, dossierCode: code, phone, at: clock(), wish });
