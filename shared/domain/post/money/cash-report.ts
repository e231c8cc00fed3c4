import { type Day, dayOf } from '../../values/day.ts';
import { between, days, type Instant } from '../../values/instant.ts';
import { type Account, accounts, type Booking, type CashSlip, openAccounts } from './cash-book.ts';
import type { CashReport, Figures, Sum } from './cash-report-shape.ts';

/** At most so many lines of a kind are named; the sums count all. */
const named = 200;

const isOpen = ({ account, delivered }: CashSlip) =>
  account === 'collected' || (account === 'due' && delivered);
const amountOf = ({ collected, due }: CashSlip) => collected ?? due;
const sumOf = <Item>(items: readonly Item[], amount: (item: Item) => number): Sum => ({
  jobs: items.length,
  amount: items.reduce((total, item) => total + amount(item), 0),
});
const total = <Item>(items: readonly Item[], amount: (item: Item) => number) => sumOf(items, amount).amount;
const due = (one: { due: number }) => one.due;

const figuresOf = (
  slips: readonly CashSlip[],
  bookings: readonly Booking[],
  isOlder: (slip: CashSlip) => boolean,
): Figures => {
  const moves = bookings.filter((booking) => booking.what === 'moved');
  const charges = bookings.filter((booking) => booking.what === 'charged');
  const unplaced = bookings.filter((booking) => booking.what === 'unplaced');
  const into = (account: Account) => moves.filter(({ from, to }) => to === account && from !== account);
  const quoted = total(charges, (charge) => charge.quoted) + total(moves, (move) => move.quotedCodFee);
  const charged = total(charges, (charge) => charge.charged) + total(moves, (move) => move.deducted);
  const at = (account: CashSlip['account']) => slips.filter((slip) => slip.account === account);
  return {
    movements: Object.fromEntries(
      accounts.map((account) => [account, sumOf(into(account), due)]),
    ) as Figures['movements'],
    cash: {
      collected: total(moves, (move) => move.collected),
      deducted: total(moves, (move) => move.deducted),
      remitted: total(moves, (move) => move.remitted),
    },
    charges: { quoted, charged, difference: charged - quoted },
    unplaced: { lines: unplaced.length, amount: total(unplaced, ({ amount }) => amount) },
    standing: {
      ...(Object.fromEntries(openAccounts.map((account) => [account, sumOf(at(account), due)])) as Record<
        CashSlip['account'],
        Sum
      >),
      open: sumOf(slips.filter(isOpen), amountOf),
      older: sumOf(slips.filter(isOlder), amountOf),
    },
  };
};

/** What a partner has brought and nobody has confirmed, remittance by remittance. */
const toConfirm = (slips: readonly CashSlip[]): CashReport['toConfirm'] =>
  [
    ...Map.groupBy(
      slips.filter(({ account }) => account === 'remitted'),
      ({ partner, remittanceId }) => `${partner}#${remittanceId}`,
    ).values(),
  ].map((lines) => ({
    partner: lines[0]!.partner,
    remittanceId: lines[0]!.remittanceId ?? '',
    day: dayOf(lines[0]!.since),
    lines: lines.length,
    remitted: total(lines, ({ remitted = 0 }) => remitted),
  }));

/** The report of a day from the slips that are open and the bookings of that day. */
export const cashReport = (
  slips: readonly CashSlip[],
  bookings: readonly Booking[],
  { day, now, olderThanDays }: { day: Day; now: Instant; olderThanDays: number },
): CashReport => {
  const isOlder = (slip: CashSlip) => isOpen(slip) && between(slip.since, now) > days(olderThanDays);
  const pairOf = ({ ward, partner }: { ward: string; partner: string }) => `${ward}#${partner}`;
  const [slipsOf, bookingsOf] = [Map.groupBy(slips, pairOf), Map.groupBy(bookings, pairOf)];
  const bySince = slips.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const nameOf = (slip: CashSlip) => ({
    jobId: slip.jobId,
    trackingNumber: slip.trackingNumber,
    ward: slip.ward,
    partner: slip.partner,
    since: slip.since,
    due: slip.due,
  });
  return {
    day,
    asOf: now,
    olderThanDays,
    rows: [...new Set([...slipsOf.keys(), ...bookingsOf.keys()])].toSorted().map((pair) => {
      const [mine, moved] = [slipsOf.get(pair) ?? [], bookingsOf.get(pair) ?? []];
      const { ward, partner } = [...mine, ...moved][0]!;
      return { ward, partner, ...figuresOf(mine, moved, isOlder) };
    }),
    total: figuresOf(slips, bookings, isOlder),
    older: bySince
      .filter(isOlder)
      .slice(0, named)
      .map((slip) => ({ ...nameOf(slip), account: slip.account === 'due' ? 'due' : 'collected' })),
    disputes: bySince
      .filter(({ account }) => account === 'disputed')
      .slice(0, named)
      .map((slip) => {
        const { because, collected, remitted, deducted = 0, remittanceId } = slip;
        const brought = remitted === undefined ? (collected ?? 0) : remitted + deducted;
        return {
          ...nameOf(slip),
          ...(because && { because }),
          ...(collected !== undefined && { collected }),
          ...(remitted !== undefined && { remitted }),
          difference: brought - slip.due,
          ...(remittanceId !== undefined && { remittanceId }),
        };
      }),
    toConfirm: toConfirm(slips),
  };
};
