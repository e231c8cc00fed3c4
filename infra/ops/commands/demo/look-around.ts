import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { DocumentLink, LetterList } from '../../../../shared/domain/letter/api/shapes.ts';
import { ofLetters, ofNotifications } from '../../../../shared/domain/api/work-by-state.ts';
import { DeskPage } from '../../../../shared/domain/notification/acts.ts';
import type { Api } from '../../api-client/api.ts';

const ask = async <Shape extends z.ZodType>(
  api: Api,
  path: string,
  shape: Shape,
): Promise<z.infer<Shape>> => {
  const response = await api.fetch(path, { redirect: 'manual' });
  if (response.status >= 400)
    throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  return shape.parse(await response.json());
};

const Paged = z.object({ cursor: z.string().optional() });

/** Every page of a list. */
const pages = async <Shape extends z.ZodType>(
  api: Api,
  path: string,
  shape: Shape,
): Promise<z.infer<Shape>[]> => {
  const all: z.infer<Shape>[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const more = cursor === '' ? '' : `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    const page: z.infer<Shape> = await ask(api, `${path}${more}`, shape);
    all.push(page);
    ({ cursor } = Paged.parse(page));
  }
  return all;
};

const calls = 'call-list';

/** What waits for a person at a ward office, by list; lists with nothing on them are left out. */
export const workFor = async (api: Api): Promise<Record<string, number>> => {
  const count = async (query: string): Promise<number> => {
    const found = await pages(api, `/v1/notifications?${query}`, DeskPage);
    return found.reduce((sum, { notifications }) => sum + notifications.length, 0);
  };
  const lists: [string, number][] = [[calls, await count(`channel=${calls}`)]];
  for (const list of new Set(Object.values(ofNotifications)))
    if (list !== undefined) lists.push([list, await count(`state=${list}`)]);
  const letters = (await pages(api, '/v1/letters', LetterList)).flatMap((page) => page.letters);
  lists.push(['letters', letters.filter(({ state }) => ofLetters[state] !== undefined).length]);
  return Object.fromEntries(lists.filter(([, waiting]) => waiting > 0));
};

/** Saves every letter that has a page as `KIND-CODE.pdf`; answers the files' names. */
export const saveLetters = async (api: Api, directory: string): Promise<string[]> => {
  mkdirSync(directory, { recursive: true });
  const letters = (await pages(api, '/v1/letters', LetterList)).flatMap((page) => page.letters);
  const saved: string[] = [];
  for (const { letterId, kind, dossierCode, state } of letters) {
    if (['drafted', 'stopped', 'withdrawn'].includes(state)) continue;
    const { url } = await ask(api, `/v1/letters/${encodeURIComponent(letterId)}/document`, DocumentLink);
    const file = `${kind}-${dossierCode}.pdf`;
    writeFileSync(join(directory, file), Buffer.from(await (await fetch(url)).arrayBuffer()));
    saved.push(file);
  }
  return saved.toSorted();
};
