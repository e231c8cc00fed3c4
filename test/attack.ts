// `npm run attack`: makes again every attempt of docs/trust/attacks.md. Arguments go to vitest (`--project fast` for seconds).
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../docs/trust/attacks.md', import.meta.url), 'utf8');
const files = [...new Set([...page.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file!))];
console.log(`${files.length} files of tests for the attempts of docs/trust/attacks.md`);
process.argv.splice(2, 0, 'run', ...files);
await import(new URL('../node_modules/vitest/vitest.mjs', import.meta.url).href);
