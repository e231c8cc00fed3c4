import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

const docs = new URL('../../docs/', import.meta.url);
const folder = new URL('pictures/', docs);
const pictures = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => /\.(?:png|jpeg)$/.test(file))
  .toSorted();
const shown = readdirSync(docs)
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => [...readFileSync(new URL(file, docs), 'utf8').matchAll(/\(pictures\/([^)]+)\)/g)])
  .map(([, picture]) => picture!);

it('every picture of a paper or a page is shown in the documents, and every picture shown is there', () => {
  expect([...new Set(shown)].toSorted()).toEqual(pictures);
});

it('all pictures together are small enough to be cloned by everybody', () => {
  const bytes = pictures.map((picture) => statSync(new URL(picture, folder)).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_500_000);
});
