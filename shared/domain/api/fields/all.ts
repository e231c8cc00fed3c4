import { dossierFields } from './dossier.ts';
import type { Field, Fields } from './field.ts';
import { letterFields } from './letter.ts';
import { moneyFields } from './money.ts';
import { offerFields } from './offers.ts';
import { officeFields } from './office.ts';
import { peopleFields } from './people.ts';
import { personFields } from './person.ts';
import { postFields } from './post.ts';

export const allFields: Fields = {
  ...dossierFields,
  ...officeFields,
  ...peopleFields,
  ...offerFields,
  ...letterFields,
  ...personFields,
  ...postFields,
  ...moneyFields,
};

/** What is known of the field at the end of this path (shape, field, field …): the longest end of it that is written. */
export const fieldAt = (path: readonly string[]): Field | undefined => {
  const ends = path.map((_, at) => path.slice(at).join('.'));
  const known = ends.find((end) => allFields[end] !== undefined);
  return known === undefined ? undefined : allFields[known];
};
