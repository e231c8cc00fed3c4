import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { writeLine } from '../ward/ward.ts';
import { billOf, licencesOf, LockFile } from './bill.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8'));
const lock = (): LockFile => LockFile.parse(read('package-lock.json'));

/** `supply bill | licences`: what this is made of, from the lock file alone. */
export const supplyCommand = (): Command => {
  const supply = new Command('supply').description('what this is made of, from the lock file alone');
  supply
    .command('bill')
    .description('the bill of materials, as CycloneDX 1.6')
    .action(() => {
      const own = z.object({ name: z.string(), version: z.string() }).parse(read('package.json'));
      process.stdout.write(`${JSON.stringify(billOf(lock(), own), undefined, 2)}\n`);
    });
  supply
    .command('licences')
    .description('each licence with how many packages stand under it')
    .action(() => licencesOf(lock()).forEach(writeLine));
  return supply;
};
