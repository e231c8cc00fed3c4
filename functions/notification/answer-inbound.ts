// Owes a citizen the answer to what they wrote, or heeds what they asked for on their page; the answer leaves like every other
// notification. What comes to nobody's inbox stays in the queue and ends among its dead letters, which ring: redriven once the
// inbox has an owner, it is answered.
import { logAnswered } from '../../shared/adapters/lambda/log/steps.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { FromCitizen } from '../../shared/domain/inbound/page-wish.ts';
import { openInboundPorts } from './routes/inbound-ports.ts';

export const handler = queueFunction(FromCitizen, openInboundPorts, async (answer, message) => {
  const outcome = await answer(message);
  logAnswered(outcome);
  return outcome.is === 'unclaimed' ? 'open' : 'done';
});
