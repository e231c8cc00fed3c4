import {
  firstOwnVersion,
  newestOf,
  OwnDraft,
  publishOwn,
  sameWords,
  type Templates,
} from '../../domain/text/publish/own-template.ts';
import { problem, type Problem, type ProblemLanguage } from '../../domain/api/problem.ts';
import { type TemplateProblem, wordsOfTemplateProblem } from '../../domain/text/publish/template-problem.ts';
import { costOf, type TemplateCost } from '../../domain/office/template-summary.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { Clock } from '../../domain/values/instant.ts';
import { errorsOf, type ProblemError } from '../../domain/values/problem-error.ts';

/** What became of one draft. `unchanged`: the newest version has these words already. */
export type PublishedRow = {
  key: string | null;
  outcome: 'published' | 'unchanged' | 'rejected';
  version?: number;
  problem?: Problem;
} & Partial<TemplateCost>;

/** How often a version that somebody else published meanwhile is counted again. */
const rounds = 5;

/** What is wrong with the words of a draft, each where it stands. */
export const draftErrors = (problems: readonly TemplateProblem[]): ProblemError[] =>
  problems.map((about) => ({
    pointer: about.language === undefined ? '/bodies' : `/bodies/${about.language}`,
    code: about.problem,
    message: wordsOfTemplateProblem(about),
  }));

export const rejectedRow = (
  key: string | null,
  errors: ProblemError[],
  language: ProblemLanguage,
): PublishedRow & { outcome: 'rejected' } => ({
  key,
  outcome: 'rejected',
  problem: problem('validation-failed', language, { errors }),
});

/** What becomes of each row, in the order given: one that is no draft is rejected, and the problems of one never stop another. */
export const eachDraft = async <Row>(
  rows: readonly unknown[],
  judge: (draft: OwnDraft) => Promise<Row>,
  language: ProblemLanguage,
): Promise<(Row | ReturnType<typeof rejectedRow>)[]> => {
  const results: (Row | ReturnType<typeof rejectedRow>)[] = [];
  for (const row of rows) {
    const draft = OwnDraft.safeParse(row);
    results.push(
      draft.success ? await judge(draft.data) : rejectedRow(null, errorsOf(draft.error), language),
    );
  }
  return results;
};

/**
 * Publishes a ward's own texts, in the order given and each by itself: the problems of one draft never stop another.
 * A draft without a version becomes the next one; the words of the newest version again change nothing.
 */
export const publishTemplates =
  ({ templates, clock }: { templates: Templates; clock: Clock }) =>
  async (ward: Ward, rows: readonly unknown[], language: ProblemLanguage): Promise<PublishedRow[]> => {
    const publish = async (draft: OwnDraft, round = 0): Promise<PublishedRow> => {
      const { key } = draft;
      const newest = newestOf(await templates.all(ward), key);
      const version = draft.version ?? (newest?.version ?? firstOwnVersion - 1) + 1;
      const published = publishOwn(draft, version, clock());
      if (!published.ok) return rejectedRow(key, draftErrors(published.problems), language);
      const { template } = published;
      if (newest !== undefined && sameWords(newest, template)) {
        return { key, outcome: 'unchanged', version: newest.version, ...costOf(newest) };
      }
      if ((await templates.publish(ward, template)) === 'published') {
        return { key, outcome: 'published', version, ...costOf(template) };
      }
      if (draft.version === undefined && round < rounds) return publish(draft, round + 1);
      return { key, outcome: 'rejected', version, problem: problem('version-exists', language) };
    };

    return eachDraft(rows, publish, language);
  };
