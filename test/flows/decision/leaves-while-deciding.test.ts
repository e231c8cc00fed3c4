import { expect, it } from 'vitest';
import { minutes } from '../../../shared/domain/values/instant.ts';
import type { EventId, NotificationId } from '../../../shared/domain/values/ids.ts';
import type { DossierAct } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { anEvent, tanHong } from '../../support/builders/dossiers.ts';
import { aWholeOffice } from '../../support/builders/whole-office.ts';

const eventId = 'e-0' as EventId;

/** An office whose only text leaves for its carrier just after whoever decides an act has read that it waits. */
const anOfficeWhoseTextLeaves = async () => {
  let leave: ((id: NotificationId) => Promise<void>) | undefined;
  const office = await aWholeOffice(undefined, (store) => {
    const { notifications } = store as { notifications: typeof office.store.notifications };
    const unsentAmong = async (ids: readonly NotificationId[]) => {
      const unsent = await notifications.unsentAmong(ids);
      for (const id of unsent) await leave?.(id);
      leave = undefined;
      return unsent;
    };
    return { ...store, notifications: { ...notifications, unsentAmong } };
  });
  const event = anEvent({ eventId });
  await office.store.events.accept(event);
  await office.decide([event]);
  leave = async (id) => {
    const attempt = { id: 'a', at: office.clock() };
    expect(await office.store.notifications.claim(id, attempt)).toMatchObject({ is: 'ours' });
    await office.store.notifications.accepted(id, attempt, 'sns', 'r-0');
  };
  return office;
};

it.each<[string, DossierAct, object, number]>([
  [
    'a mistake that somebody heard after all is apologised for',
    { what: 'void', reason: 'nhầm hồ sơ', eventId, silently: false },
    { apologyOwed: true, messagesCancelled: 0 },
    1,
  ],
  [
    'another office says nothing that was heard after all',
    { what: 'move', reason: 'chuyển nơi ở', to: tanHong },
    { messagesCancelled: 0, movedTo: tanHong },
    0,
  ],
])('%s', async (_, act, did, texts) => {
  const office = await anOfficeWhoseTextLeaves();
  expect(await office.does(act)).toMatchObject({ outcome: 'accepted', did });
  office.turn(minutes(30));
  await office.tick();
  expect(office.taken).toHaveLength(texts);
});
