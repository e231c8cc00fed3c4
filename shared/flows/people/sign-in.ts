import type { Handshake, IdentityProvider } from '../../domain/people/identity.ts';
import { Login, type Officers } from '../../domain/people/officer.ts';
import type { Session, Sessions } from '../../domain/people/session.ts';
import { SignInTicket as Ticket, ticketLasts } from '../../domain/people/sign-in-ticket.ts';
import { between, type Clock } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { officerId } from './manage-officers.ts';

type Ports = {
  provider: IdentityProvider;
  officers: Pick<Officers, 'find'>;
  sessions: Pick<Sessions, 'find' | 'save'>;
  vault: Vault;
  /** 256 random bits as text. */
  random: () => string;
  sha256: (text: string) => string;
  clock: Clock;
  /** Where the provider sends the browser back to. */
  returnTo: string;
};

const place = 'sign-in';

/** Begins: where the browser goes, and a ticket that nobody can read or change, to be brought back by the same browser. */
export const beginSignIn =
  ({ provider, vault, random, clock, returnTo }: Ports) =>
  async (back: string, earlier?: string): Promise<{ url: string; ticket: string }> => {
    const handshake: Handshake = { state: random(), nonce: random(), verifier: random() };
    const ticket: Ticket = { ...handshake, back, at: clock(), ...(earlier !== undefined && { earlier }) };
    return {
      url: await provider.address(handshake, returnTo),
      ticket: vault.seal(JSON.stringify(ticket), place),
    };
  };

const ticketIn = (vault: Vault, sealed: string): Ticket | undefined => {
  try {
    return Ticket.safeParse(JSON.parse(vault.open(sealed, place))).data;
  } catch {
    return undefined; // changed, or of another key
  }
};

export type SignedIn =
  | { is: 'in'; word: string; session: Session; back: string }
  /** `stranger`: the provider knows them, no office does. */
  | { is: 'refused'; why: 'no-ticket' | 'too-late' | 'other-state' | 'provider' | 'stranger' };

/** Ends: a new session under a new word, for an officer who is in our table and active. */
export const finishSignIn =
  (ports: Ports) =>
  async (
    sealed: string | undefined,
    { state, code }: { state: string | undefined; code: string | undefined },
  ): Promise<SignedIn> => {
    const { provider, officers, sessions, vault, random, sha256, clock, returnTo } = ports;
    const ticket = sealed === undefined ? undefined : ticketIn(vault, sealed);
    if (ticket === undefined) return { is: 'refused', why: 'no-ticket' };
    const now = clock();
    if (between(ticket.at, now) > ticketLasts) return { is: 'refused', why: 'too-late' };
    if (state !== ticket.state) return { is: 'refused', why: 'other-state' };
    if (code === undefined) return { is: 'refused', why: 'provider' };
    const redeemed = await provider.redeem(code, ticket, returnTo);
    if (redeemed.is === 'refused') return { is: 'refused', why: 'provider' };
    const login = Login.safeParse(redeemed.identity.login);
    const officer = login.success ? await officers.find(officerId(vault, login.data)) : undefined;
    if (!officer?.active) return { is: 'refused', why: 'stranger' };
    const before = ticket.earlier === undefined ? undefined : await sessions.find(ticket.earlier);
    const typed = before?.officer === officer.id ? before.draft : undefined;
    const word = random();
    const session: Session = {
      id: sha256(word),
      officer: officer.id,
      epoch: officer.epoch,
      startedAt: now,
      seenAt: now,
      ...(typed && { draft: typed }),
    };
    await sessions.save(session, undefined);
    return { is: 'in', word, session, back: ticket.back };
  };
