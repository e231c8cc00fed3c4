import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Instant, minutes, plus, seconds, type Clock } from '../../../../domain/values/instant.ts';
import type { TokenPair, TokenPairs } from '../../../../domain/office/token-pairs.ts';
import { digits, written } from '../../../../domain/values/wire/written.ts';
import { httpCall } from '../../http-call.ts';
import { jsonIn } from '../verdict.ts';
import type { NewId } from '../../../../domain/values/ids.ts';

/** Whose tokens they are and who may renew them. */
export const ZaloApp = z.strictObject({
  oauthUrl: z.url().default('https://oauth.zaloapp.com'),
  appId: z.string().min(1),
  secretKey: z.string().min(1),
  /** The refresh token a person's consent gave: bought from once, and again only when it is another one. */
  consent: z.string().min(1).optional(),
});
export type ZaloApp = z.infer<typeof ZaloApp>;

/** An access token lives about 25 hours; a new pair is bought when less than this is left. */
const renewBefore = minutes(60);

/** How long whoever renews is believed to be at it: longer than the request and the writing after it may last. */
const renewalTakes = seconds(20);

/** How long to leave a refresh token alone after it was tried in vain: the way was shut, or Zalo said no. */
const tryAgain = { lost: minutes(1), refused: minutes(15) } as const;

const Renewed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: digits.pipe(z.int().positive()),
});
const RefusedRenewal = z.object({ error: written(200) });

/** What a worker should do with the pair it sees. */
const planFor = (pair: TokenPair, now: Instant): 'use' | 'renew' | 'wait' => {
  const usable = pair.accessUntil > now;
  if (pair.accessUntil > plus(now, renewBefore)) return 'use';
  if (pair.refreshing === undefined || pair.refreshing.until <= now) return 'renew';
  return usable ? 'use' : 'wait';
};

export type AccessToken = { ok: true; access: string; version: number } | { ok: false; why: string };

/** The access token of one official account, renewed in time by exactly one of all workers. */
export type ZaloTokens = {
  current(): Promise<AccessToken>;
  /** Zalo refused the token of this version, though we thought it good. */
  refused(version: number): Promise<void>;
};

const wordFor = (consent: string): string => createHash('sha256').update(consent).digest('hex').slice(0, 16);

/** The owner of the pair in the store. */
export const zaloOwner = ({ appId }: ZaloApp): string => `zalo:${appId}`;

/**
 * A refresh token works once, so whoever renews first says so in the store, by a compare-and-swap that only one worker can
 * win; the others use the old token while it lasts, or wait. The new pair is written before it is used. A worker that
 * dies between Zalo's answer and that write loses the pair: `trouble` says so, and a person has to consent again and put
 * the new refresh token where the old one was.
 */
export const zaloTokens = (ports: {
  tokens: TokenPairs;
  app: ZaloApp;
  clock: Clock;
  newId: NewId;
}): ZaloTokens => {
  const { tokens, app, clock, newId } = ports;
  const owner = zaloOwner(app);
  let known: TokenPair | undefined;

  const change = async (before: TokenPair, changes: Partial<TokenPair>): Promise<TokenPair | undefined> => {
    const { version, ...pair } = { ...before, ...changes };
    const swapped = await tokens.swap(owner, before.version, pair);
    return swapped === 'swapped' ? { ...pair, version: version + 1 } : undefined;
  };

  /** Writes the new pair over whatever is there: it is the only one that works now. */
  const keep = async (fresh: Omit<TokenPair, 'version'>): Promise<TokenPair | undefined> => {
    for (let tries = 0; tries < 3; tries += 1) {
      const version = (await tokens.find(owner))?.version;
      if ((await tokens.swap(owner, version, fresh)) === 'swapped')
        return { ...fresh, version: (version ?? 0) + 1 };
    }
    return undefined;
  };

  /** What a person's consent gave, if it is none we have started from already. */
  const newConsent = (pair: TokenPair | undefined): Omit<TokenPair, 'version'> | undefined => {
    const { consent } = app;
    if (consent === undefined) return undefined;
    if (pair !== undefined && pair.trouble?.startsWith('renewal-refused') !== true) return undefined;
    const from = wordFor(consent);
    return pair?.from === from ? undefined : { access: '-', accessUntil: clock(), refresh: consent, from };
  };

  const renew = async (ours: TokenPair): Promise<TokenPair | undefined> => {
    const form = { app_id: app.appId, grant_type: 'refresh_token', refresh_token: ours.refresh };
    const answer = await httpCall({
      url: new URL('/v4/oa/access_token', app.oauthUrl).href,
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: app.secretKey },
      body: new URLSearchParams(form).toString(),
    });
    const said = jsonIn(answer);
    const renewed = Renewed.safeParse(said).data;
    if (renewed !== undefined) {
      const accessUntil = plus(clock(), seconds(renewed.expires_in));
      const { access_token: access, refresh_token: refresh } = renewed;
      return keep({ access, accessUntil, refresh, ...(ours.from !== undefined && { from: ours.from }) });
    }
    const code = RefusedRenewal.safeParse(said).data?.error;
    const wait = code === undefined ? tryAgain.lost : tryAgain.refused;
    const trouble = code === undefined ? 'renewal-unanswered' : `renewal-refused ${code}`;
    return change(ours, { refreshing: { by: 'nobody', until: plus(clock(), wait) }, trouble });
  };

  return {
    current: async () => {
      const now = clock();
      if (known !== undefined && planFor(known, now) === 'use')
        return { ok: true, access: known.access, version: known.version };
      for (let tries = 0; tries < 3; tries += 1) {
        known = await tokens.find(owner);
        const consented = newConsent(known);
        if (consented !== undefined) {
          await tokens.swap(owner, known?.version, consented);
          known = await tokens.find(owner);
        }
        if (known === undefined) return { ok: false, why: 'no-consent' };
        if (planFor(known, now) === 'renew') {
          const mine = await change(known, { refreshing: { by: newId(), until: plus(now, renewalTakes) } });
          if (mine === undefined) continue; // another worker was first: see what it left
          known = await renew(mine);
          if (known === undefined) continue;
        }
        // What is left is used as long as it lasts, be it new or old.
        if (known.accessUntil > clock()) return { ok: true, access: known.access, version: known.version };
        return { ok: false, why: known.trouble ?? 'being-renewed' };
      }
      return { ok: false, why: 'being-renewed' };
    },

    refused: async (version) => {
      const pair = await tokens.find(owner);
      known = undefined;
      // If somebody renewed it meanwhile, the refusal is no news.
      if (pair?.version === version) await change(pair, { accessUntil: clock() });
    },
  };
};
