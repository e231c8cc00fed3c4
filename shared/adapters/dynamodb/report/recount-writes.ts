import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Recount } from '../../../domain/report/counters.ts';
import { addedUp, type Tally } from '../../../domain/report/tally.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { actionsAtOnce } from '../decision/decision-pieces.ts';
import { expiresAt } from '../expiry.ts';
import { toItem } from '../item.ts';
import { placeOf } from '../keys.ts';
import { putVersion } from '../versioned.ts';
import { countedKey, figuresKey } from './report-keys.ts';

const daysOf = (recounts: readonly Recount[]): number =>
  new Set(recounts.flatMap(({ more }) => more.map(({ day }) => day))).size;

/** Things of one office whose memories and days one transaction can hold. */
export const packsOf = (recounts: readonly Recount[]): Recount[][] => {
  const packs: Recount[][] = [];
  for (const ofWard of Map.groupBy(recounts, ({ ward }) => ward).values()) {
    let pack: Recount[] = [];
    for (const recount of ofWard) {
      const wider = [...pack, recount];
      if (pack.length > 0 && wider.length + daysOf(wider) > actionsAtOnce) {
        packs.push(pack);
        pack = [recount];
      } else pack = wider;
    }
    packs.push(pack);
  }
  return packs;
};

/** Adds to the figures of one day, whatever they hold by then; the names stand apart, since they have hyphens. */
const adding = (
  ward: Ward,
  tallies: readonly Tally[],
  at: Instant,
  tableName: string,
): TransactWriteItem => ({
  Update: {
    TableName: tableName,
    Key: toItem(figuresKey(ward, tallies[0]!.day)),
    UpdateExpression: `SET #kind = :kind, #countedAt = :at ADD ${tallies
      .map((_, index) => `#f${index} :f${index}`)
      .join(', ')}`,
    ExpressionAttributeNames: {
      '#kind': 'kind',
      '#countedAt': 'countedAt',
      ...Object.fromEntries(tallies.map(({ figure }, index) => [`#f${index}`, figure])),
    },
    ExpressionAttributeValues: toItem({
      ':kind': 'figures',
      ':at': at,
      ...Object.fromEntries(tallies.map(({ by }, index) => [`:f${index}`, by])),
    }),
  },
});

/** What each of these is counted as from now on, if nobody has counted it meanwhile, and what that adds to the days. */
export const writesOf = (
  recounts: readonly Recount[],
  at: Instant,
  tableName: string,
  vault: Vault,
): TransactWriteItem[] => {
  const days = Map.groupBy(addedUp(recounts.flatMap(({ more }) => more)), ({ day }) => day);
  return [
    ...recounts.map(({ name, before, after }) => {
      const key = countedKey(name);
      const tallies = vault.seal(JSON.stringify(after), placeOf(key));
      return putVersion(
        tableName,
        { ...key, kind: 'counted', tallies, expiresAt: expiresAt('counted', at) },
        before.version,
      );
    }),
    ...[...days.values()].map((tallies) => adding(recounts[0]!.ward, tallies, at, tableName)),
  ];
};
