import type { CarrierReport, Heard } from '../../domain/inbound/carrier-report.ts';
import type { Inbox } from '../../domain/inbound/message.ts';

/** What became of a call: what became of its report, or `kept` for a citizen's message. */
export type CallbackOutcome<ReportOutcome extends string> = {
  outcome: ReportOutcome | 'stranger' | 'unreadable' | 'message-kept';
  /** Whose report it was, and its code where it was no end. */
  carrier?: string;
  code?: string;
};

/** Writes down a carrier's report, and keeps a citizen's message for whoever answers it, before the caller is answered. */
export const takeCallback =
  <ReportOutcome extends string>(ports: {
    record: (report: CarrierReport) => Promise<ReportOutcome>;
    inbox: Inbox;
  }) =>
  async (heard: Heard): Promise<CallbackOutcome<ReportOutcome>> => {
    if (heard.is === 'report') {
      const { report } = heard;
      const said = report.is === 'receipt' ? { carrier: report.receipt.carrier } : report;
      return {
        outcome: await ports.record(report),
        carrier: said.carrier,
        ...('code' in said && { code: said.code }),
      };
    }
    if (heard.is === 'message') {
      await ports.inbox.put(heard.message);
      return { outcome: 'message-kept', carrier: heard.message.provider };
    }
    return { outcome: heard.is };
  };
