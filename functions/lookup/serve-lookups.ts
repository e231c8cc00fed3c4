// The pages for those who wait: how a dossier stands, how to be told of it, how the service was, and the board at the counter.
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { boardRoutes } from '../../shared/adapters/lambda/page/board/board-routes.ts';
import { counterRoutes } from '../../shared/adapters/lambda/page/citizen/counter-routes.ts';
import { lookUpRoutes } from '../../shared/adapters/lambda/page/citizen/look-up-routes.ts';
import { citizenSurprise } from '../../shared/adapters/lambda/page/citizen/refusals.ts';
import { openCitizenPorts } from './routes/citizen-ports.ts';

export const handler = httpFunction(
  openCitizenPorts,
  { ...lookUpRoutes, ...counterRoutes, ...boardRoutes },
  citizenSurprise,
);
