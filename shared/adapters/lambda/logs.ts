import middy from '@middy/core';
import type { CloudWatchLogsEvent } from 'aws-lambda';
import { onColdStart } from './cold-start.ts';
import { kindOf, logStep } from './log/log.ts';

/**
 * A worker behind a CloudWatch Logs subscription. It works on every line it can read; if one could not be worked
 * on, the whole delivery fails at the end and comes again, which is harmless for the lines that were.
 */
export const logsFunction = <Ports, Line>(
  build: () => Ports | Promise<Ports>,
  read: (data: string) => { receipts: Line[]; unreadable: readonly unknown[] },
  work: (ports: Ports, line: Line) => Promise<void>,
) => {
  const ports = onColdStart(build);
  return middy(async ({ awslogs }: CloudWatchLogsEvent): Promise<void> => {
    const built = await ports();
    const { receipts: lines, unreadable } = read(awslogs.data);
    if (unreadable.length > 0) {
      logStep({ step: 'receipt', outcome: 'unreadable', count: unreadable.length }, 'error');
    }
    const results = await Promise.allSettled(lines.map(async (line) => work(built, line)));
    const failures = results.filter((result) => result.status === 'rejected');
    for (const { reason } of failures)
      logStep({ step: 'receipt', outcome: 'failed', reason: kindOf(reason) }, 'error');
    if (failures.length > 0)
      throw new Error(`${failures.length} of ${lines.length} lines have to come again`);
  });
};
