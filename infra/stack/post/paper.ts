import { dispatchIndex, lookupIndex, offersBy, partitions } from '../../../shared/adapters/dynamodb/table.ts';
import type { RouteKey } from '../../constructs/front-door.ts';
import { WardFunction } from '../../constructs/ward-function.ts';
import type { House } from '../foundation.ts';
import { acts, membersOf, type Side } from './member.ts';

const manifests = (prefix: Side): RouteKey[] => [
  `POST ${prefix}/manifests` as RouteKey,
  ...acts(`${prefix}/manifests`, 'seal', 'confirm-handover'),
  `GET ${prefix}/manifests/{id}` as RouteKey,
];

const paperwork = (prefix: Side): RouteKey[] => [
  `GET ${prefix}/manifests/{id}/document` as RouteKey,
  `GET ${prefix}/dispatch-jobs/{id}/label` as RouteKey,
];

/** What goes with the parcels on paper: hand-over lists, labels, and the page that a label's code leads to. */
export const paper = (house: House): void => {
  const { stack, deployment, table, door } = house;
  const member = membersOf(house);

  const serveManifests = member('serve-manifests', {
    whoIsHurt: 'Nobody can make or count hand-over lists, so the papers stay on the counter.',
  });
  table.allowQuery(serveManifests, dispatchIndex, lookupIndex, offersBy.ward);
  door.protect(serveManifests, 'ward:write', ...manifests('/v1'));
  door.protect(serveManifests, 'partner:jobs', ...manifests('/partner/v1'));

  const servePaperwork = member('serve-paperwork', {
    whoIsHurt: 'Nobody can print labels, hand-over lists or visit lists, so the papers stay on the counter.',
    environment: { PUBLIC_URL: door.url },
    memory: 1536,
    press: true,
  });
  table.allowQuery(servePaperwork, lookupIndex);
  door.protect(servePaperwork, 'ward:write', ...paperwork('/v1'));
  door.protect(servePaperwork, 'ward:read', 'GET /v1/visits');
  door.protect(servePaperwork, 'partner:jobs', ...paperwork('/partner/v1'), 'GET /partner/v1/visits');

  const serveParcelPage = new WardFunction(stack, 'serve-parcel-page', {
    deployment,
    whoIsHurt: 'Whoever finds lost papers does not learn whom to call.',
    environment: { TABLE_NAME: table.name },
  });
  table.within(`${partitions.ward}*`, `${partitions.parcel}*`).allowRead(serveParcelPage, 'GetItem');
  door.open(
    serveParcelPage,
    'Anybody may scan the code on a label; the page names the office and no citizen.',
    'GET /buu-gui/{code}',
  );
};
