// Lets a ward office choose how it speaks to its citizens: its settings, and texts of its own.
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoInboxes } from '../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoArrangements } from '../../shared/adapters/dynamodb/post/arrangements.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { logChosen } from '../../shared/adapters/lambda/log/steps.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { ChosenSettings } from '../../shared/domain/office/choose-settings.ts';
import { PublishRequest, textsSaid } from '../../shared/domain/office/template-summary.ts';
import { chooseSettings } from '../../shared/flows/office/choose-settings.ts';
import { listChoices } from '../../shared/flows/office/list-choices.ts';
import { publishTemplates } from '../../shared/flows/office/publish-templates.ts';

const build = () => {
  const env = readEnv({ TABLE_NAME: given });
  const dynamodb = dynamoClient();
  const most = platformMost();
  const choices = dynamoChoices(dynamodb, env.TABLE_NAME, now, { believedFor: 0, most });
  const { posts } = dynamoArrangements(dynamodb, env.TABLE_NAME, now);
  const wardLetters = dynamoLetterSettings(dynamodb, env.TABLE_NAME, now);
  const look = listChoices({ ...choices, wardLetters, posts });
  const inboxes = dynamoInboxes(dynamodb, env.TABLE_NAME);
  const choose = chooseSettings({ ...choices, inboxes, most });
  return { ...choices, choose, look, publish: publishTemplates({ ...choices, clock: now }) };
};

export const handler = httpFunction(build, {
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
});
