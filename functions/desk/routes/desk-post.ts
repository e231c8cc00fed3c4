import { sha256 } from '../../../shared/adapters/lambda/sha256.ts';
import type { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { carriersOf } from '../../../shared/domain/post/partner/ward-partner.ts';
import type { WardCount } from '../../../shared/domain/post/paper/manifest.ts';
import type { ManifestRequest } from '../../../shared/domain/post/partner/ward-requests.ts';
import type { VisitReport } from '../../../shared/domain/post/paper/visit-report.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { confirmCash } from '../../../shared/flows/post/money/confirm-cash.ts';
import { reportCash } from '../../../shared/flows/post/money/report-cash.ts';
import { goOnRound } from '../../../shared/flows/post/office/go-on-round.ts';
import { waitingForList } from '../../../shared/flows/post/office/waiting-for-list.ts';
import { askForManifest } from '../../../shared/flows/post/paper/ask-for-manifest.ts';
import { listManifests } from '../../../shared/flows/post/paper/list-manifests.ts';
import { visitsOf } from '../../../shared/flows/post/paper/list-visits.ts';
import { reportVisit } from '../../../shared/flows/post/paper/report-visit.ts';
import { sealForWard } from '../../../shared/flows/post/partner/accept-on-paper.ts';
import { confirmOnPaper } from '../../../shared/flows/post/partner/confirm-on-paper.ts';

/** Papers over the counter, at the door, and the money for them. */
export const openDeskPost = (opened: ReturnType<typeof openPost>) => {
  const post = { ...opened, sha256, hash: sha256 };
  const arranged = async (ward: Ward): Promise<readonly string[]> =>
    (await post.posts.of(ward))?.partners ?? [];
  const cash = reportCash(post);
  return {
    carriers: async (ward: Ward) => carriersOf(ward, await post.posts.of(ward)),
    waitingPapers: async (ward: Ward) =>
      Promise.all(
        (await arranged(ward)).map(async (partner) => ({
          partner,
          papers: (await waitingForList(post)(ward, partner)).length,
        })),
      ),
    manifestsOf: listManifests(post),
    manifestOf: (ward: Ward, id: string) => post.manifests.find({ ward }, id),
    takesPaper: async (partner: string) => (await post.partners.find(partner))?.onPaper === true,
    openList: (ward: Ward, asked: ManifestRequest) => askForManifest(post)({ ward }, asked),
    sealList: (ward: Ward, id: string) => sealForWard(post)(ward, id),
    countList: (ward: Ward, id: string, count: WardCount) => confirmOnPaper(post)(ward, id, count),
    visits: async (ward: Ward) => (await visitsOf(post)({ ward })).hamlets,
    setOut: (ward: Ward, roundId: string) => goOnRound(post)(ward, { roundId, maxJobs: 50 }),
    reportVisit: (ward: Ward, id: string, report: VisitReport) => reportVisit(post)(ward, id, report),
    cash: (ward: Ward, asked: Parameters<typeof cash>[1]) => cash({ ward }, asked),
    confirmCash: confirmCash(post),
  };
};
