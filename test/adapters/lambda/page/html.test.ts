import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, html, pageText } from '../../../../shared/adapters/lambda/page/frame/html.ts';

describe('a piece of a page', () => {
  it('shows whatever is put into it as text, never as markup', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [, inText = '', inValue = ''] =
          /^<p title="(?<value>[^"]*)">(?<text>[^<]*)<\/p>$/.exec(
            pageText(html`<p title="${name}">${name}</p>`),
          ) ?? [];
        const read = (text: string) =>
          text
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&amp;', '&');
        expect([read(inText), read(inValue)]).toEqual([name, name]);
      }),
    );
  });

  it('takes a piece into a piece as it is, and leaves out what is not there', () => {
    const words = ['một', '<hai>'].map((word) => html`<b>${word}</b>`);
    expect(pageText(html`<p>${words}${false}${undefined}</p>`)).toBe('<p><b>một</b><b>&lt;hai&gt;</b></p>');
  });

  it('takes nothing for a piece that was not made here', () => {
    const forged = JSON.parse('{"html":"<script>"}') as never;
    expect(pageText(html`<p>${forged}</p>`)).not.toContain('<script>');
  });
});

describe('an address', () => {
  it('stays on the desk, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (code) => {
        const url = new URL(address`/ho-so/a${code}`, 'https://desk.example.vn');
        expect(url.origin).toBe('https://desk.example.vn');
        expect(url.pathname.split('/')).toHaveLength(3);
      }),
    );
  });
});

it('no attribute of any page stands without its quotes', () => {
  const sources = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'shared/adapters/lambda/page'],
    {
      encoding: 'utf8',
    },
  );
  const bare = sources
    .split('\n')
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /\s[a-z-]+=\$\{/.test(readFileSync(file, 'utf8').replaceAll(/address`[^`]*`/g, '')));
  expect(bare).toEqual([]);
});
