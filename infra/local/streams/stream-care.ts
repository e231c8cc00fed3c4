import { DatabaseSync } from 'node:sqlite';

/**
 * Dynoxide 1.2.1 keeps a stream's records for ever in a table without an index and searches all of it on each write
 * and each look: 45 ms at 100,000 records. A second connection to its file gives the table an index, and takes out what
 * every reader has passed.
 */
export type StreamCare = {
  /** Takes out a batch of a table's records up to this sequence number; false when none are left to take. */
  forget: (table: string, upTo: string) => boolean;
  close: () => void;
};

// SQLite uses an index on an expression only where a query has that very expression: this is Dynoxide's spelling.
const sequence = 'CAST(sequence_number AS INTEGER)';

/** Few enough that nobody who writes meanwhile notices. */
const batch = 500;

// The newest record stays: without any, Dynoxide would count from 1 again, and readers who are further see nothing.
const passed = `
  SELECT id FROM _stream_records
  WHERE table_name = :table AND ${sequence} <= CAST(:upTo AS INTEGER)
    AND ${sequence} < (SELECT MAX(${sequence}) FROM _stream_records WHERE table_name = :table)
  ORDER BY ${sequence} LIMIT ${batch}`;

/** Takes care of the streams in this file, which Dynoxide has made and works on. */
export const careForStreams = (file: string): StreamCare => {
  const database = new DatabaseSync(file, { timeout: 2000 });
  // A record that comes back after a power cut has been read and is taken out again.
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec(`CREATE INDEX IF NOT EXISTS bao_tin_stream ON _stream_records (table_name, ${sequence})`);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${passed}`).all({ table: '', upTo: '0' });
  if (!plan.some(({ detail }) => String(detail).includes('bao_tin_stream')))
    throw new Error(`the stream's index in ${file} is not used: has Dynoxide changed how it keeps streams?`);
  const remove = database.prepare(`DELETE FROM _stream_records WHERE id IN (${passed})`);
  return {
    forget: (table, upTo) => Number(remove.run({ table, upTo }).changes) === batch,
    close: () => database.close(),
  };
};
