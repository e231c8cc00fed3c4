import { jobAct } from '../../../shared/adapters/lambda/http/job-act.ts';
import { forPartner, type PartnerRequest } from '../../../shared/adapters/lambda/http/route.ts';
import { offerOf } from '../../../shared/domain/post/job/job-offer.ts';
import { AcceptJobRequest } from '../../../shared/domain/post/job/lease.ts';
import * as asks from '../../../shared/domain/post/partner/partner-requests.ts';
import { NoFields, ReasonRequest } from '../../../shared/domain/post/partner/ward-requests.ts';
import { acceptJob } from '../../../shared/flows/post/partner/accept-job.ts';
import { answerCancel } from '../../../shared/flows/post/partner/answer-cancel.ts';
import { answerRedirect } from '../../../shared/flows/post/partner/answer-redirect.ts';
import { refuseRecall } from '../../../shared/flows/post/partner/refuse-recall.ts';
import { rejectJob } from '../../../shared/flows/post/partner/reject-job.ts';
import { releaseJob } from '../../../shared/flows/post/partner/release-job.ts';
import { renewLease } from '../../../shared/flows/post/partner/renew-lease.ts';
import type { PostStore } from '../../../shared/adapters/open-post-store.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';

const act = jobAct<PostStore, PartnerRequest>(offerOf);

/** What a partner may do with one job, and answer to what the office asks of it. */
export const partnerActs: Routes<PostStore> = {
  'POST /partner/v1/dispatch-jobs/{id}/renew': forPartner(
    act('renew', asks.RenewRequest, (post, { partner, id }, body) => renewLease(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/release': forPartner(
    act('release', asks.ReleaseRequest, (post, { partner, id }, body) => releaseJob(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/accept': forPartner(
    act('accept', AcceptJobRequest, (post, { partner, id }, body) => acceptJob(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/reject': forPartner(
    act('reject', asks.RejectRequest, (post, { partner, id }, body) => rejectJob(post)(partner, id, body)),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/confirm-cancel': forPartner(
    act('confirm-cancel', NoFields, (post, { partner, id }) =>
      answerCancel(post)(partner, id, { confirmed: true }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-cancel': forPartner(
    act('refuse-cancel', ReasonRequest, (post, { partner, id }, { reason }) =>
      answerCancel(post)(partner, id, { confirmed: false, reason }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/confirm-redirect': forPartner(
    act('confirm-redirect', NoFields, (post, { partner, id }) =>
      answerRedirect(post)(partner, id, { confirmed: true }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-redirect': forPartner(
    act('refuse-redirect', ReasonRequest, (post, { partner, id }, { reason }) =>
      answerRedirect(post)(partner, id, { confirmed: false, reason }),
    ),
  ),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-recall': forPartner(
    act('refuse-recall', ReasonRequest, (post, { partner, id }, { reason }) =>
      refuseRecall(post)(partner, id, reason),
    ),
  ),
};
