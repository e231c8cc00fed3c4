/**
 * Four eyes: what reaches every citizen of an office, or its purse, is proposed by one person and counts from when another
 * has approved it.
 */
import * as z from 'zod';
import { SendWindow } from '../calendar/send-window.ts';
import { Limits } from '../notification/limits.ts';
import { BoardWords } from '../office/counter/board-words.ts';
import { WardSettings } from '../office/ward-settings.ts';
import { type OwnTemplate, OwnDraft } from '../text/publish/own-template.ts';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { Ward } from '../values/ward.ts';
import { canonical } from '../values/writing/canonical.ts';
import { type Officer, Role } from './officer.ts';
import { operates } from './officer-change.ts';
import { type ProposalMove, ProposalState } from './proposal-moves.ts';

/** The choices that nobody makes alone: how the office calls itself, whom citizens ring, when, how much and how often, what everybody reads. */
export const guarded = ['office', 'hotline', 'sendWindow', 'limits', 'board'] as const;
export type Guarded = (typeof guarded)[number];

/** Each as it was chosen; nothing that was not is filled in. */
const Choices = z.strictObject({
  office: WardSettings.shape.office.optional(),
  hotline: WardSettings.shape.hotline,
  sendWindow: SendWindow.optional(),
  limits: Limits.optional(),
  board: BoardWords.optional(),
});
export type Choices = Partial<Pick<WardSettings, Guarded>>;

/** The choices named, as they were and as they are wanted; what is absent is no choice, such as no hotline. */
const SettingsWanted = z.strictObject({
  about: z.literal('settings'),
  names: z.array(z.enum(guarded)).min(1),
  before: Choices,
  after: Choices,
});

/** The next version of a text; `basis` is the version that stood, whose words were `before`. */
const TextWanted = z.strictObject({
  about: z.literal('text'),
  basis: z.int(),
  before: OwnDraft.shape.bodies,
  draft: OwnDraft,
});

const By = z.strictObject({ id: z.string(), name: z.string() });

export const Proposal = z.strictObject({
  /** In the order of time. */
  id: z.string(),
  ward: Ward,
  state: ProposalState,
  wanted: z.discriminatedUnion('about', [SettingsWanted, TextWanted]),
  proposedAt: Instant,
  proposedBy: By,
  decidedAt: Instant.optional(),
  decidedBy: By.optional(),
  reason: z.string().trim().min(1).max(200).optional(),
});
export type Proposal = z.infer<typeof Proposal>;
export type Wanted = Proposal['wanted'];

export const proposalPrivacy = {
  id: 'open',
  ward: 'open',
  state: 'open',
  wanted: 'open',
  proposedAt: 'open',
  proposedBy: 'personal',
  decidedAt: 'open',
  decidedBy: 'personal',
  reason: 'personal',
} as const satisfies Privacy<Proposal>;

/** What an approval brings into force. */
export type Brought = { settings: WardSettings } | { template: OwnTemplate };

/** Proposals by office. */
export interface Proposals {
  find(ward: Ward, id: string): Promise<Proposal | undefined>;
  /** Newest first, page by page. */
  of(ward: Ward, before: string | undefined): Promise<{ proposals: Proposal[]; cursor?: string }>;
  /** All that nobody has decided yet, newest first. */
  open(ward: Ward): Promise<Proposal[]>;
  propose(proposal: Proposal): Promise<void>;
  /** Writes the decision, if nobody decided before, together with what it brings: both or neither. */
  decide(decided: Proposal, brought: Brought | undefined): Promise<'decided' | 'conflict'>;
}

const same = (one: unknown, other: unknown): boolean => canonical(one ?? null) === canonical(other ?? null);

const choicesOf = (settings: WardSettings, names: readonly Guarded[]): Choices =>
  Object.fromEntries(names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])));

const withoutHotline = ({ hotline: _hotline, ...rest }: WardSettings): WardSettings => rest;

const withChoices = (settings: WardSettings, names: readonly Guarded[], choices: Choices): WardSettings => ({
  ...(names.includes('hotline') ? withoutHotline(settings) : settings),
  ...choices,
});

/** What of a change counts at once, and what has to be proposed. */
export const dividedChange = (
  now: WardSettings,
  next: WardSettings,
): { atOnce: WardSettings; wanted: z.infer<typeof SettingsWanted> | undefined } => {
  const names = guarded.filter((name) => !same(now[name], next[name]));
  if (names.length === 0) return { atOnce: next, wanted: undefined };
  const [before, after] = [choicesOf(now, names), choicesOf(next, names)];
  return { atOnce: withChoices(next, names, before), wanted: { about: 'settings', names, before, after } };
};

/** The settings with what was wanted; undefined where they have been chosen otherwise since. */
export const settingsWanted = (
  now: WardSettings,
  { names, before, after }: z.infer<typeof SettingsWanted>,
): WardSettings | undefined =>
  same(choicesOf(now, names), before) ? withChoices(now, names, after) : undefined;

/** Why this officer may not decide on it. */
export type DecisionRefusal = 'own-proposal' | 'not-yours';

/**
 * A leader approves or refuses what another proposed. Where the office has no other leader, its operator does. Only
 * whoever proposed it takes it back.
 */
export const refusesDecision = (
  { proposedBy }: Pick<Proposal, 'proposedBy'>,
  what: ProposalMove,
  by: Pick<Officer, 'id' | 'roles' | 'active'>,
  colleagues: readonly Officer[],
): DecisionRefusal | undefined => {
  const isOwn = proposedBy.id === by.id;
  if (what === 'withdrawn') return isOwn ? undefined : 'not-yours';
  if (isOwn) return 'own-proposal';
  const leads = ({ roles, active }: Pick<Officer, 'roles' | 'active'>) =>
    active && roles.includes(Role.enum.leader);
  if (leads(by)) return undefined;
  const isLed = colleagues.some((one) => one.id !== proposedBy.id && leads(one));
  return operates(by) && !isLed ? undefined : 'not-yours';
};

/** The proposal as decided. */
export const decided = (
  proposal: Proposal,
  state: Exclude<ProposalState, 'proposed'>,
  { at, by, reason }: { at: Instant; by: Pick<Officer, 'id' | 'name'>; reason?: string | undefined },
): Proposal => ({
  ...proposal,
  state,
  decidedAt: at,
  decidedBy: { id: by.id, name: by.name },
  ...(reason !== undefined && { reason }),
});
