import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { tokenLivesFor } from '../../../../shared/domain/office/client.ts';
import { EvidenceRequest } from '../../../../shared/domain/post/evidence/evidence.ts';
import { DispatchJobOffer } from '../../../../shared/domain/post/job/job-offer.ts';
import { AcceptJobRequest, ClaimRequest } from '../../../../shared/domain/post/job/lease.ts';
import { RemittanceReport } from '../../../../shared/domain/post/money/remittance.ts';
import { PostalPartner } from '../../../../shared/domain/post/partner/partner.ts';
import * as asks from '../../../../shared/domain/post/partner/partner-requests.ts';
import { WardPost } from '../../../../shared/domain/post/partner/ward-post.ts';
import { TrackingEvent } from '../../../../shared/domain/post/tracking/tracking-event.ts';
import { examples, files } from './examples.ts';
import { block, codeTableList, codeWords, fieldTable, problemTable } from './tables.ts';
import type { GuideLanguage } from './words.ts';

const shapes = {
  claim: ['ClaimRequest', ClaimRequest],
  offer: ['DispatchJobOffer', DispatchJobOffer],
  renew: ['RenewRequest', asks.RenewRequest],
  release: ['ReleaseRequest', asks.ReleaseRequest],
  reject: ['RejectRequest', asks.RejectRequest],
  accept: ['AcceptJobRequest', AcceptJobRequest],
  scan: ['TrackingEvent', TrackingEvent],
  evidence: ['EvidenceRequest', EvidenceRequest],
  remittance: ['RemittanceReport', RemittanceReport],
  partner: ['PostalPartner', PostalPartner],
  /** The ward is named by the command, not in the file. */
  ward: ['WardPost', WardPost.omit({ ward: true })],
} as const satisfies Record<string, readonly [string, z.ZodType]>;

/** The ways of a job, as far as its partner walks them. */
const states = `\`\`\`text
ready ── claim ──▶ leased ── accept ──▶ accepted ── label, manifest ──▶ handed-over
  ▲                  │                                                      │ scans
  └──── release ◀────┤                                    picked-up, in-transit, out-for-delivery,
        lapse        └── reject ──▶ another partner       delivery-attempted, held-for-pickup, on-hold
                                                                             │
cancel-requested ── confirm-cancel ──▶ cancelled          delivered │ returning ──▶ returned │ lost │ damaged
\`\`\``;

/** What the prose asks for between double braces, such as `{{table claim}}`. */
const printed = (asked: string, language: GuideLanguage): string => {
  const [what = '', of = ''] = asked.split(' ');
  const { [of as keyof typeof shapes]: shape } = shapes;
  const { [of as keyof typeof examples]: example } = examples;
  switch (what) {
    case 'table':
      return fieldTable(shape[0], shape[1], language);
    case 'show':
      return block(example[1]);
    case 'file':
      return block(files[of as keyof typeof files]);
    case 'codes':
      return codeWords(language);
    case 'editions':
      return codeTableList(language);
    case 'problems':
      return problemTable(language);
    case 'seconds':
      return String(tokenLivesFor);
    case 'states':
      return states;
    default:
      throw new Error(`the guide asks for ${asked}, which nobody prints`);
  }
};

const proseOf = { en: 'english.txt', vi: 'vietnamese.txt' } as const;

/** The partner guide, its tables and bodies printed from the schemas that check the requests. */
export const partnerGuide = (language: GuideLanguage): string =>
  readFileSync(new URL(proseOf[language], import.meta.url), 'utf8').replaceAll(
    /\{\{([a-z]+(?: \w+)?)\}\}/g,
    (_braces, asked: string) => printed(asked, language),
  );
