import { createHash } from 'node:crypto';
import { memoryDocuments } from '../../../shared/adapters/memory/letter/documents.ts';
import { carrierSaying } from '../../../shared/adapters/memory/notification/carrier.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { calendarAt } from '../../../shared/domain/letter/api/calendar-link.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import type { EventId, NotificationId } from '../../../shared/domain/values/ids.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { decideWithPostAndLetters } from '../../../shared/flows/decision/decide-with-post-and-letters.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { actOnDossier, type DossierAct } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { traceDossier } from '../../../shared/flows/dossier/trace-dossier.ts';
import type { LetterAct } from '../../../shared/domain/letter/api/shapes.ts';
import { type Act, actOnLetter } from '../../../shared/flows/letter/act-on-letter.ts';
import { printBatch } from '../../../shared/flows/letter/print-batch.ts';
import { renderLetter } from '../../../shared/flows/letter/render-letter.ts';
import { reviseLetter } from '../../../shared/flows/letter/revise-letter.ts';
import { sweepLetters } from '../../../shared/flows/letter/sweep-letters.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../../shared/flows/notification/send-sms.ts';
import { aWard, code, tanHong, vungTau } from './dossiers.ts';
import { aPress, aWardWithLetters } from './family-day.ts';
import { aWardsPost } from './post.ts';
import { aClock } from './wards-day.ts';
import type { LetterName } from '../../../shared/domain/letter/letters.ts';

/**
 * Two offices with texts, letters and post over one store in memory, in which all that is due happens at once. `deciding` may
 * stand between the store and whoever decides.
 */
export const aWholeOffice = async (
  start?: Instant,
  deciding: <Port extends object>(port: Port) => Port = (port) => port,
) => {
  const store = memoryStore();
  for (const [ward, office] of [
    [vungTau, 'P. Vung Tau'],
    [tanHong, 'X. Tan Hong'],
  ] as const) {
    await store.settings.save({ ...aWard(), ward, office });
    await store.wardLetters.save({ ...aWardWithLetters(), ward });
  }
  const vault = memoryVault();
  const { clock, turn } = aClock(start);
  const { carrier, taken } = carrierSaying({ outcome: 'accepted', reference: 'r' });
  const rings: (() => Promise<unknown>)[] = [];
  let attempts = 0;
  const send = sendSms({ ...store, carrier, clock, newId: () => `a-${(attempts += 1)}` });
  const press = aPress();
  const documents = memoryDocuments();
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const render = renderLetter({ ...store, press, documents, sha256, clock });
  const bell = <Due>(answer: (due: Due) => Promise<unknown>) => ({
    ring: async (due: readonly Due[]) => void rings.push(...due.map((one) => () => answer(one))),
    waiting: async () => 0,
  });
  const doorbell = bell(({ id }: { id: NotificationId }) => send(id));
  const letterbell = bell((name: { id: string; ward: Ward }) => render(name as LetterName));
  const places = async () => placesSample;
  const decidedIn = deciding(store);
  const decide = decideWithPostAndLetters({
    ...decidedIn,
    doorbell,
    clock,
    post: { jobs: decidedIn.jobs, posts: { of: async (ward) => ({ ...aWardsPost(), ward }) }, places },
    letters: {
      ...decidedIn,
      vault,
      places,
      calendarUrl: calendarAt('https://baotin.example.vn'),
      doorbell: letterbell,
    },
  });
  const answerRings = async () => {
    for (let ring = rings.shift(); ring; ring = rings.shift()) await ring();
  };
  const accept = acceptStatus({ events: store.events, clock });
  const act = actOnDossier({ ...store, decide, hash: (text) => vault.hash(text), clock });
  let reports = 0;
  return {
    store,
    clock,
    turn,
    taken,
    decide,
    /** What a ward system reports, decided and sent. */
    report: async (body: Record<string, unknown>, ward = vungTau) => {
      const eventId = `e-${(reports += 1)}` as EventId;
      await accept(ward, [{ ...body, eventId }], 'vi');
      await decide(await store.events.find(ward, [eventId]));
      await answerRings();
      return eventId;
    },
    /** What somebody of the office does to the dossier. */
    does: async (asked: DossierAct, { key, ward = vungTau }: { key?: string; ward?: Ward } = {}) => {
      turn(60_000);
      const acted = await act(ward, code, asked, { by: 'one-stop', key });
      await answerRings();
      return acted;
    },
    tick: async () => {
      await releaseDue({ ...store, doorbell, decide, clock })();
      await sweepLetters({ letters: store.letters, doorbell: letterbell, clock })();
      await answerRings();
    },
    trace: async (ward = vungTau) => (await traceDossier(store)(ward, code))!,
    actOnLetter: (name: LetterName, what: Act, body: LetterAct, by: string) =>
      actOnLetter({ letters: store.letters, clock })(name, what, body, by, { leads: true }),
    revise: reviseLetter({ ...store, doorbell: letterbell, clock }),
    print: printBatch({ letters: store.letters, press, documents, clock, newId: () => 'batch' }),
  };
};
export type WholeOffice = Awaited<ReturnType<typeof aWholeOffice>>;
