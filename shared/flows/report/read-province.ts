import type { SetUpStep } from '../../domain/api/set-up.ts';
import { daysToConfirm, missingYears } from '../../domain/calendar/outlook.ts';
import { nationalCalendars } from '../../domain/calendar/national/calendars.ts';
import type { OpenCircuit } from '../../domain/notification/pace/circuit.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Proposals } from '../../domain/people/proposal.ts';
import type { PostalPartner } from '../../domain/post/partner/partner.ts';
import type { DailyFigures } from '../../domain/report/counters.ts';
import { standing, sumOf } from '../../domain/report/figures.ts';
import { monthOf, stretchOf } from '../../domain/report/month.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { Places } from '../../domain/values/places/places.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = {
  figures: DailyFigures;
  settings: Pick<SettingsStore, 'of'>;
  setUp: (ward: Ward) => Promise<SetUpStep[]>;
  proposals: Pick<Proposals, 'open'>;
  allPartners: () => Promise<PostalPartner[]>;
  places: Places;
  openCircuits: () => Promise<OpenCircuit[]>;
  clock: Clock;
};

/** One office, as whoever looks after many sees it: counts, and nothing of a citizen. */
export type WardStanding = {
  ward: Ward;
  office: string;
  /** What it has not said yet. */
  missing: number;
  /** When anything of it was last counted. */
  lastAt: Instant | undefined;
  parts: number;
  unreached: number;
  open: number;
  late: number;
  proposals: number;
};

/** How many offices stand on one page, so that its answer takes no longer than a page may. */
const aPage = 30;

/** All offices that have worked with us, page by page in the order of their codes, and how the whole stands. */
export const readProvince =
  ({ figures, settings, setUp, proposals, allPartners, places, openCircuits, clock }: Ports) =>
  async (after?: string) => {
    const today = dayOf(clock());
    const { days } = stretchOf(monthOf(today), today);
    const all = (await figures.wards()).toSorted();
    const rest = all.filter((ward) => after === undefined || ward > after);
    const shown = rest.slice(0, aPage);
    const read = async (ward: Ward): Promise<WardStanding> => {
      const [{ office }, missing, open, counted] = await Promise.all([
        settings.of(ward),
        setUp(ward),
        proposals.open(ward),
        figures.of(ward, days[0]!, today),
      ]);
      const sum = (...names: Parameters<typeof sumOf>[2][]): number => sumOf(counted.figures, days, ...names);
      return {
        ward,
        office,
        missing: missing.length,
        lastAt: counted.countedAt,
        parts: sum('parts'),
        unreached: sum('message-sms-unreached'),
        open: sumOf(counted.figures, [standing], 'open'),
        late: sum('finished-late'),
        proposals: open.length,
      };
    };
    const [wards, partners, catalogue, carriers] = await Promise.all([
      Promise.all(shown.map(read)),
      allPartners(),
      places(),
      openCircuits(),
    ]);
    return {
      offices: all.length,
      wards,
      ...(rest.length > aPage && { next: shown.at(-1) }),
      partners: partners.map(({ code, name, carrier, onPaper }) => ({
        code,
        name,
        how: carrier ? 'carrier' : onPaper ? 'paper' : 'program',
      })),
      catalogue: {
        version: catalogue.version,
        provinces: catalogue.provinces.length,
        communes: catalogue.communes.length,
      },
      carriers,
      missingYears: missingYears(nationalCalendars, today),
      daysToConfirm: daysToConfirm(nationalCalendars, today).length,
    };
  };
