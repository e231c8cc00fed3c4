import type { Fields } from './field.ts';

/** Who works for an office, what they propose, and what they did. */
export const peopleFields = {
  proposalId: ['The proposal, as `GET /v1/proposals` lists it', '0mkx1a2b3-7f3a9c1e5b0d4c22'],
  proposal: ['What of the wish waits for a leader; the rest counts'],
  'proposal.names': ['A choice that waits', 'hotline'],
  proposals: ['What somebody proposed, and what became of it; newest first'],
  'proposals.id': ['The proposal', '0mkx1a2b3-7f3a9c1e5b0d4c22'],
  'proposals.reason': ['Why it was refused', 'Số này không ai trực'],
  wanted: ['What is to change, as it was and as it is wanted'],
  'wanted.about': ['Settings, or a text'],
  'wanted.names': ['A choice that is to change'],
  'wanted.before': ['As it was when it was proposed'],
  'wanted.after': ['As it is wanted'],
  'wanted.basis': ['The version of the text that stood', 1],
  'wanted.draft': ['The text as it is wanted'],
  proposedAt: ['When it was proposed'],
  proposedBy: ['Who proposed it: an officer or a credential'],
  'proposedBy.id': ['The officer or the credential', 'ward-26506-00620cbe'],
  'proposals.decidedAt': ['When somebody decided'],
  'proposals.decidedBy': ['Who decided'],
  'proposals.decidedBy.id': ['The officer', 'Kg43VFSRXc_Pxs_fJ69W'],
} as const satisfies Fields;
