import type { Plan } from '../template/plan.ts';
import type { Reading } from '../template/resource.ts';
import { ofCalls, ofEvents, ofTrust } from './demands/calls.ts';
import type { Demand, RoleOf } from './demands/demand.ts';
import { ofMappings } from './demands/mappings.ts';
import { ofAlarms, ofLogs } from './demands/watching.ts';
import { answersTo, holderOf, type Answered, type Rights } from './rights.ts';

/**
 * What services of AWS ask of each other so that this template works: mappings, routes, clocks, logs, alarms, events. Only
 * for functions whose roles are in the template; one that is without says nothing of rights.
 */
export const betweenServices = (reading: Reading, plan: Plan): Demand[] => {
  const roles = new Map(
    plan.functions.map(({ id, name }) => [name, plan.rights.callers.get(id)?.role.id ?? ''] as const),
  );
  if (plan.rights.callers.size === 0) return [];
  const roleOf: RoleOf = (name) => roles.get(name) ?? '';
  return [
    ...ofTrust(plan),
    ...ofMappings(plan, roleOf),
    ...ofCalls(plan),
    ...ofEvents(plan),
    ...ofLogs(reading, plan, roleOf),
    ...ofAlarms(reading),
  ].filter(({ who }) => !('role' in who) || plan.rights.roles.has(who.role));
};

/** What became of a demand: the answers to it, and the sentence that says what does not happen if one is a refusal. */
export type Met = { holder: string; answers: Answered[]; trouble: string | undefined };

/** Puts every demand to the rights of the template. */
export const meet = (rights: Rights, demands: readonly Demand[]): Met[] =>
  demands.map(({ who, ask: asked, otherwise }) => {
    const role = 'role' in who ? rights.roles.get(who.role) : undefined;
    const answers = answersTo(rights, role ?? { service: Object.values(who)[0] ?? '' }, [asked]);
    const holder = role === undefined ? (Object.values(who)[0] ?? '') : holderOf(rights, role);
    const last = answers.at(-1);
    if (last === undefined || !('refused' in last)) return { holder, answers, trouble: undefined };
    const { action, resource } = last.ask;
    return {
      holder,
      answers,
      trouble: `${otherwise}: ${holder} may not ${action} on ${resource}, ${last.refused}`,
    };
  });
