import { type Rating, type Score, scoreIn } from '../../../../domain/dossier/rating.ts';
import { Ward } from '../../../../domain/values/ward.ts';
import { logStep } from '../../log/log.ts';
import type { Request, Route } from '../../http/http.ts';
import { goTo, pageAnswer } from '../frame/answers.ts';
import { cookieIn, setCookie } from '../frame/cookies.ts';
import { address } from '../frame/html.ts';
import { citizenFields } from './citizen-forms.ts';
import { counterPage, shutCounterPage, thanksPage } from './counter-page.ts';
import { ownFields, type Proofs } from './look-up-routes.ts';
import { staleFormPage } from './refusals.ts';

type Ports = Proofs & {
  /** The word by which the tablet of an office is known. */
  counterWord: (ward: Ward) => string;
  officeName: (ward: Ward) => Promise<string>;
  /** `visit` names the form, which counts once. */
  rateVisit: (
    ward: Ward,
    visit: string,
    said: { score: Score; line?: string; by: Rating['by'] },
  ) => Promise<unknown>;
};

/** A tablet stays at its counter for years; a browser keeps no cookie longer than 400 days (RFC 6265bis §5.5). */
const tabletLasts = 400 * 24 * 3600;

/** How long thanks stand on the tablet, in seconds. */
const thanksLast = 8;

const pathOf = (ward: Ward): string => address`/danh-gia/${ward}`;

/** The office whose tablet this is; undefined for any other machine. */
const tabletOf = ({ counterWord }: Ports, { event, path }: Request): Ward | undefined => {
  const ward = Ward.safeParse(path['ward']).data;
  return ward !== undefined && cookieIn(event.cookies, 'tablet') === counterWord(ward) ? ward : undefined;
};

/** The page of a tablet at the counter: opened once with the word that the desk shows, then by its cookie. */
export const counterRoutes: Record<string, Route<Ports>> = {
  'GET /danh-gia/{ward}': async (ports, request) => {
    const asked = Ward.safeParse(request.path['ward']).data;
    const word = request.query['may'];
    if (asked !== undefined && word !== undefined && word === ports.counterWord(asked))
      return goTo(pathOf(asked), { cookies: [setCookie('tablet', word, tabletLasts)] });
    const ward = tabletOf(ports, request);
    if (ward === undefined) return pageAnswer(shutCounterPage(), { status: 403 });
    const office = { ward, office: await ports.officeName(ward) };
    if (request.query['da'] !== 'cam-on')
      return pageAnswer(
        counterPage(office, ports.proofFor(pathOf(ward)), request.query['da'] === 'chua-chon'),
      );
    const answer = pageAnswer(thanksPage(office));
    return { ...answer, headers: { ...answer.headers, refresh: `${thanksLast}; url=`.concat(pathOf(ward)) } };
  },

  'POST /danh-gia/{ward}': async (ports, request) => {
    const ward = tabletOf(ports, request);
    if (ward === undefined) return pageAnswer(shutCounterPage(), { status: 403 });
    const fields = ownFields(request, ports);
    const proof = fields?.[citizenFields.proof];
    if (fields === undefined || proof === undefined || !ports.isOurs(pathOf(ward), proof))
      return pageAnswer(staleFormPage(), { status: 403 });
    const score = scoreIn(fields[citizenFields.score]);
    if (score === undefined) return goTo(`${pathOf(ward)}?da=chua-chon`);
    const line = fields[citizenFields.line]?.trim();
    await ports.rateVisit(ward, proof, { score, by: 'counter', ...(line && { line }) });
    logStep({ step: 'citizen', outcome: 'rated-at-counter', ward });
    return goTo(`${pathOf(ward)}?da=cam-on`);
  },
};
