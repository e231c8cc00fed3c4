const width = 30;

/** A bar on stderr while a long work goes on: redrawn on a terminal, a line every tenth elsewhere. */
export const progressBar = (total: number, out: NodeJS.WriteStream = process.stderr) => {
  const started = performance.now();
  let tenth = 0;
  const line = (done: number) => {
    const share = total === 0 ? 1 : done / total;
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
    const rate = done / Math.max(0.001, (performance.now() - started) / 1000);
    return `${bar} ${done}/${total}  ${Math.round(rate)} a second`;
  };
  return {
    moved: (done: number): void => {
      if (out.isTTY) out.write(`\r${line(done)}`);
      else if (total > 0 && Math.floor((done / total) * 10) > tenth) {
        tenth = Math.floor((done / total) * 10);
        out.write(`${line(done)}\n`);
      }
    },
    end: (): void => {
      if (out.isTTY) out.write('\n');
    },
  };
};
