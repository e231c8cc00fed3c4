/** How records of the national synchronisation service are wrapped: `{service, isUpdating, data}`, one or many, or bare. */
import { exactJson } from '../../values/wire/exact-json.ts';

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const services = ['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'] as const;

const serviceNamed = (name: unknown) =>
  services.find((service) => typeof name === 'string' && service.toLowerCase() === name.trim().toLowerCase());

const isBlank = (said: unknown): boolean =>
  said === undefined || said === null || (typeof said === 'string' && said.trim() === '');

/** Which of the two messages a record is: as it says, as its envelope says, or as its own status field shows. */
const kindOf = (record: Tree, service: unknown) => {
  const said = record['LoaiBanTin'];
  if (!isBlank(said)) return serviceNamed(said) ?? said;
  const shown =
    'TrangThaiHoSo' in record ? 'DongBoHoSoMC' : 'TrangThai' in record ? 'CapNhatTienDoHoSoMC' : undefined;
  return serviceNamed(service) ?? shown ?? said;
};

const isEnvelope = (value: unknown): value is Tree =>
  isTree(value) && 'data' in value && !('MaHoSo' in value);

/** Envelopes lie in envelopes at most so deep. */
const deepest = 4;

const parsed = (data: unknown): unknown => {
  if (typeof data !== 'string') return data;
  try {
    return exactJson(data);
  } catch {
    return data;
  }
};

/** The records in what was sent, each with `LoaiBanTin` and `isUpdating` where only its envelope said them. */
export const recordsIn = (sent: unknown, from: Tree = {}, depth = 0): unknown[] => {
  if (depth < deepest && Array.isArray(sent)) return sent.flatMap((each) => recordsIn(each, from, depth + 1));
  if (depth < deepest && isEnvelope(sent))
    return recordsIn(parsed(sent['data']), { ...from, ...sent, data: undefined }, depth + 1);
  if (!isTree(sent)) return [sent];
  const { isUpdating = from['isUpdating'] } = sent;
  const LoaiBanTin = kindOf(sent, from['service']);
  return [
    {
      ...sent,
      ...(LoaiBanTin !== undefined && { LoaiBanTin }),
      ...(isUpdating !== undefined && { isUpdating }),
    },
  ];
};

/** Whether this is something of the national service rather than an event of our own. */
export const isNational = (value: unknown): boolean =>
  isEnvelope(value) ||
  (isTree(value) && !('eventId' in value) && ('MaHoSo' in value || 'LoaiBanTin' in value));
