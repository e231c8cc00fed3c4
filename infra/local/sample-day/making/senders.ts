/** A record of the national synchronisation service, as it goes into the file. */
export type SyncRecord = Record<string, unknown>;

/** `yyyyMMddHHmmss` taken apart. */
const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const isDate = (field: string, value: unknown): value is string =>
  /^(?:Ngay|ThoiDiem)/.test(field) && typeof value === 'string' && parts.test(value);

const mapped = (record: SyncRecord, change: (field: string, value: unknown) => unknown): SyncRecord =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.map((item: SyncRecord) => mapped(item, change)) : change(field, value),
    ]),
  );

/** As OpenCPS sends: each message in an envelope that says which service it is for, with truth written as a word. */
const inEnvelope = ({ LoaiBanTin: service, isUpdating = false, ...data }: SyncRecord): SyncRecord => ({
  service,
  isUpdating: isUpdating === true ? 'True' : 'False',
  data,
});

/** As systems of the iGate kind send: ISO days, numbers as text, what is unknown as null. */
const withIsoDays = (record: SyncRecord): SyncRecord =>
  mapped(record, (field, value) => {
    if (isDate(field, value)) return value.replace(parts, '$1-$2-$3T$4:$5:$6');
    if (value === '') return null;
    return typeof value === 'number' ? String(value) : value;
  });

/** As systems of the Viettel kind send: days as clerks write them, what is unknown left blank. */
const withClerksDays = (record: SyncRecord): SyncRecord =>
  mapped(record, (field, value) =>
    isDate(field, value) ? value.replace(parts, '$3/$2/$1 $4:$5:$6') : value === null ? ' ' : value,
  );

const plain = (record: SyncRecord): SyncRecord => record;
const senders = [plain, inEnvelope, withIsoDays, withClerksDays];

const dossierNumber = (code: unknown): number => Number(/(\d+)\D*$/.exec(String(code))?.[1] ?? 0);

/** Whether this dossier's system reports each step by both messages of the service, as OpenCPS does. */
export const tellsTwice = (code: string): boolean =>
  senders[dossierNumber(code) % senders.length] === inEnvelope;

/** The record as the system that this dossier lies in sends it; which one that is hangs on the dossier's number. */
export const asSent = (record: SyncRecord): SyncRecord =>
  senders[dossierNumber(record['MaHoSo']) % senders.length]!(record);
