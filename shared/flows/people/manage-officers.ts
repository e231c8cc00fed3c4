import { changed, type Officer, type OfficerGiven, type Officers } from '../../domain/people/officer.ts';
import { type Changer, type ChangeRefusal, refusesChange } from '../../domain/people/officer-change.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = { officers: Officers; vault: Pick<Vault, 'hash'>; clock: Clock };

/** The id of whoever signs in as this: nobody without the key can make or guess it. */
export const officerId = (vault: Pick<Vault, 'hash'>, login: string): string =>
  vault.hash(`officer:${login}`);

/**
 * Puts an officer on, or changes one: whoever was signed in has to do so again, so that no session keeps an older right.
 * An officer of another office stays there: `elsewhere`.
 */
export const putOfficer =
  ({ officers, vault, clock }: Ports) =>
  async (
    { login, ...given }: OfficerGiven,
    by: Changer,
  ): Promise<{ is: 'saved'; officer: Officer } | { is: 'conflict' | 'elsewhere' | ChangeRefusal }> => {
    const id = officerId(vault, login);
    const before = await officers.find(id);
    if (before?.active && before.ward !== given.ward) return { is: 'elsewhere' };
    const after = { ...given, active: true };
    const refusal = refusesChange(by, before, after, await officers.of(given.ward));
    if (refusal !== undefined) return { is: refusal };
    const now = { at: clock(), by: by.name };
    const officer: Officer = before
      ? changed(before, after, now)
      : { id, login, ...after, epoch: 1, changedAt: now.at, changedBy: now.by };
    const saved = await officers.save(officer, before);
    return saved === 'saved' ? { is: 'saved', officer } : { is: 'conflict' };
  };

/** Takes an officer off: their sessions are over at once. Nobody takes off an officer of another office. */
export const takeOfficerOff =
  ({ officers, clock }: Pick<Ports, 'officers' | 'clock'>) =>
  async (
    ward: Ward,
    id: string,
    by: Changer,
  ): Promise<{ is: 'saved' | 'conflict' | 'not-found' | ChangeRefusal }> => {
    const before = await officers.find(id);
    if (before?.ward !== ward) return { is: 'not-found' };
    if (!before.active) return { is: 'saved' };
    const after = changed(before, { active: false }, { at: clock(), by: by.name });
    const refusal = refusesChange(by, before, after, await officers.of(ward));
    return { is: refusal ?? (await officers.save(after, before)) };
  };
