import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the names of what was not tested, and one plain line of counts that any continuous integration can read. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state] += 1;
        // What was merely not chosen this time has neither a reason nor that mode.
        if (result.state === 'skipped' && (result.note !== undefined || test.options.mode === 'skip'))
          console.log(`skipped, ${result.note ?? 'not for this machine'}: ${test.fullName}`);
      }
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1;
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`);
  }
}
