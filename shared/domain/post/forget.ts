/** Names and addresses of citizens live as long as a journey and thirty days more; then nobody needs them. */
import { days, type Instant, plus } from '../instant.ts';
import type { DispatchJob } from './dispatch-job.ts';

/** Long enough for a complaint about a delivery. Our own choice, not a figure from a law. */
const keptFor = days(30);

export const forgetAt = (over: Instant): Instant => plus(over, keptFor);

/** The citizen's end of the journey without the citizen: the commune stays, for the figures. */
export const forgotten = ({
  direction,
  recipient,
  pickup,
}: DispatchJob): Pick<DispatchJob, 'recipient'> | Pick<DispatchJob, 'pickup'> => {
  const nobody = ({ address }: DispatchJob['pickup']) => {
    const { provinceCode, communeCode, catalogueVersion } = address;
    return { name: '', address: { provinceCode, communeCode, catalogueVersion, line1: '' } };
  };
  if (direction === 'from-citizen') return { pickup: nobody(pickup) };
  const { idDocumentRequired, proxyAllowed } = recipient;
  return { recipient: { ...nobody(recipient), idDocumentRequired, proxyAllowed } };
};
