/** One legal move: it may happen in any of the states of `from`; `same` means that the state stays as it is. */
export type Move<State extends string> = { readonly from: readonly State[]; readonly to: State | 'same' };

/**
 * A move table as a Mermaid state diagram. Moves between the same two states share one arrow; moves that leave the
 * state alone are not drawn. States that nothing leads to begin, states that nothing leaves end.
 */
export const diagramOf = (moves: Readonly<Record<string, Move<string>>>): string => {
  const arrows = new Map<string, string[]>();
  const [left, entered] = [new Set<string>(), new Set<string>()];
  for (const [happened, { from, to }] of Object.entries(moves)) {
    for (const state of to === 'same' ? [] : from) {
      const arrow = `${idOf(state)} --> ${idOf(to)}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), happened]);
      if (state !== to) left.add(state);
      entered.add(to);
    }
  }
  const states = [...new Set([...left, ...entered])];
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${state}" as ${idOf(state)}`),
    ...states.filter((state) => !entered.has(state)).map((state) => `  [*] --> ${idOf(state)}`),
    ...[...arrows].map(([arrow, happened]) => `  ${arrow}: ${happened.join(', ')}`),
    ...states.filter((state) => !left.has(state)).map((state) => `  ${idOf(state)} --> [*]`),
    '',
  ].join('\n');
};

/** Mermaid reads a hyphen in an id as part of an arrow. */
const idOf = (state: string): string => state.replaceAll('-', '_');
