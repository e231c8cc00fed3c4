import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmulators, type Neighbours } from './stores/emulators.ts';
import { openFrontDoor } from './api/front-door.ts';
import { functionLine, type FunctionLine } from './functions/function-line.ts';
import { openFunctions } from './functions/functions.ts';
import { openGuard } from './gate/guard.ts';
import { type Strict, strictIn } from './gate/strict/options.ts';
import { leave, occupy, sweep } from './functions/occupancy.ts';
import type { Template } from './template/resource.ts';
import { announce, endpointVariables, gatedEndpoints, runningSystem, type Running } from './running.ts';
import { blueprint, type Blueprint } from './template/template.ts';
import { wire } from './wiring.ts';

export type SystemOptions = Neighbours & {
  /** Asked for when the emulators are on their way up, since reading a stack takes as long as they do. */
  template: () => Template | Promise<Template>;
  /** Port of the API; 0 takes any free one. */
  port?: number;
  /** Where tables, files and the ledger are kept; without it nothing outlives the run but the ledger. */
  data?: string | undefined;
  /** Milliseconds by which the functions' clock is ahead. */
  clockOffset?: number;
  /** Faults of the carrier, as its `--faults` takes them. */
  faults?: string | undefined;
  /** Faults of the postal carriers, likewise. */
  postalFaults?: string | undefined;
  /** AWS's own limits, where the engines on one machine have none. */
  aws?: Strict | undefined;
  /** A directory to say in, at the end, which rights were used and which were missing. */
  rights?: string | undefined;
  /** Where `running/` is, and what runs without `data` write. */
  local?: string;
};

/** A running system. */
export type System = Running & {
  plan: Blueprint;
  /** Who speaks for DynamoDB. */
  engine: string;
  /** Whether the tables held anything before this run. */
  hadItems: boolean;
  /** Calls a function by its file's name and waits: its result, or a thrown error. */
  invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Hears every line of every function from now on; the returned function ends that. */
  onLine: (listener: (line: FunctionLine) => void) => () => void;
  /** Whether nothing is under way; what carriers and the clock will bring later is not. */
  atRest: () => Promise<boolean>;
  /** Ends everything that was started. */
  stop: () => Promise<void>;
  /** Ends everything at once, as SIGKILL would: nothing is finished, nothing is tidied. */
  kill: () => Promise<void>;
};

/** Milliseconds. */
const headStart = 50;

/** The directory of the project: handlers' files are relative to it. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a synthesised stack on this machine. Several may run at a time, each on free ports. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const {
    template,
    port = 0,
    data,
    clockOffset = 0,
    faults,
    postalFaults,
    rights = process.env['BAO_TIN_RIGHTS'],
    // Any journey may be walked under them.
    aws: strict = process.env['BAO_TIN_AWS'] ? strictIn(process.env['BAO_TIN_AWS']) : undefined,
    local = join(root, '.local'),
  } = options;
  const listeners = new Set<(line: FunctionLine) => void>();
  const tell = (line: FunctionLine): void => {
    for (const listener of listeners) listener(line);
  };

  const door = await openFrontDoor(port);
  const ends: (() => Promise<void>)[] = [() => door.close()];
  const end = async (): Promise<void> => {
    for (const one of ends.splice(0).toReversed()) await one();
  };
  try {
    const directory = data === undefined ? join(local, `memory-${new URL(door.url).port}`) : resolve(data);
    await mkdir(directory, { recursive: true });
    const clean = (name: string): Promise<void> =>
      rm(join(directory, name), { recursive: true, force: true });
    await sweep(local);
    await occupy(directory);
    // Such a run begins with nothing, so neither tables nor ledger of an earlier one may stand beside it.
    if (data === undefined) await Promise.all([clean('carrier'), clean('dynamodb')]);

    const [started, stack] = await Promise.allSettled([
      startEmulators({
        ...options,
        directory,
        keeps: data !== undefined,
        faults,
        postalFaults,
        clockOffset,
        api: door.url,
      }),
      // The emulators get off the ground first: reading a stack keeps this thread busy.
      wait(headStart).then(template),
    ]);
    if (started.status === 'rejected') throw started.reason;
    const emulators = started.value;
    ends.push(emulators.stop);
    if (stack.status === 'rejected') throw stack.reason;
    const gate = await openGuard();
    ends.push(gate.close);
    const plan = blueprint(stack.value, { api: door.url, sqs: gate.url });
    const onRefusal = (name: string, sentence: string): void =>
      tell({ function: name, is: 'text', text: `refused: ${sentence}` });
    gate.guard({ plan, endpoints: emulators.endpoints, strict, onRefusal });
    const functions = openFunctions({
      functions: plan.functions,
      root,
      endpoints: endpointVariables(gatedEndpoints(emulators.endpoints, gate.url)),
      // A template without roles says nothing of rights: its functions are this machine's own.
      accessKeyOf: ({ id }) => (plan.rights.callers.has(id) ? id : 'local'),
      clockOffset,
      onLine: (name, text) => tell(functionLine(name, text)),
    });
    const wiring = await wire({
      plan,
      emulators,
      functions,
      door,
      checkpoints: data === undefined ? undefined : join(directory, 'checkpoints.json'),
      now: () => Date.now() + clockOffset,
      onTrouble: (where, error) => tell({ function: where, is: 'text', text: String(error) }),
    });
    ends.push(wiring.stop);
    const { endpoints, ledger } = emulators;
    const running = runningSystem(plan, { url: door.url, endpoints, ledger, clockOffset });
    const withdraw = await announce(local, running);

    return {
      ...running,
      plan,
      engine: emulators.dynamodb.engine,
      hadItems: wiring.hadItems,
      atRest: wiring.atRest,
      invoke: async (name, event) => {
        const outcome = await functions.invoke(name, event);
        if (outcome.is === 'failed')
          throw new Error(`${outcome.fault.errorType}: ${outcome.fault.errorMessage}`);
        return JSON.parse(outcome.result) as unknown;
      },
      onLine: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      stop: async () => {
        await end();
        if (rights !== undefined) await gate.keepUses(rights);
        await withdraw();
        if (data === undefined) await clean('dynamodb');
        await leave(directory);
      },
      kill: async () => {
        ends.length = 0;
        await Promise.all([emulators.kill(), functions.end(), door.close(), gate.close(), wiring.stop()]);
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
};
