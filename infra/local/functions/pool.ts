import type { Environment, Outcome } from '../template/environment.ts';

/** Environments of one function: started when first needed, kept warm, at most so many. */
export type Pool = {
  invoke: (event: string) => Promise<Outcome>;
  end: () => Promise<void>;
};

/** Where more would be too much for one machine. */
const most = 4;

/** Whoever finds every environment busy waits in order. `atOnce` is the function's reserved concurrency. */
export const openPool = (open: () => Environment, atOnce: number = most): Pool => {
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const queue: ((environment: Environment) => void)[] = [];
  let closed = false;
  const limit = Math.min(atOnce, most);

  const start = (): Environment => {
    const environment = open();
    all.add(environment);
    return environment;
  };
  const take = (): Environment | Promise<Environment> => {
    for (let found = idle.pop(); found; found = idle.pop()) {
      if (!found.over) return found;
      all.delete(found);
    }
    return all.size < limit ? start() : new Promise((resolve) => queue.push(resolve));
  };
  const giveBack = (environment: Environment): void => {
    if (environment.over) all.delete(environment);
    const next = queue.shift();
    if (next && !closed) next(environment.over ? start() : environment);
    else if (!environment.over) idle.push(environment);
  };

  return {
    invoke: async (event) => {
      if (closed) return { is: 'failed', fault: { errorType: 'Stopped', errorMessage: 'the system stops' } };
      const environment = await take();
      const outcome = await environment.run(event);
      giveBack(environment);
      return outcome;
    },
    end: async () => {
      closed = true;
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
};
