import type { Most } from '../../../../domain/office/most.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type DeskPorts, reads } from '../frame/desk-route.ts';
import { type ProvinceStanding, provincePage } from './province-page.ts';

type Ports = DeskPorts & { province: (after?: string) => Promise<ProvinceStanding>; most: Most };

/** What an operator sees of all offices. */
export const provinceRoutes: Record<string, Route<Ports>> = {
  'GET /tinh': reads('read-province', async ({ province, most }: Ports, { at, now, query }) =>
    pageAnswer(provincePage(at, await province(query['sau']), { now, most })),
  ),
};
