/**
 * Node lets new objects pile up before it clears away, three halves of 16 MB and what they push into the old heap: a file of
 * 20,000 rows took 540 MB so, of which 40 MB were in use. These flags have it clear away sooner (measured in
 * `npm run bench -- sheets`); Lambda hands NODE_OPTIONS on to Node. The old heap may fill three quarters of the function's
 * 1,024 MB: a workbook as full as the reader lets in, with long notes in 19,000 rows, takes 655 MB and died with 256.
 */
export const tidyHeap = '--max-semi-space-size=8 --max-old-space-size=768';
