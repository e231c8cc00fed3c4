import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { firstOwnVersion, OwnDraft, publishOwn } from '../../../shared/domain/text/publish/own-template.ts';
import { wordsOfTemplateProblem } from '../../../shared/domain/text/publish/template-problem.ts';
import { costOf, textsSaid } from '../../../shared/domain/office/template-summary.ts';
import { publishTemplates } from '../../../shared/flows/office/publish-templates.ts';
import { linesIn } from '../../../shared/domain/values/wire/lines.ts';
import { answerEachLine } from '../lines/ndjson.ts';
import { openChoices, wardIn, writeLine } from './ward/ward.ts';
import { errorsOf } from '../../../shared/domain/values/problem-error.ts';

const clock = () => instantOf(new Date());

/** One JSON draft, a JSON list of drafts, or one draft a line. */
const draftsIn = (text: string): unknown[] => {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return linesIn(text).map((line): unknown => JSON.parse(line.text));
  }
};

const publish = async (file: string, options: { ward: string }, command: Command) => {
  const { templates } = openChoices(command);
  const drafts = draftsIn(readFileSync(file, 'utf8'));
  const rows = await publishTemplates({ templates, clock })(wardIn(options.ward), drafts, 'en');
  rows.forEach(writeLine);
  if (rows.some(({ outcome }) => outcome === 'rejected')) process.exitCode = 1;
};

const list = async (options: { ward: string }, command: Command) => {
  const ward = wardIn(options.ward);
  const { settings, templates } = openChoices(command);
  textsSaid(await templates.all(ward), await settings.of(ward)).forEach(writeLine);
};

const preview = async () =>
  answerEachLine((line) => {
    const draft = OwnDraft.safeParse(line);
    if (!draft.success) return { value: { errors: errorsOf(draft.error) }, ok: false };
    const published = publishOwn(draft.data, draft.data.version ?? firstOwnVersion, clock());
    if (published.ok) return { value: { key: draft.data.key, ...costOf(published.template) }, ok: true };
    const problems = published.problems.map((each) => ({ ...each, message: wordsOfTemplateProblem(each) }));
    return { value: { key: draft.data.key, problems }, ok: false };
  });

/** `template publish | list | preview`: the texts that a ward office says. */
export const templateCommand = (): Command => {
  const template = new Command('template').description('the texts that a ward office says');
  template
    .command('publish <file>')
    .description(
      'publish drafts (JSON or NDJSON) of {"key","bodies":{"vi","en"}}; all problems are named at once',
    )
    .requiredOption('--ward <code>', 'five digits, such as 26506')
    .action(publish);
  template
    .command('list')
    .description('every text as the office says it today, with its cost at worst and an example')
    .requiredOption('--ward <code>', 'five digits, such as 26506')
    .action(list);
  template
    .command('preview')
    .description('read drafts from stdin, answer what each would cost and look like, and publish nothing')
    .action(preview);
  return template;
};
