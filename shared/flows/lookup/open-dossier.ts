import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import { citizenStanding, type CitizenStanding } from '../../domain/lookup/standing.ts';
import { passIn } from '../../domain/lookup/pass.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';
import { notifiedPhone } from '../../domain/office/contact-channel.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = {
  dossiers: Pick<Dossiers, 'find'>;
  notifications: Pick<Notifications, 'ofDossier'>;
  consents: Pick<Consents, 'of'>;
  settings: Pick<SettingsStore, 'of'>;
  wardLetters: Pick<LetterSettingsStore, 'of'>;
  vault: Pick<Vault, 'open'>;
  clock: Clock;
};

export type Opened = { dossier: Dossier; office: string; standing: CitizenStanding };

/** As its letters are headed, else as its texts call it. */
export const officeNameOf =
  ({ wardLetters, settings }: Pick<Ports, 'wardLetters' | 'settings'>) =>
  async (ward: Ward): Promise<string> =>
    (await wardLetters.of(ward)).letterhead?.name ?? (await settings.of(ward)).office;

/** The dossier that a word opens, at the office that has it now; undefined for every word that opens none. */
export const openDossier =
  (ports: Ports) =>
  async (word: string): Promise<Opened | undefined> => {
    const now = ports.clock();
    const pass = passIn(ports.vault, word, now);
    const dossier = pass && (await followed(ports, pass));
    if (dossier === undefined) return undefined;
    const { ward, code } = dossier;
    const phone = notifiedPhone(dossier);
    const returnedBy = fact(dossier, 'returnedBy');
    const [office, counter, notifications, consents, name] = await Promise.all([
      ports.settings.of(ward),
      returnedBy === undefined ? undefined : ports.settings.of(returnedBy),
      ports.notifications.ofDossier(ward, code),
      phone === undefined ? [] : ports.consents.of([{ ward, phone }]),
      officeNameOf(ports)(ward),
    ]);
    const about = { office, counter, notifications, consents: consents[0] ?? [] };
    return { dossier, office: name, standing: citizenStanding(dossier, about, now) };
  };

/** A dossier that went to another office is there. */
const followed = async (
  { dossiers }: Ports,
  id: { ward: Ward; code: Dossier['code'] },
): Promise<Dossier | undefined> => {
  const [found] = await dossiers.find([id]);
  if (found?.dossier.movedTo === undefined) return found?.dossier;
  const [there] = await dossiers.find([{ ward: found.dossier.movedTo, code: id.code }]);
  return there?.dossier ?? found.dossier;
};
