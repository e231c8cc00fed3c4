import { lettersAtOnce, type PrintBatchResponse } from '../../../../domain/letter/api/shapes.ts';
import type { PrintedLetter } from '../../../../domain/letter/press.ts';
import type { ProblemType } from '../../../../domain/api/problem.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer, pdfInline } from '../frame/answers.ts';
import { acts, type DeskPorts, reads } from '../frame/desk-route.ts';
import { proof } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import type { AtDesk } from '../frame/layout.ts';
import { notFoundPage, unprintablePage } from '../frame/refusals.ts';

type Ports = DeskPorts & {
  /** What goes with papers, as files; undefined where there is nothing of that name to print. */
  labelOf: (ward: Ward, jobId: string) => Promise<PrintedLetter | { is: ProblemType }>;
  handoverListOf: (ward: Ward, id: string) => Promise<PrintedLetter | undefined>;
  visitListOf: (ward: Ward) => Promise<PrintedLetter>;
  /** Prints these letters as the batch of this name. */
  print: (ward: Ward, letterIds: readonly string[], by: string, batch: string) => Promise<PrintBatchResponse>;
};

/** A list as it came from the press, or the page that says why there is none. */
const paper = (at: AtDesk, printed: PrintedLetter | undefined): Answer => {
  if (printed === undefined) return pageAnswer(notFoundPage(at), { status: 404 });
  return printed.ok
    ? pdfInline(printed.pdf)
    : pageAnswer(unprintablePage(at, printed.missing), { status: 422 });
};

/** What is signed goes on paper, as one file. The word of the form names the batch, so that a repeat finds the same. */
export const printRoutes: Record<string, Route<Ports>> = {
  'POST /thu/in': acts(
    'print-letters',
    async ({ print }: Ports, { officer }, fields) => {
      const ids = (fields['thu'] ?? '').split(' ').filter((id) => id !== '');
      const batch = fields[proof.form] ?? '';
      if (ids.length === 0 || ids.length > lettersAtOnce) return { said: 'nothing-to-print' };
      const { document } = await print(officer.ward, ids, officer.name, batch);
      return document === undefined
        ? { said: 'nothing-to-print' }
        : { said: 'printed', about: batch, to: address`/thu/in/${batch}` };
    },
    () => '/thu',
  ),
  'POST /hanh-trinh/{id}/nhan': acts(
    'print-label',
    async ({ labelOf }: Ports, { officer, path }) => {
      const id = path['id'] ?? '';
      const made = await labelOf(officer.ward, id);
      if ('is' in made) return { said: made.is === 'not-found' ? 'not-here' : made.is, about: id };
      return made.ok
        ? { said: 'label-printed', about: id, once: pdfInline(made.pdf) }
        : { said: 'character-missing', about: id, words: made.missing.join(' ') };
    },
    ({ path }) => address`/hanh-trinh/${path['id'] ?? ''}`,
  ),
  'GET /bang-ke/{id}/in': reads(
    'read-post',
    async ({ handoverListOf }: Ports, { at, officer, path }) => {
      const pdf = await handoverListOf(officer.ward, path['id'] ?? '');
      return paper(at, pdf);
    },
    ({ path }) => path['id'],
  ),
  'GET /di-phat/in': reads(
    'read-post',
    async ({ visitListOf }: Ports, { at, officer }) => paper(at, await visitListOf(officer.ward)),
    () => undefined,
  ),
};
