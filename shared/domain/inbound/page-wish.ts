/** What a citizen asked for on the page that shows them their dossier. It goes the way of what they write by SMS. */
import * as z from 'zod';
import { SendWindow } from '../calendar/send-window.ts';
import { DossierCode } from '../dossier/dossier-code.ts';
import { InboundMessage } from './message.ts';
import type { InboundQuestion } from './read-wish.ts';
import type { InboundSms } from './sms.ts';
import { Instant } from '../values/instant.ts';
import { Ward } from '../values/ward.ts';

/** Where it came from, in the place of a provider of messages. */
export const ownPage = 'tra-cuu';

export const PageWish = z.strictObject({
  page: z.literal(ownPage),
  /** The same again is the same wish. */
  id: z.string().regex(/^[\w-]{20,80}$/),
  ward: Ward,
  dossierCode: DossierCode,
  /** The phone it is about, in E.164 form: the one that is told, or the one that is to be. */
  phone: z.string().max(20),
  at: Instant,
  wish: z.discriminatedUnion('asks', [
    z.strictObject({ asks: z.literal('opt-out') }),
    z.strictObject({ asks: z.literal('opt-in') }),
    z.strictObject({ asks: z.literal('phone-code'), digits: z.string().regex(/^\d{6}$/) }),
    z.strictObject({ asks: z.literal('new-phone') }),
    z.strictObject({ asks: z.literal('hours'), hours: SendWindow }),
  ]),
});
export type PageWish = z.infer<typeof PageWish>;

/** What waits to be answered or heeded: a text of a citizen, or a wish from their page. */
export const FromCitizen = z.union([PageWish, InboundMessage]);

/** Wishes on their way to whoever heeds them. */
export interface PageWishes {
  put(wish: PageWish): Promise<void>;
}

/** The wish as a message of that phone, where it is answered like one. */
export const asMessage = ({
  id,
  phone,
  at,
  wish,
}: PageWish): { inbound: InboundSms; question: Exclude<InboundQuestion, { asks: 'rating' }> } | undefined =>
  wish.asks === 'new-phone' || wish.asks === 'hours'
    ? undefined
    : {
        inbound: {
          provider: ownPage,
          channel: 'sms',
          from: phone,
          to: ownPage,
          text: '',
          receivedAt: at,
          providerId: id,
        },
        question: wish,
      };
