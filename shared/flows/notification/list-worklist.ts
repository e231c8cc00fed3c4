import type { DeskList, DeskNotification, DeskPage } from '../../domain/notification/acts.ts';
import type { Notification } from '../../domain/notification/notification.ts';
import type { Circuits, OpenCircuit } from '../../domain/notification/pace/circuit.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { notificationTold } from '../dossier/trace-dossier.ts';
import type { NotificationWorklist } from '../../domain/notification/desk.ts';
import type { Clock } from '../../domain/values/instant.ts';

/** What an office sees of a notification that somebody has to look after: the number only where it has to be dialled. */
export const worklistEntry = (notification: Notification): DeskNotification => ({
  ...notificationTold(notification),
  dossierCode: notification.dossierCode,
  ...(notification.channel === 'call-list' && notification.state === 'queued' && { dial: notification.to }),
});

type Ports = { desk: NotificationWorklist; clock: Clock; openCircuits?: () => Promise<OpenCircuit[]> };

/** The carriers among these that take nothing before something is mended. */
export const openCircuitsOf =
  (circuits: Pick<Circuits, 'of'>, carriers: readonly string[]) => async (): Promise<OpenCircuit[]> => {
    const standing = await Promise.all(
      carriers.map(async (name) => ({ name, ...(await circuits.of(name)) })),
    );
    return standing.flatMap(({ name, circuit }) =>
      circuit === undefined ? [] : { carrier: name, because: circuit.because, since: circuit.since },
    );
  };

/** One list of a ward's desk, the longest waiting first; with the first page the carriers for which its texts wait. */
export const listWorklist =
  ({ desk, clock, openCircuits = async () => [] }: Ports) =>
  async (ward: Ward, which: DeskList, cursor: string | undefined): Promise<DeskPage> => {
    const page = await desk.list(ward, which, { now: clock(), cursor });
    const carriers = cursor === undefined ? await openCircuits() : [];
    return {
      notifications: page.items.map(worklistEntry),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
      ...(carriers.length > 0 && { carriers }),
    };
  };
