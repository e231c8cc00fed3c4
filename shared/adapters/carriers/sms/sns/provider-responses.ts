/**
 * Whose matter it is that a message did not arrive: the phone's, the network's that may work tomorrow, or `ours`, an
 * account, a sender or a text that fails for every other citizen alike until a person mends it.
 */
type Matter = 'arrived' | 'phone' | 'network' | 'ours';

/**
 * Amazon's `providerResponse` (SNS guide, "SMS delivery logs"; the last two as people have seen them). SNS accepts a
 * message beyond our spend limit, above the price or out of the sandbox like any other, so this is where it says no.
 */
export const providerResponses: Readonly<Record<string, Matter>> = {
  'Message has been accepted by phone carrier': 'arrived',
  'Message has been accepted by phone': 'arrived',
  'Phone carrier is currently unreachable/unavailable': 'network',
  'Phone is currently unreachable/unavailable': 'network',
  'Unknown error attempting to reach phone': 'network',
  'Invalid phone number': 'phone',
  'Phone number is opted out': 'phone',
  'Phone has blocked SMS': 'phone',
  'Phone is on a blocked list': 'phone',
  'Destination is on a blocked list': 'ours',
  'Blocked as spam by phone carrier': 'ours',
  'Phone carrier has blocked this message': 'ours',
  'Message body is invalid': 'ours',
  'This delivery would exceed max price': 'ours',
  'No quota left for account': 'ours',
  'Sandboxed account unable to send to number': 'ours',
};

/** The word of the table that this is, without Amazon's full stop; undefined where the table has none. */
export const knownWord = (providerResponse: string): string | undefined => {
  const word = providerResponse.trim().replace(/\.$/, '');
  return Object.hasOwn(providerResponses, word) ? word : undefined;
};

/** Whose matter this word of Amazon's is; undefined where nobody has taught us the word. */
export const matterOf = (providerResponse: string): Matter | undefined => {
  const word = knownWord(providerResponse);
  if (word !== undefined) return providerResponses[word];
  return /\bis opted out\b/i.test(providerResponse) ? 'phone' : undefined;
};
