// One Lambda execution environment: loads a handler once and then answers one event at a time. Events and results
// cross as JSON text, as on Lambda. Runs in a worker thread of its own, with an environment of its own.
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { shiftClock } from '../clock/shifted-clock.ts';

/** What the thread is told at its start. */
export type Seat = {
  file: string;
  export: string;
  name: string;
  arn: string;
  memory: number;
  clockOffset: number;
};
/** One event for the handler; `milliseconds` is the time it has. */
export type Call = { requestId: string; event: string; milliseconds: number };
/** What became of it. */
export type Fault = { errorType: string; errorMessage: string; trace?: string[] };
export type Reply = { is: 'ready' } | { is: 'result'; result: string } | { is: 'failed'; fault: Fault };

type Handler = (event: unknown, context: unknown) => unknown;

const faultOf = (error: unknown): Fault =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: 'Error', errorMessage: String(error) };

const contextOf = (seat: Seat, { requestId, milliseconds }: Call): unknown => {
  const end = performance.now() + milliseconds;
  return {
    awsRequestId: requestId,
    functionName: seat.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: seat.arn,
    memoryLimitInMB: String(seat.memory),
    logGroupName: `/aws/lambda/${seat.name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())),
  };
};

const serve = async (port: NonNullable<typeof parentPort>, seat: Seat): Promise<void> => {
  const answer = (reply: Reply): void => port.postMessage(reply);
  enableCompileCache();
  shiftClock(seat.clockOffset);

  const module = (await import(seat.file)) as Record<string, unknown>;
  const handler = module[seat.export];
  if (typeof handler !== 'function') throw new Error(`${seat.file} exports no function ${seat.export}`);

  port.on('message', (call: Call) => {
    const run = async (): Promise<string> => {
      const result = await (handler as Handler)(JSON.parse(call.event), contextOf(seat, call));
      return JSON.stringify(result ?? null);
    };
    run().then(
      (result) => answer({ is: 'result', result }),
      (error: unknown) => answer({ is: 'failed', fault: faultOf(error) }),
    );
  });
  answer({ is: 'ready' });
};

if (parentPort) await serve(parentPort, workerData as Seat);
