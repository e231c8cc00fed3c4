import type { LetterPress } from '../domain/letter/press.ts';
import type { Places } from '../domain/values/places/places.ts';
import type { Vault } from '../domain/values/vault.ts';
import { memoryDocuments } from './memory/letter/documents.ts';
import { memoryStore } from './memory/store.ts';

/** Letters of a rehearsal are counted and not printed: they stay drafts. */
const noPress: LetterPress = {
  render: () => ({ ok: false, missing: [] }),
  picture: () => new Uint8Array(),
  renderBatch: () => ({ ok: false, missing: [] }),
};

/** Empty stages in memory on which rows of an import are rehearsed: nobody is told, nothing is kept. */
export const emptyStages =
  (vault: Pick<Vault, 'fingerprint' | 'hash'>, places: Places, sha256: (text: Uint8Array) => string) =>
  () => ({ ...memoryStore(), places, vault, press: noPress, documents: memoryDocuments(), sha256 });
