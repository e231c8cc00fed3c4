/** The lists of an office as tables for a file: as they stand now, every page of them up to what a spreadsheet is for. */
import type { WorklistPage } from '../../../../domain/api/worklist-page.ts';
import type { OverdueList } from '../../../../domain/dossier/standing/overdue.ts';
import type { LetterList } from '../../../../domain/letter/api/shapes.ts';
import type { LetterState } from '../../../../domain/letter/moves.ts';
import type { DeskList, DeskPage } from '../../../../domain/notification/acts.ts';
import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { Page } from '../../../../domain/post/job/dispatch-jobs.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import type { CashSlip } from '../../../../domain/post/money/cash-book.ts';
import type { Deed } from '../../../../domain/people/audit.ts';
import type { Listing, ListingCell } from '../../../../domain/report/table/listing.ts';
import { formatDay, formatMoment } from '../../../../domain/values/day.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import { causeInWords } from '../words/causes.ts';
import { gapsInWords, journeyLists } from '../words/journeys.ts';
import { accountWords } from '../words/cash.ts';
import { deedInWords, outcomeInWords } from '../words/deeds.ts';
import { listWords } from '../words/lists.ts';
import { jobWords, letterKindWords, letterStateWords, notificationWords } from '../words/states.ts';
import { type FileList, fileLists } from './names.ts';

export type ListPorts = {
  worklist: (ward: Ward, asked: { cursor?: string | undefined }) => Promise<WorklistPage>;
  look: (ward: Ward, list: DeskList, cursor: string | undefined) => Promise<DeskPage>;
  overdue: (ward: Ward) => Promise<OverdueList>;
  listLetters: (
    ward: Ward,
    asked: { state?: LetterState | undefined; before?: string | undefined },
  ) => Promise<LetterList>;
  journeys: (ward: Ward, states: readonly JobState[], cursor?: string) => Promise<Page<DispatchJob>>;
  openCash: (ward: Ward) => Promise<readonly CashSlip[]>;
  auditOf: (ward: Ward, before: string | undefined) => Promise<{ deeds: Deed[]; cursor?: string }>;
};

/** More than an office works through in months, and a file that every spreadsheet opens. */
const rowsAtMost = 5000;

/** Every page of a list, one after the other, up to what a file holds. */
const everyPage = async <Row>(
  read: (cursor: string | undefined) => Promise<{ rows: readonly Row[]; cursor?: string | undefined }>,
): Promise<Row[]> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined && rows.length < rowsAtMost);
  return rows.slice(0, rowsAtMost);
};

type Made = { columns: readonly (string | { dong: string })[]; rows: (readonly ListingCell[])[] };

const makers: Readonly<Record<FileList, (ports: ListPorts, ward: Ward) => Promise<Made>>> = {
  'ds-viec': async ({ worklist }, ward) => {
    const items = await everyPage(async (cursor) => {
      const page = await worklist(ward, { cursor });
      return { rows: page.items, cursor: page.cursor };
    });
    return {
      columns: ['Việc', 'Mã hồ sơ', 'Vì sao'],
      rows: items.map(({ list, dossierCode, because }) => [
        listWords[list].title,
        dossierCode,
        causeInWords(list, because),
      ]),
    };
  },
  'ds-goi': async ({ look }, ward) => {
    const calls = await everyPage(async (cursor) => {
      const page = await look(ward, 'call-list', cursor);
      return { rows: page.notifications, cursor: page.cursor };
    });
    return {
      columns: ['Mã hồ sơ', 'Điện thoại', 'Lời cần nói', 'Đã gọi (lần)', 'Tình trạng'],
      rows: calls.map(({ dossierCode, dial, text, attempts, state }) => [
        dossierCode,
        dial?.replace(/^\+84/, '0'),
        text,
        String(attempts),
        notificationWords[state][0],
      ]),
    };
  },
  'ds-qua-han': async ({ overdue }, ward) => {
    const { late, apologiseToday } = await overdue(ward);
    return {
      columns: ['Mã hồ sơ', 'Hạn', 'Trễ (ngày)', 'Cần làm'],
      rows: [
        ...apologiseToday.map(({ code, dueAt }) => [
          code,
          formatMoment(dueAt),
          '0',
          'xin lỗi hôm nay còn kịp',
        ]),
        ...late.map(({ code, dueOn, daysLate }) => [
          code,
          formatDay(dueOn),
          String(daysLate),
          'trễ, chưa xin lỗi kịp',
        ]),
      ],
    };
  },
  'ds-thu': async ({ listLetters }, ward) => {
    const letters = await everyPage(async (before) => {
      const page = await listLetters(ward, { before });
      return { rows: page.letters, cursor: page.cursor };
    });
    return {
      columns: ['Loại thư', 'Mã hồ sơ', 'Kính gửi', 'Tình trạng', 'Từ lúc', 'Ngày thư'],
      rows: letters.map(({ kind, dossierCode, recipient, state, since, issuedOn }) => [
        letterKindWords[kind],
        dossierCode,
        recipient,
        letterStateWords[state][0],
        formatMoment(since),
        formatDay(issuedOn),
      ]),
    };
  },
  'ds-buu-gui': async ({ journeys }, ward) => {
    const states = Object.values(journeyLists).flatMap((list): readonly JobState[] => list.states);
    const jobs = await everyPage(async (cursor) => {
      const page = await journeys(ward, states, cursor);
      return { rows: page.items, cursor: page.cursor };
    });
    return {
      columns: ['Mã hồ sơ', 'Chiều', 'Tình trạng', 'Từ lúc', 'Số bưu gửi', 'Còn thiếu'],
      rows: jobs.map(({ dossierCode, direction, state, changedAt, trackingNumber, waitsFor = [] }) => [
        dossierCode,
        direction === 'to-citizen' ? 'đến người dân' : 'về phường',
        jobWords[state],
        formatMoment(changedAt),
        trackingNumber,
        gapsInWords(waitsFor),
      ]),
    };
  },
  'ds-nhat-ky': async ({ auditOf }, ward) => {
    const deeds = await everyPage(async (before) => {
      const page = await auditOf(ward, before);
      return { rows: page.deeds, cursor: page.cursor };
    });
    return {
      columns: ['Lúc', 'Ai', 'Việc', 'Về', 'Kết quả', 'Ghi chú'],
      rows: deeds.map(({ at, by, what, about, outcome, words }) => [
        formatMoment(at),
        by,
        deedInWords(what),
        about,
        outcomeInWords(outcome),
        words,
      ]),
    };
  },
  'ds-tien': async ({ openCash }, ward) => {
    const slips = await openCash(ward);
    return {
      columns: [
        'Số bưu gửi',
        'Đơn vị',
        'Tình trạng',
        'Từ lúc',
        { dong: 'Phải thu' },
        { dong: 'Đã thu' },
        { dong: 'Đã nộp' },
      ],
      rows: slips
        .slice(0, rowsAtMost)
        .map(({ trackingNumber, partner, account, since, due, collected, remitted }) => [
          trackingNumber,
          partner,
          accountWords[account],
          formatMoment(since),
          due,
          collected,
          remitted,
        ]),
    };
  },
};

/** A list as it stands now. Where it is longer than a file may be, the last row says so. */
export const listingOf = async (ports: ListPorts, ward: Ward, name: FileList): Promise<Listing> => {
  const { columns, rows } = await makers[name](ports, ward);
  const cut = rows.length === rowsAtMost ? [[`Còn nữa: tệp chỉ có ${rowsAtMost} dòng đầu.`]] : [];
  return {
    title: fileLists[name].title,
    columns: columns.map((column) =>
      typeof column === 'string' ? { words: column, is: 'text' } : { words: column.dong, is: 'dong' },
    ),
    rows: [...rows, ...cut],
  };
};
