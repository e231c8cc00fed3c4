import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { Ward } from '../values/ward.ts';

/** A clerk works the lists, a leader signs and chooses, an operator looks after several offices. */
export const Role = z.enum(['clerk', 'leader', 'operator']);
export type Role = z.infer<typeof Role>;

/** What the identity provider calls a person: the mail address, in small letters. */
export const Login = z.string().trim().toLowerCase().min(3).max(200);

/** What somebody writes down of an officer. */
export const OfficerGiven = z.strictObject({
  login: Login,
  name: z.string().trim().normalize().min(1).max(100),
  ward: Ward,
  roles: z.array(Role).min(1),
});
export type OfficerGiven = z.infer<typeof OfficerGiven>;

/**
 * A person who works at the desk of one ward office. The provider says who somebody is; what they may do stands here.
 * `epoch` rises with each change, and a session of an older epoch is over.
 */
export const Officer = OfficerGiven.extend({
  id: z.string(),
  active: z.boolean(),
  epoch: z.int().min(1),
  changedAt: Instant,
  changedBy: z.string(),
});
export type Officer = z.infer<typeof Officer>;

export const officerPrivacy = {
  id: 'open',
  login: 'personal',
  name: 'personal',
  ward: 'open',
  roles: 'open',
  active: 'open',
  epoch: 'open',
  changedAt: 'open',
  changedBy: 'personal',
} as const satisfies Privacy<Officer>;

/** Everybody who works at a desk, those who were taken off too. */
export interface Officers {
  find(id: string): Promise<Officer | undefined>;
  /** Of one office, in no order. */
  of(ward: Ward): Promise<Officer[]>;
  /** Writes the officer, if nobody changed them since `before` was read. */
  save(officer: Officer, before: Officer | undefined): Promise<'saved' | 'conflict'>;
}

/** The officer as changed by somebody: one epoch later, so that all their sessions are over. */
export const changed = (
  officer: Officer,
  change: Partial<Pick<Officer, 'name' | 'roles' | 'ward' | 'active'>>,
  { at, by }: { at: Instant; by: string },
): Officer => ({ ...officer, ...change, epoch: officer.epoch + 1, changedAt: at, changedBy: by });
