import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/domain/values/instant.ts';
import {
  OwnDraft,
  type OwnTemplate,
  publishOwn,
  sameWords,
  templateOf,
} from '../../../../shared/domain/text/publish/own-template.ts';
import {
  TemplateProblem,
  wordsOfTemplateProblem,
} from '../../../../shared/domain/text/publish/template-problem.ts';
import { smsPurposes, smsTemplateFor, smsTextOf } from '../../../../shared/domain/text/texts/all.ts';
import { render } from '../../../../shared/domain/text/render.ts';
import { now } from '../../../support/builders/dossiers.ts';
import { anOwnDraft, anOwnTemplate } from '../../../support/builders/sms-template.ts';

const problemsOf = (differs: Record<string, unknown>) => {
  const published = publishOwn(anOwnDraft(differs), 2, now);
  return published.ok ? [] : published.problems;
};

describe('a ward writes its own text', () => {
  it('and says with it what ours would say', () => {
    const rendering = render(anOwnTemplate(), 'vi', {
      office: 'P. Vung Tau',
      code: 'H29.26-260302-0001',
      returnPlace: 'Bo phan Mot cua',
      hotline: '0254 3852 101',
    });
    expect(rendering).toMatchObject({
      ok: true,
      text: 'P. Vung Tau: Xin moi den Bo phan Mot cua lay ket qua H29.26-260302-0001. DT 02543852101.',
      parts: 1,
    });
  });

  it('knows what it costs at worst', () => {
    expect(anOwnTemplate().worst.vi).toMatchObject({ encoding: 'GSM-7', parts: 1 });
  });

  it('may have its accents, and pays for them', () => {
    const { accents, worst } = anOwnTemplate({ accents: true });
    expect([accents, worst.vi.encoding, worst.vi.parts > 1]).toEqual([true, 'UCS-2', true]);
  });

  it.each<[string, Record<string, unknown>, unknown[]]>([
    [
      'that forgets which dossier it is about',
      { bodies: { vi: '((office)): mời đến ((returnPlace)).', en: '((office)): come to ((returnPlace)).' } },
      [{ problem: 'field-left-out', field: 'code' }],
    ],
    [
      'that wants a value we do not have, and one that belongs to another purpose',
      {
        bodies: {
          vi: '((office)) ((code)) ((returnPlace)) ((ten)) ((amount))',
          en: '((office)) ((code)) ((returnPlace)) ((ten)) ((amount))',
        },
      },
      ['ten', 'amount', 'ten', 'amount'].map((field, index) => ({
        problem: 'unknown-field',
        language: index < 2 ? 'vi' : 'en',
        field,
      })),
    ],
    [
      'with a link in it',
      {
        bodies: {
          vi: '((office)) ((code)) ((returnPlace)) xem dichvucong.gov.vn',
          en: '((office)) ((code)) ((returnPlace)).',
        },
      },
      [{ problem: 'link', language: 'vi' }],
    ],
  ])('is told everything that is wrong with a text %s', (_, differs, problems) => {
    expect(problemsOf(differs)).toEqual(problems);
  });

  it.each([
    ['an account number', 'nop vao STK 1903 4455 6677'],
    ['an account number in one piece', 'nop vao 19034455667788'],
    ['somebody’s mobile', 'goi ngay 0988777666'],
    ['somebody’s mobile in pieces', 'goi ngay 0988 777 666'],
    ['a link that is spaced out', 'xem vcb-vn . com'],
    ['a short link', 'xem bit.ly/x'],
  ])('may not name %s of its own', (_what, words) => {
    const body = (language: string) => `((office)) ((code)) ((returnPlace)) ${language} ${words}`;
    expect(problemsOf({ bodies: { vi: body(''), en: body('') } }).length).toBeGreaterThan(0);
  });

  it('cannot write a text for something we never say', () => {
    expect(OwnDraft.safeParse({ ...anOwnDraft(), key: 'happy-birthday' }).success).toBe(false);
  });

  it('cannot take the version that is ours', () => {
    expect(OwnDraft.safeParse({ ...anOwnDraft(), version: 1 }).success).toBe(false);
  });

  it('could have written every text of ours', () => {
    const refused = smsPurposes.filter((key) => {
      const ours = smsTemplateFor(key);
      // A flag says nothing by itself: words hang on it.
      const said = ours.fields.map(({ name, kind }) => (kind === 'flag' ? `((${name}?? x))` : `((${name}))`));
      const body = said.join(' ');
      return !publishOwn(OwnDraft.parse({ key, bodies: { vi: body, en: body } }), 2, now).ok;
    });
    expect(refused).toEqual([]);
  });
});

describe('a text that nobody has finished', () => {
  const withWords = (words: string) =>
    problemsOf({
      bodies: {
        vi: `((office)): ((code)) ((returnPlace)). ${words}`,
        en: '((office)): ((code)) ((returnPlace)).',
      },
    });

  it.each([
    'Xin gọi …',
    'Xin gọi ...',
    'Chậm nhất ____ phải nộp.',
    'Kính gửi [tên].',
    'Chúng tôi trả kết quả trong vòng ngày làm việc.',
    'Xin nộp số tiền đồng.',
    'Xin gọi số .',
  ])('is refused when a ward saves it: %s', (words) => {
    expect(withWords(words)).toContainEqual(
      expect.objectContaining({ problem: 'unfinished', language: 'vi' }),
    );
  });

  it('is never one of ours: a ward may copy any of them as it stands', () => {
    const refused = smsPurposes.flatMap((key) => {
      const { vi, en } = smsTextOf(key);
      const published = publishOwn(OwnDraft.parse({ key, bodies: { vi, en }, maxParts: 3 }), 2, now);
      return published.ok ? [] : [[key, published.problems]];
    });
    expect(refused).toEqual([]);
  });

  it('is told in Vietnamese and without a pattern, whatever is wrong with it', () => {
    const sentences = TemplateProblem.shape.problem.options.map((problem) =>
      wordsOfTemplateProblem({ problem, field: 'code', detail: 'x' }),
    );
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[àáâãèéêìíòóôõùúăđĩũơưạ-ỹ]/);
      expect(sentence).toContain('((code))');
      expect(sentence).not.toMatch(/[/\\^$]\[|\bmust\b|\bfield\b/);
    }
  });
});

describe('what a ward says with', () => {
  const versions = [3, 2, 11].map((version): OwnTemplate => ({ ...anOwnTemplate(), version }));

  it('is our text as long as it has none of its own', () => {
    expect(templateOf([], 'received')).toBe(smsTemplateFor('received'));
    expect(templateOf(versions, 'received')).toBe(smsTemplateFor('received'));
  });

  it('is our text with accents where it chose them', () => {
    expect(templateOf([], 'received', { accents: true })).toMatchObject({ version: 1, accents: true });
  });

  it('is its own newest version, whatever order they are read in', () => {
    expect(templateOf(versions, 'ready-counter').version).toBe(11);
    expect(templateOf(versions.toReversed(), 'ready-counter').version).toBe(11);
  });

  it('has accents or not as that version was written, not as the setting for our text says', () => {
    expect(templateOf(versions, 'ready-counter', { accents: true }).accents).toBe(false);
  });
});

describe('the same words again', () => {
  it('are recognised under another version and at another time', () => {
    const later = { ...anOwnTemplate(), version: 5, publishedAt: '2026-04-01T00:00:00.000Z' as Instant };
    expect(sameWords(anOwnTemplate(), later)).toBe(true);
  });

  it('are others when a word, the accents or the price limit differ', () => {
    expect(sameWords(anOwnTemplate(), anOwnTemplate({ maxParts: 2 }))).toBe(false);
  });
});
