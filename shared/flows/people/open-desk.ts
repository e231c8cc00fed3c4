import type { Audit, Deed } from '../../domain/people/audit.ts';
import type { IdentityProvider } from '../../domain/people/identity.ts';
import type { Officers } from '../../domain/people/officer.ts';
import type { Sessions } from '../../domain/people/session.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { counterWord } from '../../domain/lookup/counter.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import { beginSignIn, finishSignIn } from './sign-in.ts';
import { takeForm } from './take-form.ts';
import { dropDraft, keepDraft, signOut, whoIsIn } from './who-is-in.ts';

type Ports = {
  officers: Officers;
  sessions: Sessions;
  audit: Audit;
  provider: IdentityProvider;
  vault: Vault;
  clock: Clock;
  publicUrl: string;
  returnTo: string;
  random: () => string;
  sha256: (text: string) => string;
  pause: (milliseconds: number) => Promise<void>;
  settings: Pick<SettingsStore, 'of'>;
  wardLetters: Pick<LetterSettingsStore, 'of'>;
};

/** What every page of the desk stands on: who is in, the way in and out, proof of forms, the audit. */
export const openDesk = (ports: Ports) => ({
  whoIsIn: whoIsIn(ports),
  begin: beginSignIn(ports),
  finish: finishSignIn(ports),
  signOut: signOut(ports),
  keepDraft: keepDraft(ports),
  dropDraft: dropDraft(ports),
  takeForm: takeForm(ports),
  note: (deed: Deed) => ports.audit.note(deed),
  /** As its letters are headed, else as its texts call it. */
  officeName: async (ward: Ward): Promise<string> =>
    (await ports.wardLetters.of(ward)).letterhead?.name ?? (await ports.settings.of(ward)).office,
  tokenOf: (session: string): string => ports.vault.hash(`form of ${session}`),
  tabletAddress: (ward: Ward): string =>
    `${ports.publicUrl}/danh-gia/${ward}?may=${counterWord((text) => ports.vault.hash(text))(ward)}`,
  newId: ports.random,
  clock: ports.clock,
  publicUrl: ports.publicUrl,
});
