import { between, type Dice } from '../../simulators/dice.ts';
import type { SyncRecord } from './senders.ts';

const lateShare = 0.05;
const duplicateShare = 0.03;

/** So many of the positions 0 … length - 1, each at most once. */
const some = (dice: Dice, length: number, count: number): Set<number> => {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(between(dice, 0, length - 1));
  return chosen;
};

/**
 * The order in which a real system sends: one record in twenty comes 6 to 60 places late, so that later steps overtake it,
 * and three in a hundred come once more, word for word.
 */
export const disturb = (
  dice: Dice,
  records: readonly SyncRecord[],
): { sent: SyncRecord[]; duplicates: number } => {
  const late = some(dice, records.length, Math.round(records.length * lateShare));
  const repeated = some(dice, records.length, Math.round(records.length * duplicateShare));
  const sent = records.flatMap((record, at) => {
    const place = at + (late.has(at) ? between(dice, 6, 60) : 0);
    const first = { place, record };
    return repeated.has(at) ? [first, { place: place + between(dice, 1, 80), record }] : [first];
  });
  return {
    sent: sent.toSorted((one, other) => one.place - other.place).map(({ record }) => record),
    duplicates: repeated.size,
  };
};

const isDossier = (record: SyncRecord) => record['LoaiBanTin'] === 'DongBoHoSoMC';

/**
 * Three rows as they come out of a broken export, each without what a row cannot do without: a status that does not
 * exist, a reception whose time is in words, and a dossier without a code. Each is a spoilt copy of a good record, at a
 * quarter, a half and three quarters of the file.
 */
export const spoil = (records: readonly SyncRecord[]): SyncRecord[] => {
  const flaws = [{ TrangThaiHoSo: 11 }, { TrangThaiHoSo: 2, NgayTiepNhan: 'sáng nay' }, { MaHoSo: '' }];
  const places = flaws.map((_, at) => Math.round((records.length * (at + 1)) / 4));
  return records.flatMap((record, at) => {
    const flaw = flaws[places.indexOf(at)];
    const pattern = flaw && records.slice(at).find(isDossier);
    return pattern === undefined ? [record] : [{ ...pattern, ...flaw }, record];
  });
};
