import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Call, Fault, Reply, Seat } from '../functions/worker-thread.ts';

/** What became of one invocation: the result as JSON text, or Lambda's error document. */
export type Outcome = { is: 'result'; result: string } | { is: 'failed'; fault: Fault };

/** One execution environment, busy with at most one event. Once `over`, it takes no more. */
export type Environment = {
  run: (event: string) => Promise<Outcome>;
  readonly over: boolean;
  end: () => Promise<void>;
};

export type EnvironmentOptions = Seat & {
  /** Seconds an event may take; the thread is ended when it takes longer. */
  timeout: number;
  variables: Record<string, string>;
  /** Gets each line that the handler writes. */
  onLine: (line: string) => void;
};

/**
 * How long a handler may take to load (milliseconds). Lambda gives a bundle ten seconds; here many threads load hundreds of
 * sources at once, and on a busy machine ten seconds turned slowness into failures.
 */
const loadingTime = 60_000;

const lines = (stream: NodeJS.ReadableStream, onLine: (line: string) => void): void => {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) if (line.trim() !== '') onLine(line);
  });
};

/** Starts a thread for a function. A thread that crashes or runs out of time fails its event and is over. */
export const openEnvironment = (options: EnvironmentOptions): Environment => {
  const { timeout, variables: given, onLine, ...seat } = options;
  // Flags of the engine are for a process of its own, as on Lambda; a thread is not started with them.
  const { NODE_OPTIONS: _flags, ...variables } = given;
  const worker = new Worker(new URL('../functions/worker-thread.ts', import.meta.url), {
    workerData: seat,
    env: variables,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: seat.memory },
  });
  lines(worker.stdout, onLine);
  lines(worker.stderr, onLine);

  let over = false;
  let loaded = false;
  let waiting: ((outcome: Outcome) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let send: (() => void) | undefined;

  const settle = (outcome: Outcome): void => {
    clearTimeout(timer);
    const answer = waiting;
    waiting = undefined;
    answer?.(outcome);
  };
  const finish = (errorType: string, errorMessage: string): void => {
    over = true;
    settle({ is: 'failed', fault: { errorType, errorMessage } });
    void worker.terminate();
  };
  const within = (milliseconds: number, errorType: string, errorMessage: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => finish(errorType, errorMessage), milliseconds);
  };

  worker.on('message', (reply: Reply) => {
    if (reply.is === 'ready') {
      loaded = true;
      send?.();
    } else settle(reply);
  });
  worker.on('error', (error) => {
    const message = error instanceof Error ? error.message : String(error);
    onLine(loaded ? `crashed: ${message}` : `could not be loaded: ${message}`);
    finish(loaded ? 'Runtime.UnhandledError' : 'Runtime.ImportModuleError', message);
  });
  worker.on('exit', (code) => finish('Runtime.ExitError', `Runtime exited with status ${code}`));

  return {
    get over() {
      return over;
    },
    run: (event) =>
      new Promise((resolve) => {
        waiting = resolve;
        const call: Call = { requestId: randomUUID(), event, milliseconds: timeout * 1000 };
        send = () => {
          within(timeout * 1000, 'Sandbox.Timedout', `Task timed out after ${timeout.toFixed(2)} seconds`);
          worker.postMessage(call, []);
        };
        if (over) finish('Runtime.ExitError', 'Runtime exited before it was called');
        else if (loaded) send();
        else
          within(loadingTime, 'Sandbox.Timedout', `Loading took longer than ${loadingTime / 1000} seconds`);
      }),
    end: async () => {
      over = true;
      clearTimeout(timer);
      await worker.terminate();
    },
  };
};
