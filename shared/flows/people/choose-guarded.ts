import { dividedChange, type Proposal } from '../../domain/people/proposal.ts';
import { changesBetween } from '../../domain/office/settings-change.ts';
import type { SettingsStore, WardSettings } from '../../domain/office/ward-settings.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';
import type { chooseSettings, judgeSettings } from '../office/choose-settings.ts';
import type { propose, Proposer } from './propose.ts';

type Ports = {
  settings: Pick<SettingsStore, 'of'>;
  judge: ReturnType<typeof judgeSettings>;
  choose: ReturnType<typeof chooseSettings>;
  propose: ReturnType<typeof propose>;
};

/** `counts`: the choices as they stand now; `proposal`: what of the wish waits for a leader. */
export type GuardedChoice =
  | { is: 'saved'; counts: WardSettings; proposal?: Proposal; changes: string }
  | { is: 'validation-failed'; errors: ProblemError[] };

/**
 * What somebody, at the desk or a machine, chooses for an office: what reaches every citizen or the purse waits for
 * another's approval (four eyes), the rest counts at once. The same again changes nothing and proposes nothing twice.
 */
export const chooseGuarded =
  ({ settings, judge, choose, propose: write }: Ports) =>
  async (wanted: WardSettings, by: Proposer): Promise<GuardedChoice> => {
    const errors = await judge(wanted);
    if (errors.length > 0) return { is: 'validation-failed', errors };
    const now = await settings.of(wanted.ward);
    const { atOnce, wanted: waits } = dividedChange(now, wanted);
    // First what waits: whoever breaks off between the two and sends again finds it proposed, and loses nothing.
    const proposal = waits && (await write(waits, by));
    if (changesBetween(now, atOnce) !== '') {
      const saved = await choose(atOnce);
      if (saved.is !== 'saved') return saved;
    }
    return {
      is: 'saved',
      counts: atOnce,
      changes: changesBetween(now, wanted),
      ...(proposal && { proposal }),
    };
  };
