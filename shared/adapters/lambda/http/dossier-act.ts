import type * as z from 'zod';
import { DossierCode } from '../../../domain/dossier/dossier-code.ts';
import type { DossierActed } from '../../../domain/dossier/event/correct-request.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import type { Route } from './http.ts';
import { logStep } from '../log/log.ts';
import { type Refused, refused } from './refused.ts';
import { forWard, type WardRequest, withBody } from './route.ts';

type Office<Act> = {
  actOnDossier(
    ward: Ward,
    code: DossierCode,
    act: Act,
    who: { by: string; key?: string | undefined },
  ): Promise<({ is: 'done' } & DossierActed) | Refused>;
};

/** What a person does about one dossier: durable when it answers 202, and once for its `Idempotency-Key`. */
export const dossierAct = <Shape extends z.ZodType, Act>(
  shape: Shape,
  actOf: (body: z.output<Shape>) => Act,
): Route<Office<Act>> =>
  forWard(
    withBody(shape, async (ports: Office<Act>, request: WardRequest, body) => {
      const { ward, path, client, event } = request;
      const code = DossierCode.safeParse(path['code']);
      if (!code.success) return refused({ is: 'not-found' }, request);
      const key = event.headers['idempotency-key'];
      const outcome = await ports.actOnDossier(ward, code.data, actOf(body), { by: client, key });
      logStep({ step: 'act-on-dossier', outcome: outcome.is, ward, client });
      if (!('outcome' in outcome)) return refused(outcome, request);
      const { is: _is, ...acted } = outcome;
      return { status: 202, body: acted };
    }),
  );
