import { createHash } from 'node:crypto';
import { sampleLetters } from '../../../infra/ops/commands/demo/sample-office.ts';
import { memoryDocuments } from '../../../shared/adapters/memory/letter/documents.ts';
import { memoryStore, type Store } from '../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { calendarAt } from '../../../shared/domain/letter/api/calendar-link.ts';
import type { LetterPress } from '../../../shared/domain/letter/press.ts';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { WardLetters } from '../../../shared/domain/letter/ward-letters.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import type { LetterAct } from '../../../shared/domain/letter/api/shapes.ts';
import { type Act, actOnLetter } from '../../../shared/flows/letter/act-on-letter.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { lettersOfDossiers } from '../../../shared/flows/letter/letters-of-dossiers.ts';
import { printBatch } from '../../../shared/flows/letter/print-batch.ts';
import { readCalendar } from '../../../shared/flows/letter/read-calendar.ts';
import { renderLetter } from '../../../shared/flows/letter/render-letter.ts';
import { reviseLetter } from '../../../shared/flows/letter/revise-letter.ts';
import { recordConsents } from '../../../shared/flows/office/record-consents.ts';
import { sweepLetters } from '../../../shared/flows/letter/sweep-letters.ts';
import { anEventBody, vungTau } from './dossiers.ts';
import { theStation } from './letters.ts';
import { aClock, aDoorbell } from './wards-day.ts';
import type { LetterName } from '../../../shared/domain/letter/letters.ts';
import type { Doorbell } from '../../../shared/domain/notification/doorbell-message.ts';

const usualLetters: WardLetters = {
  ...sampleLetters(vungTau, '2026-03-01' as Day),
  places: [theStation],
};

/** A ward that has approved everything that ships, and whose health station has confirmed the schedule. */
export const aWardWithLetters = (differs?: Record<string, unknown>): WardLetters =>
  differs === undefined ? usualLetters : WardLetters.parse({ ...usualLetters, ...differs });

export const aBirthEvent = (differs: Record<string, unknown> = {}) =>
  anEventBody({
    procedureCode: '1.001193',
    personEvent: {
      kind: 'birth',
      childName: 'Trần Nguyễn Ngọc Diệp',
      bornOn: '2026-02-20',
      sex: 'female',
      parents: ['Trần Văn Minh', 'Nguyễn Thị Hằng'],
    },
    ...differs,
  });

export const aMarriageEvent = (differs: Record<string, unknown> = {}) =>
  anEventBody({
    procedureCode: '1.000894',
    personEvent: {
      kind: 'marriage',
      spouses: ['Lê Hoàng Ân', 'Đặng Thị Thùy Dương'],
      marriedOn: '2026-03-02',
    },
    ...differs,
  });

export const aDeathEvent = (deceasedName = 'Phạm Ngọc Ẩn', differs: Record<string, unknown> = {}) =>
  anEventBody({
    procedureCode: '1.000656',
    personEvent: { kind: 'death', deceasedName, diedOn: '2026-03-01' },
    ...differs,
  });

/** A press that prints the title, or lacks the characters it is told to lack. */
export const aPress = (lacks: string[] = []): LetterPress => {
  const pageOf = (title: string) => {
    const missing = Array.from(title).filter((character) => lacks.includes(character));
    return missing.length > 0
      ? { ok: false as const, missing }
      : { ok: true as const, pdf: new TextEncoder().encode(title) };
  };
  return {
    render: (sheet) => pageOf(sheet.title),
    picture: ({ title }) => new TextEncoder().encode(`picture of ${title}`),
    renderBatch: (sheets, cover) =>
      pageOf([...(cover ? [cover.heading] : []), ...sheets.map(({ title }) => title)].join('\n')),
  };
};

/** All flows about letters over one store in memory, for a ward that has set its letters up. */
export const aFamilyDay = async (differs: Record<string, unknown> = {}, press: LetterPress = aPress()) => {
  const store: Store = memoryStore();
  await store.wardLetters.save(aWardWithLetters(differs));
  const vault = memoryVault();
  const documents = memoryDocuments();
  const { clock, turn } = aClock();
  const rings: LetterName[] = [];
  const doorbell: Doorbell<string> = {
    ring: async (names) => void rings.push(...(names as LetterName[])),
    waiting: async () => 0,
  };
  const places = async () => placesSample;
  const letterPorts = { ...store, vault, places, calendarUrl: calendarAt('https://baotin.example.vn') };
  const decide = decideNotifications({
    ...store,
    doorbell: aDoorbell().doorbell,
    clock,
    familyLetters: { decide: lettersOfDossiers(letterPorts), doorbell },
  });
  const accept = acceptStatus({ events: store.events, clock });
  const render = renderLetter({
    ...store,
    press,
    documents,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    clock,
  });
  let numbers = 0;
  /** Reports events and has them decided in one batch; answers what became of each. */
  const report = async (...bodies: Record<string, unknown>[]) => {
    const given = bodies.map((body) => ({ ...body, eventId: `e-${(numbers += 1)}` }));
    const results = await accept(vungTau, given, 'vi');
    const ids = results.map(({ eventId }) => eventId);
    const events = await store.events.find(vungTau, ids as never);
    return (await decide(events)).rows;
  };
  return {
    store,
    documents,
    vault,
    clock,
    turn,
    rings,
    report,
    render,
    renderAll: async () => {
      const outcomes = [];
      for (const name of rings.splice(0)) outcomes.push((await render(name)).is);
      return outcomes;
    },
    letters: async (): Promise<Letter[]> => (await store.letters.list(vungTau, { limit: 100 })).letters,
    act: (name: LetterName, what: Act, body: LetterAct, by: string) =>
      actOnLetter({ letters: store.letters, clock })(name, what, body, by, { leads: true }),
    revise: reviseLetter({ ...store, doorbell, clock }),
    print: printBatch({ letters: store.letters, press, documents, clock, newId: () => 'batch-1' }),
    choose: recordConsents({ ...store, vault, clock }),
    calendar: readCalendar({ letters: store.letters }),
    sweep: sweepLetters({ letters: store.letters, doorbell, clock }),
  };
};
