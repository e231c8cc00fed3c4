import {
  bodiesSaid,
  costOf,
  type TemplateSummary,
  textsSaid,
} from '../../../../domain/office/template-summary.ts';
import type { SettingsStore, WardSettings } from '../../../../domain/office/ward-settings.ts';
import {
  firstOwnVersion,
  newestOf,
  type OwnDraft,
  ownDraftOf,
  type OwnTemplate,
  publishOwn,
  sameWords,
  type Templates,
} from '../../../../domain/text/publish/own-template.ts';
import { wordsOfTemplateProblem } from '../../../../domain/text/publish/template-problem.ts';
import { type SmsPurpose, smsPurposes } from '../../../../domain/text/texts/all.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import type { Wanted } from '../../../../domain/people/proposal.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type PageOutcome, acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { noticeIn, type Word } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { textPage } from '../views/texts-pages.ts';

type Ports = DeskPorts & {
  settings: Pick<SettingsStore, 'of'>;
  templates: Pick<Templates, 'all'>;
  propose: (wanted: Wanted, by: Officer) => Promise<unknown>;
};

type Standing = {
  key: SmsPurpose;
  settings: WardSettings;
  text: TemplateSummary;
  newest: OwnTemplate | undefined;
};

const standingOf = async (
  ports: Ports,
  { officer, path }: Pick<DeskRequest, 'officer' | 'path'>,
): Promise<Standing | undefined> => {
  const key = smsPurposes.find((one) => one === path['ten']);
  if (key === undefined) return undefined;
  const [settings, published] = await Promise.all([
    ports.settings.of(officer.ward),
    ports.templates.all(officer.ward),
  ]);
  const newest = newestOf(published, key);
  const text = textsSaid(published, settings).find((one) => one.key === key)!;
  return { key, settings, text, newest };
};

/** The words as they stand, with accents and with the names of fields in their places. */
const bodiesOf = ({ key, settings, newest }: Standing): OwnDraft['bodies'] =>
  bodiesSaid(newest === undefined ? [] : [newest], key, settings);

/**
 * The next version. What a gateway has registered goes along while the words stay; with other words it waits to be
 * approved again, since the gateway would send the old ones.
 */
const draftIn = ({ key, newest }: Standing, fields: FormFields): OwnDraft => {
  const bodies = { vi: (fields['vi'] ?? '').trim(), en: (fields['en'] ?? '').trim() };
  const accents = fields['dau'] === 'co';
  if (newest === undefined) return { key, bodies, accents };
  const { version: _version, provider, maxParts, ...before } = ownDraftOf(newest);
  const same = before.bodies.vi === bodies.vi && before.bodies.en === bodies.en && before.accents === accents;
  const registered = Object.entries(provider ?? {}).map(([gateway, template]) => [
    gateway,
    { ...template, approved: same && template.approved },
  ]);
  return {
    key,
    bodies,
    accents,
    ...(before.accents === accents && { maxParts }),
    ...(provider && { provider: Object.fromEntries(registered) }),
  };
};

const shown = (
  ports: Ports,
  { at, notice }: Pick<DeskRequest, 'at' | 'notice'>,
  standing: Standing,
  {
    typed = { ...bodiesOf(standing), dau: standing.text.accents ? 'co' : 'khong' },
    wrong = {},
    text = standing.text,
  }: { typed?: FormFields; wrong?: Record<string, string[]>; text?: TemplateSummary } = {},
) =>
  textPage(at, {
    key: standing.key,
    sender: standing.settings.office,
    text,
    typed,
    wrong,
    form: ports.newId(),
    notice,
  });

/** Sentences for the two fields; what is about both stands beside the Vietnamese one. */
const besideBodies = (found: readonly { language?: string | undefined; words: string }[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(found, ({ language }) => (language === 'en' ? 'en' : 'vi'))).map(
      ([language, errors]) => [language, [...new Set(errors.map(({ words }) => words))]],
    ),
  );

const publish = async (ports: Ports, request: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const standing = await standingOf(ports, request);
  if (standing === undefined)
    return { said: 'not-readable', again: pageAnswer(notFoundPage(request.at), { status: 404 }) };
  const typed = typedIn(fields);
  const again = (said: Word, status: number, more: Parameters<typeof shown>[3] = {}) => ({
    said,
    about: standing.key,
    again: pageAnswer(shown(ports, { ...request, notice: noticeIn(said) }, standing, { typed, ...more }), {
      status,
    }),
  });
  const draft = draftIn(standing, fields);
  const tried = publishOwn(draft, (standing.newest?.version ?? 1) + 1, request.now);
  if (!tried.ok) {
    const found = tried.problems.map((one) => ({
      language: one.language,
      words: wordsOfTemplateProblem(one),
    }));
    return again('not-readable', 422, { wrong: besideBodies(found) });
  }
  const { accents, maxParts } = tried.template;
  const text = { ...standing.text, accents, maxParts, ...costOf(tried.template) };
  if (fields['buoc'] === 'xem') return again('previewed', 200, { text });
  const { newest, key: about } = standing;
  if (newest !== undefined && sameWords(newest, tried.template)) return { said: 'text-unchanged', about };
  const basis = newest?.version ?? firstOwnVersion - 1;
  await ports.propose({ about: 'text', basis, before: bodiesOf(standing), draft }, request.officer);
  return { said: 'text-proposed', about, words: `bản ${basis + 1}: ${draft.bodies.vi}` };
};

/** One text of the office, and its next version. */
export const textRoutes: Record<string, Route<Ports>> = {
  'GET /cai-dat/cau-chu/{ten}': reads('read-settings', async (ports: Ports, request) => {
    const standing = await standingOf(ports, request);
    return standing === undefined
      ? pageAnswer(notFoundPage(request.at), { status: 404 })
      : pageAnswer(shown(ports, request, standing));
  }),
  'POST /cai-dat/cau-chu/{ten}': acts(
    'publish-text',
    publish,
    ({ path }) => address`/cai-dat/cau-chu/${path['ten'] ?? ''}`,
  ),
};
