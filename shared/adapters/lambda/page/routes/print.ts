import { lettersAtOnce, type PrintBatchResponse } from '../../../../domain/letter/api/shapes.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Route } from '../../http/http.ts';
import { acts, type DeskPorts } from '../frame/desk-route.ts';
import { proof } from '../frame/form.ts';
import { address } from '../frame/html.ts';

type Ports = DeskPorts & {
  /** Prints these letters as the batch of this name. */
  print: (ward: Ward, letterIds: readonly string[], by: string, batch: string) => Promise<PrintBatchResponse>;
};

/** What is signed goes on paper, as one file. The word of the form names the batch, so that a repeat finds the same. */
export const printRoutes: Record<string, Route<Ports>> = {
  'POST /thu/in': acts(
    'print-letters',
    async ({ print }: Ports, { officer }, fields) => {
      const ids = (fields['thu'] ?? '').split(' ').filter((id) => id !== '');
      const batch = fields[proof.form] ?? '';
      if (ids.length === 0 || ids.length > lettersAtOnce) return { said: 'nothing-to-print' };
      const { document } = await print(officer.ward, ids, officer.name, batch);
      return document === undefined
        ? { said: 'nothing-to-print' }
        : { said: 'printed', about: batch, to: address`/thu/in/${batch}` };
    },
    () => '/thu',
  ),
};
