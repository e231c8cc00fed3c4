import * as z from 'zod';
import { WardSettings } from '../../../shared/domain/office/ward-settings.ts';
import { nothingSaid, type SheetChoice } from '../../../shared/domain/sheet/columns/match.ts';
import type { Api } from './api.ts';

const Chosen = z.looseObject({ sheets: WardSettings.shape.sheets });

/** What the office chose, whole, since it is replaced whole; nothing where these credentials may not read it. */
const chosenBy = async (api: Api): Promise<z.infer<typeof Chosen> | undefined> => {
  const response = await api.fetch('/v1/settings');
  return response.ok ? Chosen.parse(await response.json()) : undefined;
};

/** What the office has said of its own lists. */
export const sheetChoiceOf = async (api: Api): Promise<SheetChoice> =>
  (await chosenBy(api))?.sheets ?? nothingSaid;

/** Keeps it for the next file; throws what was answered where it may not be kept. */
export const rememberSheets = async (api: Api, sheets: SheetChoice): Promise<void> => {
  const chosen = await chosenBy(api);
  const { ward: _, ...settings } = { ...chosen, sheets } as Record<string, unknown>;
  const response = await api.fetch('/v1/settings', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  if (!response.ok) throw new Error(`The choice was not kept: ${response.status} ${await response.text()}`);
};
