import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { type MachineDeeds, noteOfMachine } from '../../../shared/adapters/lambda/http/machine-deed.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forWard,
  type WardRequest,
  withBody,
  withQuery,
} from '../../../shared/adapters/lambda/http/route.ts';
import { logChosen } from '../../../shared/adapters/lambda/log/steps.ts';
import { PageQuery } from '../../../shared/domain/api/proposals.ts';
import { ChosenSettings } from '../../../shared/domain/office/choose-settings.ts';
import { PublishRequest, textsSaid } from '../../../shared/domain/office/template-summary.ts';
import type { Proposals } from '../../../shared/domain/people/proposal.ts';
import type { listChoices } from '../../../shared/flows/office/list-choices.ts';
import type { chooseGuarded } from '../../../shared/flows/people/choose-guarded.ts';
import type { proposeTemplates } from '../../../shared/flows/people/propose-templates.ts';

type Ports = Pick<Parameters<typeof listChoices>[0], 'settings' | 'templates'> &
  MachineDeeds & {
    chooseGuarded: ReturnType<typeof chooseGuarded>;
    proposals: Pick<Proposals, 'of'>;
    proposeTemplates: ReturnType<typeof proposeTemplates>;
    look: ReturnType<typeof listChoices>;
  };

/** A machine proposes under the name of its credential. */
const proposerOf = ({ ward, client }: WardRequest) => ({ ward, id: client, name: client });

/** What an office has chosen, and what it may choose: what reaches every citizen is proposed here and approved at the desk. */
export const settingsRoutes: Routes<Ports> = {
  'GET /v1/settings': forWard(async ({ settings }, { ward }) => ({
    status: 200,
    body: await settings.of(ward),
  })),
  'PUT /v1/settings': forWard(
    withBody(ChosenSettings, async (ports: Ports, request: WardRequest, chosen) => {
      const { ward } = request;
      const came = await ports.chooseGuarded({ ...chosen, ward }, proposerOf(request));
      if (came.is !== 'saved') return refused(came, request);
      const { counts, proposal, changes } = came;
      const outcome = proposal === undefined ? 'settings-saved' : 'settings-proposed';
      if (changes !== '')
        await noteOfMachine(ports, request, { what: 'choose-settings', outcome, words: changes });
      logChosen('settings', ward, [{ outcome: proposal === undefined ? 'saved' : 'proposed' }]);
      const names = proposal?.wanted.about === 'settings' ? proposal.wanted.names : [];
      return {
        status: 200,
        body: { ...counts, ...(proposal && { proposal: { proposalId: proposal.id, names } }) },
      };
    }),
  ),
  'GET /v1/proposals': forWard(
    withQuery(PageQuery, async ({ proposals }, { ward }, { cursor }) => ({
      status: 200,
      body: await proposals.of(ward, cursor),
    })),
  ),
  'GET /v1/choices': forWard(async ({ look }, { ward }) => ({ status: 200, body: await look(ward) })),
  'GET /v1/templates': forWard(async ({ settings, templates }, { ward }) => ({
    status: 200,
    body: { templates: textsSaid(await templates.all(ward), await settings.of(ward)) },
  })),
  'POST /v1/templates': forWard(
    withBody(PublishRequest, async (ports: Ports, request: WardRequest, { templates }) => {
      const results = await ports.proposeTemplates(proposerOf(request), templates, request.language);
      logChosen('template', request.ward, results);
      for (const { key, version, outcome } of results)
        if (outcome === 'proposed')
          await noteOfMachine(ports, request, {
            what: 'publish-text',
            outcome: 'text-proposed',
            words: `${key} ${version}`,
          });
      return { status: 200, body: { results } };
    }),
  ),
};
