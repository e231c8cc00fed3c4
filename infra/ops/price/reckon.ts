import { country, type Kind, measured } from './measured.ts';
import type { ListPrices } from './list-prices.ts';

const kinds = Object.keys(measured.events) as Kind[];
const all = kinds.reduce((sum, kind) => sum + measured.events[kind], 0);

/** Of one event as they come, whatever it ends as. */
const perEvent = (of: 'calls' | 'reads' | 'writes'): number =>
  kinds.reduce((sum, kind) => sum + measured.events[kind] * measured.each[kind][of], 0) / all;

/** What a function works on one call of ours, with everything around it: half a second-gigabyte in ten calls. */
const gigabyteSecondsPerCall = 0.05;
/** A line of a log, and how many an event leaves. */
const logGigabytesPerEvent = 3 * 300e-9;

/** What a thousand events cost by list prices: AWS apart from SMS, and SMS if AWS carries them all. */
export const perThousandEvents = (prices: ListPrices) => {
  const table =
    (perEvent('writes') * prices.millionWriteUnits + perEvent('reads') * prices.millionReadUnits) / 1e6;
  // Reports come in batches of a hundred; what wakes functions is less than the calls they make.
  const compute =
    perEvent('calls') * (prices.millionCalls / 1e6 + gigabyteSecondsPerCall * prices.gigabyteSecond);
  const door = prices.millionRequests / 1e6 / 100;
  const queues = (3 * prices.millionMessages) / 1e6;
  const logs = logGigabytesPerEvent * prices.gigabyteOfLog;
  const sms = (measured.events.told / all) * measured.partsPerSms * prices.smsPart;
  const thousand = (one: number): number => 1000 * one;
  return {
    table: thousand(table),
    compute: thousand(compute),
    door: thousand(door),
    queues: thousand(queues),
    logs: thousand(logs),
    sms: thousand(sms),
  };
};

const eventsPerDossier = all / measured.dossiers;
const threeHours = 3 * 3600;

/** What a cell has to bear in the three busiest hours of a busy day, if it holds this share of the country. */
export const atThePeak = (share: number) => {
  const dossiers = (share * country.dossiersOnABusyDay * country.inThreeHours) / threeHours;
  const events = dossiers * eventsPerDossier;
  return {
    events,
    sms: dossiers * (measured.events.told / measured.dossiers),
    writes: events * perEvent('writes'),
    reads: events * perEvent('reads'),
  };
};

/** Events of a year, if it holds this share of the country. */
export const eventsAYear = (share: number): number => share * country.dossiersPerYear * eventsPerDossier;
