import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { holderOf, type Answered, type Rights } from './rights.ts';

/** One right in a line: who, what, on what, and under which condition. */
const line = (
  who: string,
  { action, resource, when }: Record<'action' | 'resource' | 'when', string>,
): string => [who, action, resource, when].join(' ').trimEnd();

/** Every right that the roles of a template give, each action on each resource in a line of its own. */
export const grantsOf = (rights: Rights): string[] =>
  [...rights.roles.values()].flatMap((role) =>
    role.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources, when }) =>
        actions.flatMap((action) =>
          resources.map((resource) =>
            line(holderOf(rights, role), { action: action.text, resource: resource.text, when }),
          ),
        ),
      ),
  );

/** The file that says what was asked in a run: a line for each right that was used, and for each that was missing. */
export const usesFile = 'rights.txt';
const refusedMark = 'refused ';

export type Uses = {
  note: (who: string, answers: readonly Answered[]) => void;
  /** Adds what was noted to the directory's file. */
  keep: (directory: string) => Promise<void>;
};

/** Remembers which rights were used, and what was asked for in vain. */
export const openUses = (): Uses => {
  const seen = new Set<string>();
  return {
    note: (name, answers) => {
      for (const answer of answers)
        if ('refused' in answer) seen.add(refusedMark + line(name, { ...answer.ask, when: '' }));
        else if (answer.by.of === 'identity')
          seen.add(line(name, { ...answer.by, when: answer.by.statement.when }));
    },
    keep: async (directory) => {
      await mkdir(directory, { recursive: true });
      await appendFile(join(directory, usesFile), [...seen, ''].join('\n'));
    },
  };
};

/** What the lines of one or more runs come to: rights that nobody used, and asks that were refused. */
export const reviewed = (grants: readonly string[], lines: readonly string[]) => {
  const used = new Set(lines);
  return {
    unused: grants.filter((grant) => !used.has(grant)),
    refused: [...used]
      .filter((one) => one.startsWith(refusedMark))
      .map((one) => one.slice(refusedMark.length)),
  };
};
