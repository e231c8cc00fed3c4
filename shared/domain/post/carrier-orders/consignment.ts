/** What a carrier that does not pull is asked to carry: a job in the words every carrier's order form shares. */
import type { Address } from '../../values/places/address.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { communeOf, type PlaceCatalogue, provinceOf } from '../../values/places/places.ts';

type Place = { code: string; name: string };

/** One end of the journey. `district` is only there where the address still names one of before July 2025. */
export type ConsignmentEnd = {
  name: string;
  phone: string;
  line: string;
  commune: Place;
  province: Place;
  district?: string;
};

export type Consignment = {
  /** Our own name of the order at the carrier; see `carrier-order.ts`. */
  reference: string;
  from: ConsignmentEnd;
  to: ConsignmentEnd;
  weightGrams: number;
  pieces: number;
  /** Cash to be collected at the door, whole VND. */
  cod: number;
  /** Who pays the carrier for the way. */
  payer: 'office' | 'recipient';
  contents: string;
  /** For the deliverer. */
  note: string;
};

/** What a carrier reads on every parcel of ours: papers, and nothing about whose affairs they are. */
const contents = 'Giấy tờ hành chính';
const showIdentity = 'Kiểm tra giấy tờ tùy thân của người nhận.';
const onlyToRecipient = 'Chỉ giao tận tay người nhận.';

const endOf = (
  party: { name: string; phone?: string | undefined; address: Address },
  places: PlaceCatalogue,
): ConsignmentEnd => {
  const { address, name, phone = '' } = party;
  const { communeCode, provinceCode, line1, hamlet, legacy } = address;
  return {
    name,
    phone: phone.replace(/^\+84/, '0'),
    line: [line1, hamlet].filter(Boolean).join(', '),
    commune: { code: communeCode, name: nameOf(communeOf(places, communeCode), communeCode) },
    province: { code: provinceCode, name: provinceOf(places, provinceCode)?.name ?? provinceCode },
    ...(legacy?.district !== undefined && { district: legacy.district }),
  };
};

/** `phường Vũng Tàu`: the kind belongs to the name, since two communes of a province may differ by it alone. */
const nameOf = (commune: ReturnType<typeof communeOf>, code: string): string =>
  commune === undefined ? code : `${commune.kind} ${commune.name}`;

/** The consignment of a job as it stands now, under this reference. */
export const consignmentOf = (
  { pickup, recipient, parcel, cod, fee }: DispatchJob,
  reference: string,
  places: PlaceCatalogue,
): Consignment => ({
  reference,
  from: endOf(pickup, places),
  to: endOf(recipient, places),
  weightGrams: parcel.weightGrams,
  pieces: parcel.pieces,
  cod: cod.due,
  payer: fee.payer === 'recipient' && cod.due === 0 ? 'recipient' : 'office',
  contents,
  note: [recipient.idDocumentRequired && showIdentity, !recipient.proxyAllowed && onlyToRecipient]
    .filter(Boolean)
    .join(' '),
});

/** The whole address in one line, for carriers that take it apart themselves. */
export const wholeAddress = ({ line, commune, district, province }: ConsignmentEnd): string =>
  [line, commune.name, district, province.name].filter(Boolean).join(', ');
