/**
 * Names whose letters were broken on the way: bytes read in the wrong code page, old Vietnamese fonts read as Latin,
 * letters that a system lacked. On a card or a condolence such a name is an insult, so a person looks first.
 */
import { hasLink, spaceAbbreviations } from '../../values/writing/links.ts';
import type { StatusEvent } from './status-event.ts';

/** The letters of Vietnamese, and those that Ê Đê, Gia Rai, Ba Na and Mnông write beside them. */
const letters = /[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹñčĕĭŏŭ]/iu;
const foreign = (name: string): boolean =>
  (name.match(/\p{L}/gu) ?? []).some((letter) => !letters.test(letter));

/** A lost letter (`Nguy?n`), an entity (`&#7877;`), a mark of replacement, what nobody sees, and signs of old code pages. */
const broken = /\p{L}\?|\?\p{L}|\ufffd|[\p{Cc}\p{Cf}\p{Co}]|&#?\w+;|[¡-¿×÷€‚ƒ„…†‡ˆ‰‹›˜™]|[<>{}[\]|\\^~=_]/iu;

/** VNI writes a mark behind its letter as a Latin letter of its own: `Traàn`, `Vaên`, `Nguyeãn`, `Huyønh`. */
const vni = /a[àáãâêéèúùõ]|e[âàáãùõ]|o[âùõ]|[uyô][ùõ]/iu;

/** TCVN3 lays capitals with marks on small letters: `NguyÔn`, `TrÇn`. */
const capitalInside = /\p{Ll}(?![A-Z])\p{Lu}/u;

/** Whether a name looks as if its letters were broken, or holds what no name holds, such as a link. */
export const garbledName = (name: string): boolean => {
  const written = name.normalize('NFC');
  return (
    broken.test(written) ||
    foreign(written) ||
    vni.test(written) ||
    capitalInside.test(written) ||
    hasLink(spaceAbbreviations(written))
  );
};

/** The names that an event carries, by their fields. */
export const namesIn = ({
  applicant,
  onBehalf,
  deliveryAddress,
  personEvent,
}: Pick<StatusEvent, 'applicant' | 'onBehalf' | 'deliveryAddress' | 'personEvent'>): [string, string][] => {
  const named: [string, string | undefined][] = [
    ['applicant.name', applicant?.name],
    ['onBehalf.name', onBehalf?.name],
    ['deliveryAddress.name', deliveryAddress?.name],
    ...personsIn(personEvent).map(([field, name]): [string, string | undefined] => [
      `personEvent.${field}`,
      name,
    ]),
  ];
  return named.filter((each): each is [string, string] => each[1] !== undefined);
};

const personsIn = (event: StatusEvent['personEvent']): [string, string | undefined][] => {
  switch (event?.kind) {
    case undefined:
      return [];
    case 'birth':
      return [
        ['childName', event.childName],
        ...(event.parents ?? []).map((name): [string, string] => ['parents', name]),
      ];
    case 'marriage':
      return (event.spouses ?? []).map((name) => ['spouses', name]);
    case 'death':
      return [['deceasedName', event.deceasedName]];
  }
};

/** The fields of an event whose names look garbled. */
export const garbledNamesIn = (event: Parameters<typeof namesIn>[0]): string[] => [
  ...new Set(
    namesIn(event)
      .filter(([, name]) => garbledName(name))
      .map(([field]) => field),
  ),
];
