/** Who somebody is, as a provider of OpenID Connect says it. */
export type Identity = { login: string };

/** What one signing in is bound to: RFC 7636 (PKCE), `state` and `nonce` of OpenID Connect Core 1.0. */
export type Handshake = { state: string; nonce: string; verifier: string };

/** The provider of a stage. It says who somebody is; what they may do is ours to say. */
export interface IdentityProvider {
  /** Where the browser goes to sign in, and comes back from to `returnTo`. */
  address(handshake: Handshake, returnTo: string): Promise<string>;
  /** Who came back with this code; a code or a token that proves nothing is refused with a word for the log. */
  redeem(
    code: string,
    handshake: Handshake,
    returnTo: string,
  ): Promise<{ is: 'known'; identity: Identity } | { is: 'refused'; why: string }>;
}
