import type { Officer, Officers } from '../../domain/people/officer.ts';
import {
  type Draft,
  notedEvery,
  type Session,
  type Sessions,
  type Standing,
  sessionStanding,
} from '../../domain/people/session.ts';
import { between, type Clock } from '../../domain/values/instant.ts';

export type WhoIsIn =
  | { is: 'in'; officer: Officer; session: Session }
  | { is: 'closed'; why: Exclude<Standing, 'in'>; session: Session }
  | { is: 'nobody' };

type Ports = {
  sessions: Sessions;
  officers: Pick<Officers, 'find'>;
  sha256: (text: string) => string;
  clock: Clock;
};

/** Whose cookie this is, if its session still counts; being seen keeps it alive. Read anew each time: whoever is taken off is out. */
export const whoIsIn =
  ({ sessions, officers, sha256, clock }: Ports) =>
  async (word: string | undefined): Promise<WhoIsIn> => {
    const session = word === undefined ? undefined : await sessions.find(sha256(word));
    if (session === undefined) return { is: 'nobody' };
    const officer = await officers.find(session.officer);
    const now = clock();
    const standing = sessionStanding(session, officer, now);
    if (standing !== 'in' || officer === undefined)
      return { is: 'closed', why: standing === 'in' ? 'taken-off' : standing, session };
    if (between(session.seenAt, now) < notedEvery) return { is: 'in', officer, session };
    const seen = { ...session, seenAt: now };
    // Whoever was faster noted it as well as we would have.
    const noted = await sessions.save(seen, session);
    return { is: 'in', officer, session: noted === 'saved' ? seen : session };
  };

/** Ends a session for good, whatever else is written of it meanwhile. */
export const signOut =
  ({ sessions, clock }: Pick<Ports, 'sessions' | 'clock'>) =>
  async (id: string): Promise<void> => {
    for (;;) {
      const session = await sessions.find(id);
      if (session === undefined || session.endedAt !== undefined) return;
      const { draft: _typed, ...rest } = session;
      if ((await sessions.save({ ...rest, endedAt: clock() }, session)) === 'saved') return;
    }
  };

/** Keeps what was typed into a session that is over, for the same officer to find after signing in again. */
export const keepDraft =
  ({ sessions }: Pick<Ports, 'sessions'>) =>
  async (session: Session, draft: Draft): Promise<void> =>
    void (await sessions.save({ ...session, draft }, session));

/** What was typed is sent or given up: it is forgotten. */
export const dropDraft =
  ({ sessions }: Pick<Ports, 'sessions'>) =>
  async (session: Session): Promise<void> => {
    const { draft, ...rest } = session;
    if (draft !== undefined) await sessions.save(rest, session);
  };
