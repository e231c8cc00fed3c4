// The pages that officers of a ward work on: who is in, what needs a person, dossiers, calls, letters.
import { pageFunction } from '../../shared/adapters/lambda/page/frame/page-function.ts';
import { entryRoutes } from '../../shared/adapters/lambda/page/entry/entry-routes.ts';
import { cashRoutes } from '../../shared/adapters/lambda/page/post/cash-routes.ts';
import { manifestRoutes } from '../../shared/adapters/lambda/page/post/manifest-routes.ts';
import { todayRoutes } from '../../shared/adapters/lambda/page/post/today.ts';
import { visitRoutes } from '../../shared/adapters/lambda/page/post/visits-routes.ts';
import { provinceRoutes } from '../../shared/adapters/lambda/page/province/province-routes.ts';
import { offersRoutes } from '../../shared/adapters/lambda/page/board/offers-routes.ts';
import { callRoutes } from '../../shared/adapters/lambda/page/routes/calls.ts';
import { dossierRoutes } from '../../shared/adapters/lambda/page/routes/dossiers.ts';
import { importPages } from '../../shared/adapters/lambda/page/routes/imports.ts';
import { journeyRoutes } from '../../shared/adapters/lambda/page/routes/journeys.ts';
import { letterRoutes } from '../../shared/adapters/lambda/page/routes/letters.ts';
import { proposalRoutes } from '../../shared/adapters/lambda/page/routes/proposals.ts';
import { reportRoutes } from '../../shared/adapters/lambda/page/routes/reports.ts';
import { settingsRoutes } from '../../shared/adapters/lambda/page/routes/settings.ts';
import { slipRoutes } from '../../shared/adapters/lambda/page/slips/slip-routes.ts';
import { signInRoutes } from '../../shared/adapters/lambda/page/routes/sign-in.ts';
import { textRoutes } from '../../shared/adapters/lambda/page/routes/texts.ts';
import { workRoutes } from '../../shared/adapters/lambda/page/routes/work.ts';
import { openDeskPorts } from './routes/desk-ports.ts';

export const handler = pageFunction(openDeskPorts, {
  ...signInRoutes,
  ...workRoutes,
  ...callRoutes,
  ...dossierRoutes,
  ...entryRoutes,
  ...slipRoutes,
  ...importPages,
  ...letterRoutes,
  ...journeyRoutes,
  ...manifestRoutes,
  ...visitRoutes,
  ...cashRoutes,
  ...todayRoutes,
  ...reportRoutes,
  ...provinceRoutes,
  ...settingsRoutes,
  ...offersRoutes,
  ...textRoutes,
  ...proposalRoutes,
});
