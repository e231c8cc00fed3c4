// Writes down what it is called with; it cannot stand `fail`, or anything.
import { appendFileSync } from 'node:fs';

export const handler = async (event: unknown) => {
  const text = JSON.stringify(event);
  appendFileSync(process.env['SEEN']!, `${text}\n`);
  if (process.env['FAILS'] || text.includes('fail')) throw new Error('cannot stand it');
};
