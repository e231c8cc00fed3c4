/**
 * What stands on the label of a parcel: enough to carry it, and no more. The QR code holds an opaque link, never a
 * name, phone or address; the phone is masked to its last three digits, since the partner has it in its data.
 */
import { placeLine } from '../../values/places/address.ts';
import { amountInFigures, amountInWords } from '../../values/writing/amount-in-words.ts';
import { type Bars, code128 } from './code-128.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import type { PlaceCatalogue } from '../../values/places/places.ts';
import { spacedNumber } from '../tracking/s10.ts';

type LabelParty = { name: string; lines: string[]; phone?: string };

export type Label = {
  /** Bars of the tracking number without spaces, as wide as the label has room for; none where no scanner could read them. */
  bars?: Bars & { moduleMm: number };
  /** The number as people read it. */
  number: string;
  plainNumber: string;
  link: string;
  /** Province and commune code, for the sorting shelves. */
  routing: string;
  from: LabelParty;
  to: LabelParty;
  dossierCode: string;
  cash: { figures: string; words: string };
  checkIdentity: boolean;
  handOnlyToRecipient: boolean;
  goods: string;
  weight: string;
  manifest?: string;
  /** Which print this is. The second one says so: two labels of one number must not travel. */
  print: number;
};

/** Between its margins an A6 label has room for so many millimetres of bars, with ten modules of white at either side. */
const roomForBars = 95;
/** Millimetres a module: postal labels want 0.33, and 0.25 is the least that common hand scanners read (confidence B). */
const [wantedModule, leastModule] = [0.33, 0.25];

/** All 13 characters of an S10 number fit at full width; a partner's own number may be longer than bars can be. */
const barsOf = (number: string): Label['bars'] => {
  const bars = code128(number);
  const moduleMm = Math.min(wantedModule, Math.floor((roomForBars / (bars.width + 20)) * 100) / 100);
  return moduleMm < leastModule ? undefined : { ...bars, moduleMm };
};

/** What is inside, in the words of a label. */
const goodsOf = ({ parcel: { contents, pieces } }: DispatchJob): string => {
  const what = contents === 'result-papers' ? 'Kết quả thủ tục hành chính' : contents;
  return pieces === 1 ? what : `${what}, ${pieces} kiện`;
};

/** `•••••••678` */
const maskedPhone = (phone: string): string => {
  const plain = phone.replaceAll(/\D/g, '');
  return `${'•'.repeat(Math.max(plain.length - 3, 0))}${plain.slice(-3)}`;
};

const partyOf = (party: DispatchJob['pickup'], places: PlaceCatalogue, phone?: string): LabelParty => ({
  name: party.name,
  lines: [
    [party.address.line1, party.address.hamlet].filter(Boolean).join(', '),
    placeLine(party.address, places),
    ...(party.address.note ? [party.address.note] : []),
  ],
  ...(phone && { phone }),
});

/** The label of an accepted job; nothing as long as it has no tracking number. */
export const labelOf = (job: DispatchJob, places: PlaceCatalogue, link: string): Label | undefined => {
  if (job.trackingNumber === undefined) return undefined;
  const { pickup, recipient, cod, parcel } = job;
  const bars = barsOf(job.trackingNumber);
  return {
    ...(bars && { bars }),
    number: spacedNumber(job.trackingNumber),
    plainNumber: job.trackingNumber,
    link,
    routing: `${recipient.address.provinceCode} – ${recipient.address.communeCode}`,
    from: partyOf(pickup, places, job.direction === 'to-citizen' ? pickup.phone : masked(pickup.phone)),
    to: partyOf(
      recipient,
      places,
      job.direction === 'to-citizen' ? masked(recipient.phone) : recipient.phone,
    ),
    dossierCode: job.dossierCode,
    cash: { figures: amountInFigures(cod.due), words: amountInWords(cod.due) },
    checkIdentity: recipient.idDocumentRequired,
    handOnlyToRecipient: !recipient.proxyAllowed,
    goods: goodsOf(job),
    weight: `${parcel.weightGrams} g`,
    ...(job.manifestId && { manifest: job.manifestId }),
    print: job.labelPrints + 1,
  };
};

const masked = (phone: string | undefined): string | undefined =>
  phone === undefined ? undefined : maskedPhone(phone);
