import { createHash } from 'node:crypto';
import { memoryDocuments } from '../../../shared/adapters/memory/letter/documents.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import type { LetterPress } from '../../../shared/domain/letter/press.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { fateOf } from '../../../shared/domain/phone/test-numbers.ts';
import type { Stage } from '../../../shared/flows/rehearsal/stage.ts';

/** Opens the press at the first letter, since its fonts cost more than a rehearsal without one. */
const pressWhenNeeded = (): LetterPress => {
  let press: LetterPress | undefined;
  const opened = (): LetterPress => (press ??= typstPress());
  return {
    render: (sheet) => opened().render(sheet),
    picture: () => new Uint8Array(), // nobody looks at the letters of a rehearsal
    renderBatch: (...given) => opened().renderBatch(...given),
  };
};

/**
 * Makes stages in memory, one for each rehearsal; the press is shared. Nobody knows what an ordinary phone's carrier would
 * report, so only test numbers wait for a receipt.
 */
export const rehearsalStages = (): (() => Stage) => {
  const press = pressWhenNeeded();
  const vault = memoryVault();
  return () => ({
    ...memoryStore({ receiptsComeFor: (to) => fateOf(to) !== undefined }),
    places: async () => placesSample,
    vault,
    press,
    documents: memoryDocuments(),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  });
};
