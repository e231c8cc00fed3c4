import {
  LetterAct,
  type LetterDetails,
  type LetterList,
  LetterStop,
} from '../../../../domain/letter/api/shapes.ts';
import type { LetterName } from '../../../../domain/letter/letters.ts';
import type { LetterState } from '../../../../domain/letter/moves.ts';
import { type Deskwork, may } from '../../../../domain/people/may.ts';
import { LetterId } from '../../../../domain/values/ids.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Request, Route } from '../../http/http.ts';
import { pageAnswer, pdfInline, svgInline } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import type { Word } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { type LetterMistake, letterPage } from '../views/letter-page.ts';
import { lettersPage, type LetterQueue } from '../views/letters-page.ts';

type Move = 'released' | 'held' | 'withdrawn' | 'handed-over';

type Ports = DeskPorts & {
  listLetters: (ward: Ward, asked: { state: LetterState }) => Promise<LetterList>;
  showLetter: (name: LetterName) => Promise<LetterDetails | undefined>;
  /** The bytes of a letter's file; undefined where there is none. */
  paperOf: (name: LetterName, part: 'letter' | 'leaflet') => Promise<Uint8Array | undefined>;
  /** The bytes of a letter's picture. */
  pictureOf: (name: LetterName) => Promise<Uint8Array | undefined>;
  /** The bytes of a printed batch of this office. */
  batchOf: (ward: Ward, batch: string) => Promise<Uint8Array | undefined>;
  actOnLetter: (
    name: LetterName,
    what: Move,
    body: LetterAct,
    by: string,
    as: { leads: boolean },
  ) => Promise<{ is: 'done' } | { is: Exclude<Word, 'done'> }>;
};

/** In the order in which somebody waits for them. */
const queues = [
  'rendered',
  'released',
  'printed',
  'held',
  'stopped',
] as const satisfies LetterQueue['state'][];

const nameIn = ({ officer, path }: DeskRequest): LetterName | undefined => {
  const id = LetterId.safeParse(path['id']);
  return id.success ? { ward: officer.ward, id: id.data } : undefined;
};

const missing = ({ at }: DeskRequest): Answer => pageAnswer(notFoundPage(at), { status: 404 });

const show = async (ports: Ports, asked: DeskRequest, mistake?: LetterMistake): Promise<Answer> => {
  const name = nameIn(asked);
  const letter = name && (await ports.showLetter(name));
  if (letter === undefined) return missing(asked);
  const { at, officer, notice } = asked;
  const page = letterPage({ ...at, officer }, letter, { newForm: ports.newId, notice, mistake });
  return pageAnswer(page, { status: mistake ? 422 : 200 });
};

const paper = (part: 'letter' | 'leaflet'): Route<Ports> =>
  reads(
    'read-letter',
    async ({ paperOf }: Ports, asked) => {
      const name = nameIn(asked);
      const pdf = name && (await paperOf(name, part));
      return pdf === undefined ? missing(asked) : pdfInline(pdf);
    },
    ({ path }) => path['id'],
  );

const homeOf = ({ path }: Pick<Request, 'path'>): string => address`/thu/${path['id'] ?? ''}`;

const letterForm = (
  path: string,
  what: Deskwork,
  move: Move,
  shape: typeof LetterAct | typeof LetterStop,
): Route<Ports> =>
  acts(
    what,
    async (ports: Ports, asked, fields) => {
      const name = nameIn(asked);
      if (name === undefined) return { said: 'not-here', to: '/thu' };
      const reason = (fields[`ly-do-${path}`] ?? '').trim();
      const body = shape.safeParse({ version: Number(fields['ban']), ...(reason !== '' && { reason }) });
      if (!body.success) {
        const error = 'Ghi vì sao, không quá 300 chữ. Người mở thư sau này cần biết.';
        const page = await show(ports, asked, { path, typed: typedIn(fields), error });
        return { said: 'not-done', about: name.id, again: page };
      }
      const as = { leads: may(asked.officer, 'release-letter') };
      const { is } = await ports.actOnLetter(name, move, body.data, asked.officer.name, as);
      if (is === 'not-found') return { said: 'not-here', to: '/thu' };
      const said = is === 'done' ? move : is;
      return { said, about: name.id, words: reason, ...(is === 'done' && { to: '/thu' }) };
    },
    homeOf,
  );

/** The letters of an office: the queue, each as it will be printed, and what is decided about it. */
export const letterRoutes: Record<string, Route<Ports>> = {
  'GET /thu': reads('read-letter', async (ports: Ports, { at, officer, notice }) => {
    const lists = await Promise.all(
      queues.map(async (state): Promise<LetterQueue> => {
        const { letters } = await ports.listLetters(officer.ward, { state });
        return { state, letters };
      }),
    );
    return pageAnswer(lettersPage({ ...at, officer }, lists, { form: ports.newId(), notice }));
  }),
  'GET /thu/{id}': reads(
    'read-letter',
    (ports: Ports, asked) => show(ports, asked),
    ({ path }) => path['id'],
  ),
  'GET /thu/{id}/trang': paper('letter'),
  'GET /thu/{id}/to-roi': paper('leaflet'),
  'GET /thu/{id}/hinh': reads(
    'read-letter',
    async ({ pictureOf }: Ports, asked) => {
      const name = nameIn(asked);
      const svg = name && (await pictureOf(name));
      return svg === undefined ? missing(asked) : svgInline(svg);
    },
    ({ path }) => path['id'],
  ),
  'POST /thu/{id}/ky': letterForm('ky', 'release-letter', 'released', LetterAct),
  'POST /thu/{id}/giu': letterForm('giu', 'hold-letter', 'held', LetterStop),
  'POST /thu/{id}/huy': letterForm('huy', 'withdraw-letter', 'withdrawn', LetterStop),
  'POST /thu/{id}/trao': letterForm('trao', 'hand-over-letter', 'handed-over', LetterAct),
  'GET /thu/in/{lo}': reads(
    'print-letters',
    async ({ batchOf }: Ports, asked) => {
      const batch = asked.path['lo'] ?? '';
      const pdf = /^[\w-]{1,64}$/.test(batch) ? await batchOf(asked.officer.ward, batch) : undefined;
      return pdf === undefined ? missing(asked) : pdfInline(pdf);
    },
    ({ path }) => path['lo'],
  ),
};
