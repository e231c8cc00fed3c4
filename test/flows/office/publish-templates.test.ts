import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { smsPurposes } from '../../../shared/domain/text/texts/all.ts';
import { textsSaid } from '../../../shared/domain/office/template-summary.ts';
import { publishTemplates } from '../../../shared/flows/office/publish-templates.ts';
import { now, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { anOwnTemplate } from '../../support/builders/sms-template.ts';

const drafted = (words = 'lấy kết quả') => ({
  key: 'ready-counter',
  bodies: {
    vi: `((office)): Mời đến ((returnPlace)) ${words} ((code)).`,
    en: `((office)): Please come to ((returnPlace)) for ((code)), ${words}.`,
  },
});

const aWardThatPublishes = () => {
  const { templates } = memoryStore();
  const publish = publishTemplates({ templates, clock: () => now });
  return { templates, publish: async (...rows: unknown[]) => publish(vungTau, rows, 'en') };
};

describe('a ward publishes its own text', () => {
  it('as version 2, since version 1 is ours, and learns what it costs', async () => {
    const { publish, templates } = aWardThatPublishes();
    expect(await publish(drafted())).toMatchObject([
      { key: 'ready-counter', outcome: 'published', version: 2, worst: { vi: { parts: 1 } } },
    ]);
    expect(await templates.all(vungTau)).toHaveLength(1);
    expect(await templates.all(tanHong)).toEqual([]);
  });

  it('as the next version when the words are new, and as none when they are not', async () => {
    const { publish } = aWardThatPublishes();
    const rows = await publish(drafted(), drafted(), drafted('nhan ket qua'), drafted());
    expect(rows.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['published', 2],
      ['unchanged', 2],
      ['published', 3],
      ['published', 4],
    ]);
  });

  it('but never over a version that is published', async () => {
    const { publish } = aWardThatPublishes();
    await publish(drafted());
    expect(await publish({ ...drafted('khac'), version: 2 })).toMatchObject([
      { outcome: 'rejected', version: 2, problem: { type: 'version-exists', status: 409 } },
    ]);
  });

  it('and takes the next number when somebody publishes at the same moment', async () => {
    const { publish } = aWardThatPublishes();
    const both = await Promise.all([publish(drafted('nhận')), publish(drafted('nhận giấy'))]);
    expect(
      both
        .flat()
        .map(({ version }) => version)
        .toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual([2, 3]);
  });

  it('and is told everything that is wrong with one draft, while the others go through', async () => {
    const { publish } = aWardThatPublishes();
    const [bad, unreadable, good] = await publish(
      { key: 'delayed', bodies: { vi: '((office)) ((ten)) xem www.vidu.vn', en: '((office))' } },
      { key: 'ready-counter', body: 'x' },
      drafted(),
    );
    expect(bad?.problem?.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/bodies', 'field-left-out'],
      ['/bodies', 'field-left-out'],
      ['/bodies/vi', 'unknown-field'],
      ['/bodies/vi', 'link'],
      ['/bodies/en', 'fields-differ'],
    ]);
    expect(unreadable).toMatchObject({ key: null, outcome: 'rejected' });
    expect(good).toMatchObject({ outcome: 'published' });
  });
});

describe('what a ward says today', () => {
  it('is every text there is, its own where it has one, ours with accents where it chose them', () => {
    const texts = textsSaid([anOwnTemplate()], { accents: { received: true }, shortTexts: false });
    expect(texts.map(({ key }) => key)).toEqual(smsPurposes);
    const said = (key: string) => texts.find((text) => text.key === key);
    expect(said('ready-counter')).toMatchObject({ own: true, version: 2, bodies: anOwnTemplate().bodies });
    expect(said('received')).toMatchObject({ own: false, version: 1, accents: true });
    expect(said('delayed')).toMatchObject({ own: false, accents: false });
  });

  it('comes with an example of every text in both languages', () => {
    const examples = textsSaid([], { accents: {}, shortTexts: false }).flatMap(({ example, maxParts }) =>
      [example.vi, example.en].map((each) => ({ ...each, maxParts })),
    );
    expect(
      examples.filter(
        ({ text, parts, maxParts }) => !text.startsWith('UBND xa Dinh Yen: ') || parts > maxParts,
      ),
    ).toEqual([]);
  });
});
