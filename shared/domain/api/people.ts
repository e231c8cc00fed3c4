/** Officers and the audit of an office, as an operator's machine sees them. */
import * as z from 'zod';
import { Deed } from '../people/audit.ts';
import { Officer, OfficerGiven } from '../people/officer.ts';

/** Who is put on, or changed; whose office it is, the credential says. */
export const OfficerBody = OfficerGiven.omit({ ward: true });

/** The epoch of an officer is between us and their sessions. */
export const OfficerSeen = Officer.omit({ epoch: true });
export const officerSeen = ({ epoch: _epoch, ...officer }: Officer): z.infer<typeof OfficerSeen> => officer;

export const OfficerList = z.strictObject({ officers: z.array(OfficerSeen) });

/** Newest first; without a cursor that was all. */
export const DeedList = z.strictObject({ deeds: z.array(Deed), cursor: z.string().optional() });
