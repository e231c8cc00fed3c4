import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WardLetters } from '../../shared/domain/letter/ward-letters.ts';
import { letterMoves } from '../../shared/domain/letter/moves.ts';

const page = readFileSync(new URL('../../docs/letters.md', import.meta.url), 'utf8');
const fenced = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);

it('the page draws every move of a letter, and none that there is not', () => {
  const arrows = Object.entries(letterMoves).flatMap(([what, { from, to }]) =>
    from.map((state) => `  ${state} --> ${to}: ${what}`),
  );
  const [diagram = ''] = fenced('mermaid');
  const drawn = diagram.split('\n').filter((line) => line.includes('-->') && !line.includes('[*]'));
  expect(new Set(drawn)).toEqual(new Set(arrows));
});

it('the page shows settings that a ward may really send', () => {
  const [settings = '{}'] = fenced('json');
  expect(WardLetters.safeParse({ ward: '26506', ...JSON.parse(settings) }).error).toBeUndefined();
});
