import { ChosenSettings } from '../../../../domain/office/choose-settings.ts';
import { textsSaid } from '../../../../domain/office/template-summary.ts';
import type { SettingsStore, WardSettings } from '../../../../domain/office/ward-settings.ts';
import { type Templates, templateOf } from '../../../../domain/text/publish/own-template.ts';
import { render } from '../../../../domain/text/render.ts';
import { inVietnamese } from '../../../../domain/api/errors-in-vietnamese.ts';
import { errorsOf } from '../../../../domain/values/problem-error.ts';
import type { Answer, Route } from '../../http/http.ts';
import { beside, chosenIn, settingsFields, type Wrong } from '../forms/settings-form.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type PageOutcome, acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { noticeIn, type Word } from '../frame/notices.ts';
import { basisOf, type ChoicePorts, keepChoices } from '../forms/keep-choices.ts';
import { settingsPage } from '../views/settings-page.ts';
import { textsPage } from '../views/texts-pages.ts';
import { textWords } from '../words/texts.ts';

type Ports = DeskPorts &
  ChoicePorts & {
    settings: Pick<SettingsStore, 'of'>;
    templates: Pick<Templates, 'all'>;
    /** What a leader opens on the tablet at the counter of an office, once. */
    tabletAddress: (ward: WardSettings['ward']) => string;
  };

/** The two texts that nearly every citizen gets. */
const shownTexts = ['received', 'ready-counter'] as const;

/** How citizens read these choices: the examples of each text, with the office's own values in their places. */
const readAs = (settings: WardSettings, published: Awaited<ReturnType<Templates['all']>>) =>
  shownTexts.map((key) => {
    const template = templateOf(published, key, {
      accents: settings.accents[key],
      shortly: settings.shortTexts,
    });
    const { office, hotline, inbox, returnPlace } = settings;
    const examples = Object.fromEntries(template.fields.map(({ name, example }) => [name, example]));
    const said = render(template, 'vi', { ...examples, office, hotline, inbox, returnPlace });
    const most = template.worst.vi;
    return {
      title: `${textWords[key]} (dài nhất ${most.parts} phần, ${most.units} chữ)`,
      text: said.ok ? said.text : '',
    };
  });

const shown = async (
  ports: Ports,
  { at, officer, notice }: Pick<DeskRequest, 'at' | 'officer' | 'notice'>,
  now: WardSettings,
  {
    typed = settingsFields(now),
    wrong = {},
    read = now,
  }: { typed?: FormFields; wrong?: Wrong; read?: WardSettings },
) =>
  settingsPage(at, {
    typed,
    wrong,
    form: ports.newId(),
    basis: basisOf(now),
    tablet: ports.tabletAddress(officer.ward),
    texts: readAs(read, await ports.templates.all(officer.ward)),
    notice,
  });

const choose = async (ports: Ports, request: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const { ward } = request.officer;
  const now = await ports.settings.of(ward);
  const typed = typedIn(fields);
  const again = async (said: Word, more: { wrong?: Wrong; read?: WardSettings } = {}) => {
    const page = await shown(ports, { ...request, notice: noticeIn(said) }, now, { typed, ...more });
    return { said, again: pageAnswer(page, { status: said === 'previewed' ? 200 : 422 }) };
  };
  const { chosen, wrong } = chosenIn(fields, now);
  const read = ChosenSettings.safeParse(chosen);
  const refused = { ...(read.success ? {} : beside(errorsOf(read.error).map(inVietnamese))), ...wrong };
  if (!read.success || Object.keys(refused).length > 0) return again('not-readable', { wrong: refused });
  const next = { ...read.data, ward };
  if (fields['buoc'] === 'xem') return again('previewed', { read: next });
  if (fields['truoc'] !== basisOf(now)) return again('settings-changed');
  const kept = await keepChoices(ports, request.officer, next);
  return 'errors' in kept ? again('not-readable', { wrong: beside(kept.errors) }) : kept;
};

/** What the office chose, and every text that it says. */
export const settingsRoutes: Record<string, Route<Ports>> = {
  'GET /cai-dat': reads('read-settings', async (ports: Ports, request): Promise<Answer> =>
    pageAnswer(await shown(ports, request, await ports.settings.of(request.officer.ward), {})),
  ),
  'POST /cai-dat': acts('choose-settings', choose, () => '/cai-dat'),
  'GET /cai-dat/cau-chu': reads('read-settings', async (ports: Ports, { at, officer, notice }) => {
    const published = await ports.templates.all(officer.ward);
    return pageAnswer(textsPage(at, textsSaid(published, await ports.settings.of(officer.ward)), notice));
  }),
};
