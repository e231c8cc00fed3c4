import { receiptCodeOf } from '../../domain/dossier/receipt/receipt-code.ts';
import { counterWord } from '../../domain/lookup/counter.ts';
import { formProof, isOurForm } from '../../domain/lookup/pass.ts';
import type { Vault } from '../../domain/values/vault.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { beginPhoneCheck, endPhoneCheck } from './confirm-phone.ts';
import { findByCodes } from './look-up.ts';
import { officeNameOf, openDossier } from './open-dossier.ts';
import { rateDossier, rateVisit } from './rate.ts';
import { showBoard } from './show-board.ts';
import { sendWish } from './send-wish.ts';

type PortsOf<Flow extends (ports: never) => unknown> = Parameters<Flow>[0];
type Ports = Omit<PortsOf<typeof findByCodes>, 'receiptCodes'> &
  PortsOf<typeof openDossier> &
  PortsOf<typeof beginPhoneCheck> &
  PortsOf<typeof rateDossier> &
  PortsOf<typeof showBoard> & { vault: Vault; publicUrl: string };

/** What every page for citizens stands on. */
export const openCitizens = (ports: Ports) => {
  const { vault, clock, publicUrl } = ports;
  const hash = (text: string) => vault.hash(text);
  const visits = rateVisit(ports);
  return {
    lookUp: findByCodes({ ...ports, receiptCodes: receiptCodeOf(hash) }),
    open: openDossier(ports),
    wish: sendWish(ports),
    beginPhoneCheck: beginPhoneCheck(ports),
    endPhoneCheck: endPhoneCheck(ports),
    rate: rateDossier(ports),
    /** A form counts once, by a hash of what proves it. */
    rateVisit: async (ward: Ward, form: string, said: Parameters<typeof visits>[2]) =>
      visits(ward, hash(`visit ${form}`), said),
    proofFor: (page: string) => formProof(vault, page, clock()),
    isOurs: (page: string, proof: string | undefined) => isOurForm(vault, page, proof, clock()),
    counterWord: counterWord(hash),
    officeName: officeNameOf(ports),
    board: showBoard(ports),
    publicUrl,
  };
};
