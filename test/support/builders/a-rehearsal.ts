import { createHash } from 'node:crypto';
import { memoryDocuments } from '../../../shared/adapters/memory/letter/documents.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { aPress } from './family-day.ts';

/** A stage on which to rehearse, with everything in memory; carriers tell of these phones, and the typeface lacks these letters. */
export const aStage = (receiptsComeFor: (to: string) => boolean = () => false, lacks: string[] = []) => ({
  ...memoryStore({ receiptsComeFor }),
  places: async () => placesSample,
  vault: memoryVault(),
  press: aPress(lacks),
  documents: memoryDocuments(),
  sha256: (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex'),
});
