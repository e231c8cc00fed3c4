import { withPlaces, type PostStore } from '../../../shared/adapters/open-post-store.ts';
import { jobAct } from '../../../shared/adapters/lambda/http/job-act.ts';
import { forWard, type WardRequest } from '../../../shared/adapters/lambda/http/route.ts';
import { SettleRequest } from '../../../shared/domain/post/money/confirm-cash.ts';
import { CorrectEndRequest } from '../../../shared/domain/post/tracking/correct-end.ts';
import { ReturnRequest } from '../../../shared/domain/post/job/ends/returns.ts';
import { wardJobOf } from '../../../shared/domain/post/job/ward-job.ts';
import { PartnerAnswer } from '../../../shared/domain/post/partner/partner-requests.ts';
import * as asks from '../../../shared/domain/post/partner/ward-requests.ts';
import { noteRedirectAnswer } from '../../../shared/flows/post/partner/answer-redirect.ts';
import { cancelJob } from '../../../shared/flows/post/returns/cancel-job.ts';
import { closeJob, confirmReturn } from '../../../shared/flows/post/returns/confirm-return.ts';
import { correctAddress } from '../../../shared/flows/post/office/correct-address.ts';
import { correctEnd } from '../../../shared/flows/post/office/correct-end.ts';
import { offerAgain } from '../../../shared/flows/post/returns/offer-again.ts';
import { recallJob } from '../../../shared/flows/post/returns/recall-job.ts';
import { redispatchJob } from '../../../shared/flows/post/returns/redispatch-job.ts';
import { settleDispute } from '../../../shared/flows/post/money/settle-dispute.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';

const act = jobAct<PostStore, WardRequest>(wardJobOf);

/** What an office may do with one journey. */
export const wardActs: Routes<PostStore> = {
  'POST /v1/dispatch-jobs/{id}/cancel': forWard(
    act('cancel', asks.ReasonRequest, (post, { ward, id }, { reason }) => cancelJob(post)(ward, id, reason)),
  ),
  'POST /v1/dispatch-jobs/{id}/recall': forWard(
    act('recall', asks.ReasonRequest, (post, { ward, id }, { reason }) => recallJob(post)(ward, id, reason)),
  ),
  'POST /v1/dispatch-jobs/{id}/correct-address': forWard(
    act('correct-address', asks.CorrectionRequest, async (post, { ward, id }, body) =>
      correctAddress(await withPlaces(post))(ward, id, body),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/answer-redirect': forWard(
    act('answer-redirect', PartnerAnswer, (post, { ward, id }, answer) =>
      noteRedirectAnswer(post)(ward, id, answer),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/confirm-return': forWard(
    act('confirm-return', ReturnRequest, (post, { ward, id }, body) => confirmReturn(post)(ward, id, body)),
  ),
  'POST /v1/dispatch-jobs/{id}/correct': forWard(
    act('correct', CorrectEndRequest, (post, { ward, id, client }, body) =>
      correctEnd(post)(ward, id, body, client),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/settle-cod': forWard(
    act('settle-cod', SettleRequest, (post, { ward, id, client }, body) =>
      settleDispute(post)(ward, id, body, client),
    ),
  ),
  'POST /v1/dispatch-jobs/{id}/close': forWard(
    act('close', asks.NoFields, (post, { ward, id }) => closeJob(post)(ward, id)),
  ),
  'POST /v1/dispatch-jobs/{id}/offer': forWard(
    act('offer', asks.OfferRequest, (post, { ward, id }, { partner }) => offerAgain(post)(ward, id, partner)),
  ),
  'POST /v1/dispatch-jobs/{id}/redispatch': forWard(
    act('redispatch', asks.RedispatchRequest, async (post, { ward, id }, body) => {
      const made = await redispatchJob(await withPlaces(post))(ward, id, body);
      return made.is === 'done' ? { is: made.is, job: made.next } : made;
    }),
  ),
};
