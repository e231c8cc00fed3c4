// `npm test`: brings what reads paper if it may, says what it cannot bring, then hands over to vitest.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const has = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((place) => existsSync(join(place, command)));

/** What our PDFs are read with in tests, and the Debian package it is in. */
const readers = { pdftotext: 'poppler-utils', qpdf: 'qpdf' };
const lacking = Object.entries(readers).flatMap(([command, part]) => (has(command) ? [] : [part]));
const words = ['install', '-y', '--no-install-recommends', ...lacking];

if (lacking.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
  console.log(`Tests read PDFs with ${lacking.join(' and ')}: apt-get installs that now …`);
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', words, { stdio: 'ignore' });
  } catch {
    console.log('… which failed: tests that read PDFs are skipped by name');
  }
} else if (lacking.length > 0)
  console.log(`Tests that read PDFs are skipped by name, until: sudo apt-get ${words.join(' ')}`);

await import(new URL('../node_modules/vitest/vitest.mjs', import.meta.url).href);
