// Loaded before any TypeScript entry (`node --import`): goes on silently on the Node that Lambda runs, or says
// in one sentence what is missing. Plain JavaScript, because an older Node could not read it as TypeScript.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  process.stderr.write(
    `Báo Tin runs on Node 24, as on Lambda, but this is Node ${process.versions.node}: ` +
      'run it through npm (npm start, npm test, npm run cli), which brings its own Node 24 after npm ci.\n',
  );
  process.exit(1);
}

// What was compiled once is not compiled again by the next program: that is half of what a command costs.
// Kept among the packages, where nobody else writes; where it cannot be kept, it is compiled each time.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
