import type { CarrierReport } from '../../domain/inbound/carrier-report.ts';
import type { Receipt } from '../../domain/notification/receipt.ts';

/** What became of a report: what became of its receipt, or what it was instead of one. */
export type ReportOutcome<ReceiptOutcome extends string> =
  | ReceiptOutcome
  | Exclude<CarrierReport['is'], 'receipt'>;

/**
 * Writes down what a carrier reports, if it is an end. A code nobody taught us changes nothing and is answered as such, so
 * that whoever called can count it and say it aloud; the carrier will not repeat it.
 */
export const recordReport =
  <ReceiptOutcome extends string>(record: (receipt: Receipt) => Promise<ReceiptOutcome>) =>
  async (report: CarrierReport): Promise<ReportOutcome<ReceiptOutcome>> =>
    report.is === 'receipt' ? record(report.receipt) : report.is;
