import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { type Board, boardOf, codesAtMost, readyFor } from '../../domain/lookup/board.ts';
import { isNamed, type SettingsStore } from '../../domain/office/ward-settings.ts';
import { type Clock, plus } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = { dossiers: Pick<Dossiers, 'readyAt'>; settings: Pick<SettingsStore, 'of'>; clock: Clock };

/** What the television at the counter of an office shows now; undefined for an office that has not said how it is called. */
export const showBoard =
  ({ dossiers, settings, clock }: Ports) =>
  async (ward: Ward): Promise<Board | undefined> => {
    const office = await settings.of(ward);
    if (!isNamed(office)) return undefined;
    const now = clock();
    return boardOf(office, await dossiers.readyAt(ward, plus(now, -readyFor), codesAtMost), now);
  };
