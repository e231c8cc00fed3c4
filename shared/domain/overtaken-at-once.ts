import type { DossierDecision } from './ports.ts';

/**
 * The same decisions, where a message that one of them owes and a later one finds no longer worth sending is born
 * cancelled: several events of a dossier may be decided in one go, and only the newest of them is said.
 */
export const overtakenAtOnce = (decided: DossierDecision): DossierDecision => {
  const overtaken = new Set(decided.decisions.flatMap((decision) => decision.overtaken));
  const decisions = decided.decisions.map((decision) => ({
    ...decision,
    notifications: decision.notifications.map((notification) =>
      overtaken.has(notification.id) && notification.state === 'queued'
        ? { ...notification, state: 'cancelled' as const, reason: 'overtaken' }
        : notification,
    ),
  }));
  return { ...decided, decisions };
};
