import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import type { Ledger } from '../sms/ledger.ts';

/** A scan of a parcel; `id` is 24 hexadecimal digits that begin with its second, as the object ids of a feed do. */
export type Scan = { id: string; code: string; at: string; returning: boolean };

/** An order that was taken. `number` is on the parcel, `id` is what the carrier calls it among its own. */
export type PostalOrder = {
  carrier: CarrierInterface;
  reference: string;
  number: string;
  id: string;
  cod: number;
  takenAt: string;
  cancelled: boolean;
  scans: Scan[];
};

/** What the ledger says, a line each: an order taken, cancelled, or scanned. No line names a person. */
export type PostalLine =
  | ({ what: 'order' } & Omit<PostalOrder, 'cancelled' | 'scans'>)
  | { what: 'cancelled'; carrier: CarrierInterface; number: string; at: string }
  | { what: 'scan'; carrier: CarrierInterface; number: string; scan: Scan };

export type Depot = {
  take(carrier: CarrierInterface, reference: string, cod: number): Promise<PostalOrder>;
  cancel(order: PostalOrder): Promise<void>;
  scan(order: PostalOrder, scan: Omit<Scan, 'id'>): Promise<Scan>;
  named(carrier: CarrierInterface, reference: string): PostalOrder | undefined;
  numbered(carrier: CarrierInterface, number: string): PostalOrder | undefined;
  all(carrier: CarrierInterface): PostalOrder[];
};

/** How each carrier numbers its parcels; the public post's parcel bears our own number. */
const numbers: Record<CarrierInterface, (serial: number, reference: string) => string> = {
  'vnpost-public-post': (_serial, reference) => reference,
  myvnpost: (serial) => `CN${String(serial).padStart(9, '0')}VN`,
  ghn: (serial) => `L${(serial + 46_655).toString(36).toUpperCase()}`,
  'viettel-post': (serial) => String(11_000_000_000 + serial),
  ghtk: (serial) => `S1.A1.${17_000_000 + serial}`,
  ems: (serial) => `EJ${String(serial).padStart(9, '0')}VN`,
};

const objectId = (at: string, serial: number): string =>
  Math.floor(Date.parse(at) / 1000)
    .toString(16)
    .padStart(8, '0') + serial.toString(16).padStart(16, '0');

/** All carriers' orders, as the ledger has them; what is answered is on the disk. */
export const openDepot = async (ledger: Ledger<PostalLine>): Promise<Depot> => {
  const orders: PostalOrder[] = [];
  let lines = 0;
  const note = (line: PostalLine): void => {
    lines += 1;
    if (line.what === 'order') {
      const { what: _what, ...order } = line;
      orders.push({ ...order, cancelled: false, scans: [] });
      return;
    }
    const order = orders.findLast(
      ({ carrier, number }) => carrier === line.carrier && number === line.number,
    );
    if (!order) return;
    if (line.what === 'cancelled') order.cancelled = true;
    else order.scans.push(line.scan);
  };
  for (const line of await ledger.after(0)) note(line);
  const write = async (line: PostalLine): Promise<void> => {
    note(line);
    await ledger.append(line);
  };
  const now = (): string => new Date().toISOString();

  return {
    take: async (carrier, reference, cod) => {
      const serial = lines + 1;
      const number = numbers[carrier](serial, reference);
      await write({ what: 'order', carrier, reference, number, id: `id-${serial}`, cod, takenAt: now() });
      return orders.at(-1)!;
    },
    cancel: async ({ carrier, number }) => write({ what: 'cancelled', carrier, number, at: now() }),
    scan: async ({ carrier, number }, given) => {
      const scan = { ...given, id: objectId(now(), lines + 1) };
      await write({ what: 'scan', carrier, number, scan });
      return scan;
    },
    named: (carrier, reference) =>
      orders.find((order) => order.carrier === carrier && order.reference === reference),
    numbered: (carrier, number) =>
      orders.find((order) => order.carrier === carrier && order.number === number),
    all: (carrier) => orders.filter((order) => order.carrier === carrier),
  };
};
