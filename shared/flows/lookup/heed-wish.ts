import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { CorrectedFacts } from '../../domain/dossier/event/correct-request.ts';
import type { SendWindow } from '../../domain/calendar/send-window.ts';
import { asMessage, ownPage, type PageWish } from '../../domain/inbound/page-wish.ts';
import { mayTell } from '../../domain/office/consent.ts';
import type { Consents } from '../../domain/office/consents.ts';
import { notifiedPhone } from '../../domain/office/contact-channel.ts';
import { dialled, type E164, readPhone } from '../../domain/phone/read-phone.ts';
import type { actOnDossier } from '../dossier/act-on-dossier.ts';
import type { answerAsked, InboundOutcome } from '../notification/answer-inbound.ts';

type Ports = {
  dossiers: Pick<Dossiers, 'find'>;
  consents: Pick<Consents, 'of' | 'record'>;
  answerAsked: ReturnType<typeof answerAsked>;
  actOnDossier: ReturnType<typeof actOnDossier>;
};

/** The phone in the place of the one that is told now: of whoever handed the dossier in, or of the applicant. */
const withPhone = (dossier: Dossier, phone: E164): CorrectedFacts => {
  const onBehalf = fact(dossier, 'onBehalf');
  const told = readPhone(onBehalf?.phone);
  return onBehalf !== undefined && told.ok && told.e164 === notifiedPhone(dossier)
    ? { onBehalf: { ...onBehalf, phone: dialled(phone) } }
    : { applicant: { phone: dialled(phone) } };
};

/**
 * Heeds what a citizen asked for on the page of their dossier: a wish to be left alone or told again is the one they would
 * have written, confirmed and answered to that phone; a phone that they showed to be theirs becomes the dossier's, by an
 * act in its story.
 */
export const heedWish =
  (ports: Ports) =>
  async (wish: PageWish): Promise<InboundOutcome> => {
    const { ward, dossierCode: code, id } = wish;
    const phone = readPhone(wish.phone);
    if (!phone.ok) return { is: 'silent', because: 'not-a-person' };
    const message = asMessage(wish);
    if (message !== undefined)
      return ports.answerAsked(message.inbound, message.question, { ward, phone: phone.e164 });
    if (wish.wish.asks === 'hours') return keepHours(ports, wish, phone.e164, wish.wish.hours);
    const [found] = await ports.dossiers.find([{ ward, code }]);
    if (found === undefined) return { is: 'silent', because: 'not-a-person' };
    const reason = 'Người dân đổi số ở trang tra cứu, đã xác nhận bằng tin nhắn đến số mới';
    const facts = withPhone(found.dossier, phone.e164);
    await ports.actOnDossier(ward, code, { what: 'correct', reason, facts }, { by: 'người dân', key: id });
    return { is: 'silent', because: 'phone-changed' };
  };

/** Kept as the choice to be told, in these hours; whoever refused has to take that back first. */
const keepHours = async (
  { consents }: Ports,
  { ward, at, id }: PageWish,
  phone: E164,
  hours: SendWindow,
): Promise<InboundOutcome> => {
  const [choices = []] = await consents.of([{ ward, phone }]);
  if (mayTell(choices, 'sms', 'status').may)
    await consents.record(
      { ward, phone },
      {
        purpose: 'status',
        channel: 'sms',
        choice: 'in',
        when: at,
        hours,
        evidence: `chose hours on ${ownPage}: ${id}`,
      },
    );
  return { is: 'silent', because: 'hours-kept' };
};
