/** An office that citizens ask about their data, with everything in memory but what is kept, which the test names. */
import {
  memoryPersonFiles,
  memoryPersonRequests,
} from '../../../shared/adapters/memory/rights/person-requests.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import type { Erasure, Marks } from '../../../shared/domain/rights/erasure.ts';
import type { Answerable, HeldItem } from '../../../shared/domain/rights/person-request.ts';
import type { PersonPaper } from '../../../shared/domain/rights/person-paper.ts';
import { Instant, type Instant as At } from '../../../shared/domain/values/instant.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { askAboutPerson, linkToExport } from '../../../shared/flows/rights/ask-about-person.ts';
import { answerRequests } from '../../../shared/flows/rights/answer-requests.ts';

export const vungTauWard = Ward.parse('26506');
export const askedOfHoa = {
  phone: '0912 345 678',
  request: 'YC-12',
  by: 'Lê Văn Tám',
  reason: 'bà Hoa xin xem',
};

export const anOfficeAsked = () => {
  const vault = memoryVault();
  const requests = memoryPersonRequests();
  const files = memoryPersonFiles();
  const kept = new Map<string, HeldItem[]>();
  const deeds: Deed[] = [];
  const erasures: Erasure[] = [];
  const receipts: Erasure[] = [];
  const papers: PersonPaper[] = [];
  let at: At = Instant.parse('2026-12-01T02:00:00.000Z');
  let drawn = 0;
  const clock = () => at;
  const markOf = ({ phones, dossiers }: Marks): string => [...phones, ...dossiers].join();
  const trouble: { erasing?: Error } = {};
  const ask = askAboutPerson({ requests, vault, calendars: nationalCalendars, clock });
  const answer = answerRequests({
    requests,
    persons: {
      find: async (_ward, marks) => kept.get(markOf(marks)) ?? [],
      erase: async (_ward, marks) => {
        if (trouble.erasing) throw trouble.erasing;
        const count = kept.get(markOf(marks))?.length ?? 0;
        kept.delete(markOf(marks));
        const erased: Record<string, number> = count > 0 ? { dossier: count } : {};
        return { erased, kept: { figures: 1 }, fileKeys: ['a'], jobs: [] };
      },
      remember: async (erasure) => void erasures.push(erasure),
    },
    files: {
      ...files,
      removeFiles: async () => {},
      removeEvidence: async () => {},
      keepReceipt: async (erasure) => void receipts.push(erasure),
    },
    audit: { note: async (deed) => void deeds.push(deed) },
    print: (paper) => {
      papers.push(paper);
      return { ok: true, pdf: new Uint8Array([37, 80, 68, 70]) };
    },
    officeName: async () => 'Ủy ban nhân dân phường Vũng Tàu',
    clock,
    newId: () => `d-${(drawn += 1)}`,
  });
  return {
    vault,
    requests,
    files,
    deeds,
    erasures,
    receipts,
    papers,
    trouble,
    clock,
    pass: (to: string) => void (at = Instant.parse(to)),
    keep: (phone: string, ...items: HeldItem[]) => void kept.set(vault.hash(phone), items),
    ask: (what: Answerable, more: object = {}, ward = vungTauWard) =>
      ask(ward, what, { ...askedOfHoa, ...more }, 'machine-1'),
    asAsked: ask,
    answer: (hasTime = () => true) => answer(hasTime),
    link: linkToExport({ requests, files }),
  };
};

/** What the routes of such an office are made of, once somebody was answered. */
export const aRightsOffice = async () => {
  const office = anOfficeAsked();
  office.keep('+84912345678', { kind: 'dossier', says: { code: 'H29.26-260302-0001' } });
  const said = await office.ask('export');
  await office.answer();
  const { requests, link, clock, deeds, asAsked } = office;
  return {
    id: 'request' in said ? said.request.id : '',
    ports: {
      requests,
      ask: asAsked,
      link,
      clock,
      newId: () => `n-${deeds.length}`,
      note: async (deed: Deed) => void deeds.push(deed),
    },
  };
};
