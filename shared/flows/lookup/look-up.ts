import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { opensDossier } from '../../domain/dossier/receipt/opened-by.ts';
import { type ReceiptCodes } from '../../domain/dossier/receipt/receipt-code.ts';
import { passFor } from '../../domain/lookup/pass.ts';
import { afterMiss, type Pace, type PaceName, type Paces, waitsFor } from '../../domain/lookup/pace.ts';
import { type Clock, type Instant, seconds } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';

type Ports = {
  dossiers: Pick<Dossiers, 'withCode'>;
  paces: Paces;
  receiptCodes: ReceiptCodes;
  vault: Pick<Vault, 'seal' | 'hash'>;
  clock: Clock;
};

/** What somebody typed, and where from. */
export type Typed = { code: string; receipt: string; address: string };

/** `miss` is every miss: which of the two codes was wrong is told nobody. */
export type FoundByCodes =
  | { is: 'found'; word: string }
  | { is: 'miss' }
  | { is: 'wait'; milliseconds: number };

/** How often two tries at once are counted anew before the later one is asked to wait. */
const rounds = 3;
const amoment = seconds(2);

type Counted = { name: PaceName; before: Pace | undefined; after: Pace };

/**
 * Looks a dossier up by its two codes. A try counts as a miss before it is looked at, by the address it came from and by
 * the code it is about, and is given back when it was none: who tries many codes at once or one after another waits
 * longer each time, whatever is right about them. While somebody has to wait, one read is all it costs.
 */
export const findByCodes =
  (ports: Ports) =>
  async ({ code: written, receipt, address }: Typed): Promise<FoundByCodes> => {
    const { vault, dossiers, receiptCodes, clock } = ports;
    const code = DossierCode.safeParse(written).data;
    const names: PaceName[] = [
      { kind: 'address', mark: vault.hash(`look-up from ${address}`) },
      ...(code === undefined ? [] : [{ kind: 'dossier' as const, mark: vault.hash(`look-up of ${code}`) }]),
    ];
    const now = clock();
    const counted = await countTry(ports, names, now);
    if ('wait' in counted) return { is: 'wait', milliseconds: counted.wait };
    const known = code === undefined ? [] : await dossiers.withCode(code);
    const opened = known.filter((dossier) => opensDossier(dossier, receipt, receiptCodes));
    const dossier = opened.find(({ movedTo }) => movedTo === undefined) ?? opened[0];
    if (dossier === undefined) return { is: 'miss' };
    await Promise.all(counted.tries.map((one) => giveBack(ports, one, now)));
    return { is: 'found', word: passFor(vault, dossier, now) };
  };

const countTry = async (
  { paces }: Ports,
  names: readonly PaceName[],
  now: Instant,
): Promise<{ wait: number } | { tries: Counted[] }> => {
  const tries: Counted[] = [];
  let open = names;
  for (let round = 0; round < rounds && open.length > 0; round += 1) {
    const read = await paces.of(open);
    const wait = Math.max(0, ...read.map((pace) => waitsFor(pace, now)));
    if (wait > 0) return { wait };
    const asked = open.map((name, index): Counted => {
      const before = read[index];
      return { name, before, after: afterMiss(name.kind, before, now) };
    });
    const moved = await Promise.all(asked.map(({ name, before, after }) => paces.move(name, before, after)));
    tries.push(...asked.filter((_, index) => moved[index] === 'moved'));
    open = open.filter((_, index) => moved[index] === 'conflict');
  }
  return open.length > 0 ? { wait: amoment } : { tries };
};

/** Unless another try was counted meanwhile: that one stands. */
const giveBack = async ({ paces }: Ports, { name, before, after }: Counted, now: Instant): Promise<void> => {
  await paces.move(name, after, before ?? { misses: 0, lastAt: now, openFrom: now });
};
