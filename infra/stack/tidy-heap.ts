/**
 * Node lets new objects pile up before it clears away, three halves of 16 MB and what they push into the old heap: a file of
 * 20,000 rows took 540 MB so, of which 40 MB were in use. These flags have it clear away sooner (measured in
 * `npm run bench -- sheets`); Lambda hands NODE_OPTIONS on to Node.
 */
export const tidyHeap = '--max-semi-space-size=8 --max-old-space-size=256';
