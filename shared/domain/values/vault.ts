/**
 * Keeps what belongs to a citizen unreadable wherever it is stored. Synchronous, so that it costs a store nothing to
 * seal each item by itself; whoever makes a vault fetches the keys beforehand.
 */
export interface Vault {
  /** Seals a text for one place: `context` names the item it belongs to. The same text never looks the same twice. */
  seal(plain: string, context: string): string;
  /** The text again. Throws if it was changed, moved to another item, or sealed with a key this vault does not have. */
  open(sealed: string, context: string): string;
  /** The same short word for the same text, to look a phone up by; nobody without the key can make or guess it. */
  hash(text: string): string;
  /** Tells whether two bodies are the same without keeping either. */
  fingerprint(text: string): string;
}

/** What carriers and webhooks want to be convinced with: read once at cold start, never logged. */
export interface Secrets {
  /** The secret's text; throws when there is none. */
  read(name: string): Promise<string>;
}
