import { Most } from '../../domain/office/most.ts';

/** What the stage allows every ward at most, as its functions are told; nothing where the stage says nothing. */
export const platformMost = (): Most => Most.parse(JSON.parse(process.env['MOST'] ?? '{}'));
