import { SlipForm } from '../../../../domain/dossier/by-hand/slips.ts';
import { DossierCode } from '../../../../domain/dossier/dossier-code.ts';
import type { readSlip } from '../../../../flows/dossier/read-slip.ts';
import type { Request, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type DeskPorts, reads } from '../frame/desk-route.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { slipPage } from './slip-page.ts';

type Ports = DeskPorts & { slip: ReturnType<typeof readSlip> };

const codeIn = ({ path }: Pick<Request, 'path'>): DossierCode | undefined =>
  DossierCode.safeParse(path['code']).data;

/** The slips that go along with a dossier. */
export const slipRoutes: Record<string, Route<Ports>> = {
  'GET /ho-so/{code}/phieu': reads(
    'read-dossier',
    async ({ slip }: Ports, asked) => {
      const code = codeIn(asked);
      const form = SlipForm.safeParse(asked.query['mau']).data;
      const read = code && (await slip(asked.officer.ward, code, form));
      return read === undefined
        ? pageAnswer(notFoundPage(asked.at), { status: 404 })
        : pageAnswer(slipPage(asked.at, read));
    },
    codeIn,
  ),
};
