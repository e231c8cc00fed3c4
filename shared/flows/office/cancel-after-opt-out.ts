import { mayTell } from '../../domain/office/consent.ts';
import { dialled } from '../../domain/phone/read-phone.ts';
import type { Conversations } from '../../domain/inbound/conversations.ts';
import { channelOf, ownerOf } from '../../domain/notification/notification.ts';
import type { Consents, Person } from '../../domain/office/consents.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';

export type OptOutPorts = {
  consents: Pick<Consents, 'of'>;
  dossiers: Pick<Dossiers, 'withPhone'>;
  conversations: Pick<Conversations, 'with'>;
  notifications: Pick<Notifications, 'ofDossier' | 'cancelled'>;
};

/**
 * Takes back what still waits for a person who does not want it any more: nobody who wrote HUY at night is texted in
 * the morning. Answers how many messages and calls that were. What a sender has claimed by then goes out. Again and at
 * any time it is harmless, since the person's own choices decide. An answer that a limit keeps for tomorrow belongs to no
 * dossier and is not wanted any more either; the word that the wish was heard still goes.
 */
export const cancelAfterOptOut =
  ({ consents, dossiers, conversations, notifications }: OptOutPorts) =>
  async (person: Person): Promise<number> => {
    const { ward, phone } = person;
    const [[choices = []], theirs, { answered }] = await Promise.all([
      consents.of([person]),
      dossiers.withPhone(ward, phone),
      conversations.with(phone),
    ]);
    const owed = await Promise.all(theirs.map(({ code }) => notifications.ofDossier(ward, code)));
    const answers = answered.flatMap(({ id, purpose }) =>
      id !== undefined && purpose !== 'answer-opt-out' && ownerOf(id).ward === ward ? [id] : [],
    );
    const messages = owed
      .flat()
      .filter(({ state, to }) => state === 'queued' && (to === phone || to === dialled(phone)))
      .map(({ id }) => id);
    const unwanted = [...new Set([...messages, ...answers])].filter(
      (id) => !mayTell(choices, channelOf(id), 'status').may,
    );
    const moved = await Promise.all(unwanted.map((id) => notifications.cancelled(id, 'opted-out')));
    return moved.filter((each) => each === 'moved').length;
  };
