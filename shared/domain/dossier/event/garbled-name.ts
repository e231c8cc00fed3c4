/**
 * Names whose letters were broken on the way: bytes read in the wrong code page, old Vietnamese fonts read as Latin,
 * letters that a system lacked. On a card or a condolence such a name is an insult, so a person looks first.
 */
import { hasLink, spaceAbbreviations } from '../../values/writing/links.ts';
import { isOldCodePage } from './old-code-pages.ts';
import type { StatusEvent } from './status-event.ts';

/** Names are written in Latin letters here, whoever bears them: `Björn`, `Peña`, `Çelik`, `Ayŭn`. */
const otherScript = /[^\P{L}\p{Script=Latin}]/u;

/** A lost letter (`Nguy?n`), an entity, an escape, a mark of replacement, what nobody sees, and signs of old code pages. */
const broken = new RegExp(
  [
    '[?*#%$@+\\ufffd]',
    '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]',
    '&#?\\w+;',
    '[<>{}[\\]|\\\\^~=_]',
    '[¡-¿×÷€‚ƒ„…†‡ˆ‰‹›˜™]',
    // Escapes whose stroke got lost, letters typed with digits for their marks, a bracket that is one: `Va(n`.
    'u(?:1e|0[01])[0-9a-f]{2}',
    '\\p{L}\\d+\\p{L}',
    '\\p{L}\\([^)]*$',
  ].join('|'),
  'iu',
);

/** UTF-8 read as Western Latin, byte by byte: `Nguyá»…n`, `VÄƒn`; what stood behind the capital may have been invisible. */
const doubleEncoded = /[ÂÃÄÅÆÌ][ŠŒŽ‘’“”•–—šœžŸ]|(?<!\p{L})[ÃÄÅÆ](?!\p{L})/u;

/** A capital with a mark where no capital stands: inside a word of small letters, or at the end of one of two letters. */
const capitalInside = /\p{Ll}(?![A-Z])\p{Lu}|\p{Lu}(?![A-Z])\p{Lu}\p{Ll}/u;
const capitalAtEnd = /\p{Lu}[ÃÄÅÆ](?!\p{L})/u;

/** Whether a name looks as if its letters were broken, or holds what no name holds, such as a link. */
export const garbledName = (name: string): boolean => {
  const written = name.normalize('NFC');
  return (
    broken.test(written) ||
    otherScript.test(written) ||
    doubleEncoded.test(written) ||
    capitalInside.test(written) ||
    (/\p{Ll}/u.test(written) && capitalAtEnd.test(written)) ||
    isOldCodePage(written) ||
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
