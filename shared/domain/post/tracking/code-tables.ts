import type { CodeTable } from './carrier-codes.ts';
import { baoTin } from './carriers/bao-tin.ts';
import { ems } from './carriers/ems.ts';
import { emsMerchant } from './carriers/ems-merchant.ts';
import { ghn } from './carriers/ghn.ts';
import { ghtk } from './carriers/ghtk.ts';
import { myVnPost } from './carriers/myvnpost.ts';
import { viettelPost } from './carriers/viettel-post.ts';
import { vnPostPublicPost } from './carriers/vnpost-public-post.ts';

/** Every code table there is; a partner's settings name the one that reads its events. */
export const codeTables: readonly CodeTable[] = [
  baoTin,
  myVnPost,
  vnPostPublicPost,
  viettelPost,
  ghn,
  ghtk,
  ems,
  emsMerchant,
];

export const tableNamed = (name: string): CodeTable | undefined =>
  codeTables.find((table) => table.name === name);
