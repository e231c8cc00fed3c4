import type { BooksChange } from '../../../domain/post/money/books-change.ts';
import type { Booking, CashSlip, CashBooks } from '../../../domain/post/money/cash-book.ts';
import type { Confirmation, Confirmations } from '../../../domain/post/money/confirm-cash.ts';
import type { DispatchJob, JobScope } from '../../../domain/post/job/dispatch-job.ts';

/** The books in memory, and the way in which jobs write into them. */
export type MemoryCash = CashBooks & { write: (change: BooksChange, job: DispatchJob) => void };

export const memoryCash = (): MemoryCash => {
  const slips = new Map<string, CashSlip>();
  const bookings = new Map<string, Booking>();
  const mine = (scope: JobScope) => (one: { ward: string; partner: string }) =>
    'ward' in scope ? one.ward === scope.ward : one.partner === scope.partner;
  const keep = (booking: Booking) =>
    void bookings.set(`${booking.partner}#${booking.ward}#${booking.bookingId}`, booking);
  return {
    write: ({ slip, bookings: made }, { jobId }) => {
      if (slip === 'gone') slips.delete(jobId);
      else if (slip) slips.set(jobId, slip);
      made.forEach(keep);
    },
    open: async (scope) => [...slips.values()].filter(mine(scope)),
    bookings: async (scope, day) =>
      [...bookings.values()].filter((booking) => booking.day === day).filter(mine(scope)),
    note: async (made) => made.forEach(keep),
  };
};

export const memoryConfirmations = (): Confirmations => {
  const kept = new Map<string, Confirmation>();
  const keyOf = (ward: string, confirmationId: string) => `${ward}#${confirmationId}`;
  return {
    find: async (ward, confirmationId) => kept.get(keyOf(ward, confirmationId)),
    open: async (confirmation) => {
      const key = keyOf(confirmation.ward, confirmation.request.confirmationId);
      const earlier = kept.get(key);
      if (earlier) return { is: 'existing', confirmation: earlier };
      kept.set(key, confirmation);
      return { is: 'opened' };
    },
  };
};
