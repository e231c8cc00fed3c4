/** What a citizen has to pay, by the lines of DanhSachLePhi. */
import type { DossierRecord } from './record.ts';
import type { Warning } from '../../values/warning.ts';

const isPaid = (said: unknown): boolean => [true, 1, '1', 'true', 'True', 'TRUE'].includes(said as string);

/** What is still to pay; unknown where one line is, since a part of a sum would be a wrong sum. */
export const toPay = (
  { DanhSachLePhi: lines = [] }: DossierRecord,
  found: readonly Warning[],
): number | undefined => {
  if (found.some(({ field }) => field.startsWith('DanhSachLePhi'))) return undefined;
  const amounts = lines.map(({ Gia, SoTien, TrangThaiThanhToan }) =>
    isPaid(TrangThaiThanhToan) ? 0 : (Gia ?? SoTien),
  );
  return amounts.length === 0 || amounts.includes(undefined)
    ? undefined
    : amounts.reduce<number>((sum, amount) => sum + amount!, 0);
};
