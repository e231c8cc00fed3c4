import { problem, type ProblemLanguage } from '../../domain/api/problem.ts';
import { bodiesSaid, costOf } from '../../domain/office/template-summary.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import {
  firstOwnVersion,
  newestOf,
  type OwnDraft,
  publishOwn,
  sameWords,
  type Templates,
} from '../../domain/text/publish/own-template.ts';
import type { Clock } from '../../domain/values/instant.ts';
import { draftErrors, eachDraft, type PublishedRow, rejectedRow } from '../office/publish-templates.ts';
import type { propose, Proposer } from './propose.ts';

type Ports = {
  templates: Pick<Templates, 'all'>;
  settings: Pick<SettingsStore, 'of'>;
  propose: ReturnType<typeof propose>;
  clock: Clock;
};

/** What became of one draft: `proposed` waits under its id for a leader, and would be this version. */
export type ProposedRow =
  | Exclude<PublishedRow, { outcome: 'published' }>
  | (Omit<PublishedRow, 'outcome'> & { outcome: 'proposed'; proposalId: string });

/**
 * What a machine wants the texts of its office to say: each draft is judged as for publishing, and waits for a leader. The
 * problems of one never stop another; the words that stand already, and a wish that waits already, change nothing.
 */
export const proposeTemplates =
  ({ templates, settings, propose: write, clock }: Ports) =>
  async (by: Proposer, rows: readonly unknown[], language: ProblemLanguage): Promise<ProposedRow[]> => {
    const [published, chosen] = await Promise.all([templates.all(by.ward), settings.of(by.ward)]);

    const judged = async (draft: OwnDraft): Promise<ProposedRow> => {
      const { key } = draft;
      const newest = newestOf(published, key);
      const basis = newest?.version ?? firstOwnVersion - 1;
      if (draft.version !== undefined && draft.version <= basis)
        return {
          key,
          outcome: 'rejected',
          version: draft.version,
          problem: problem('version-exists', language),
        };
      const tried = publishOwn(draft, basis + 1, clock());
      if (!tried.ok) return rejectedRow(key, draftErrors(tried.problems), language);
      if (newest !== undefined && sameWords(newest, tried.template))
        return { key, outcome: 'unchanged', version: newest.version, ...costOf(newest) };
      const before = bodiesSaid(published, key, chosen);
      const { id } = await write({ about: 'text', basis, before, draft }, by);
      return { key, outcome: 'proposed', version: basis + 1, proposalId: id, ...costOf(tried.template) };
    };

    return eachDraft(rows, judged, language);
  };
