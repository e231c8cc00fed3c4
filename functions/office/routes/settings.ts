import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forWard, withBody } from '../../../shared/adapters/lambda/http/route.ts';
import { logChosen } from '../../../shared/adapters/lambda/log/steps.ts';
import { ChosenSettings } from '../../../shared/domain/office/choose-settings.ts';
import { PublishRequest, textsSaid } from '../../../shared/domain/office/template-summary.ts';
import type { chooseSettings } from '../../../shared/flows/office/choose-settings.ts';
import type { listChoices } from '../../../shared/flows/office/list-choices.ts';
import type { publishTemplates } from '../../../shared/flows/office/publish-templates.ts';

type Ports = Pick<Parameters<typeof listChoices>[0], 'settings' | 'templates'> & {
  choose: ReturnType<typeof chooseSettings>;
  look: ReturnType<typeof listChoices>;
  publish: ReturnType<typeof publishTemplates>;
};

/** What an office has chosen, and what it may choose. */
export const settingsRoutes: Routes<Ports> = {
  'GET /v1/settings': forWard(async ({ settings }, { ward }) => ({
    status: 200,
    body: await settings.of(ward),
  })),
  'PUT /v1/settings': forWard(
    withBody(ChosenSettings, async ({ choose }, request, chosen) => {
      const { ward } = request;
      const saved = await choose({ ...chosen, ward });
      if (saved.is !== 'saved') return refused(saved, request);
      logChosen('settings', ward, [{ outcome: 'saved' }]);
      return { status: 200, body: { ...chosen, ward } };
    }),
  ),
  'GET /v1/choices': forWard(async ({ look }, { ward }) => ({ status: 200, body: await look(ward) })),
  'GET /v1/templates': forWard(async ({ settings, templates }, { ward }) => ({
    status: 200,
    body: { templates: textsSaid(await templates.all(ward), await settings.of(ward)) },
  })),
  'POST /v1/templates': forWard(
    withBody(PublishRequest, async ({ publish }, { ward, language }, { templates }) => {
      const results = await publish(ward, templates, language);
      logChosen('template', ward, results);
      return { status: 200, body: { results } };
    }),
  ),
};
