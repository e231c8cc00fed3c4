/**
 * The ward's own people as a partner: they bring papers to elderly citizens, under the same job. Each ward's are a
 * partner of their own, so that no ward ever sees the visits of another.
 */
export const wardPartner = (ward: string): string => `ward-${ward}`;
export const isWardPartner = (partner: string): boolean => partner === 'ward' || partner.startsWith('ward-');

/** The ward whose people these are. */
export const wardOf = (partner: string): string | undefined => /^ward-(\d{5})$/.exec(partner)?.[1];

/** Who brings this ward's results home, where it is the ward's own people. */
export const deliverersOf = (ward: string, post: { home?: string | undefined } | undefined): string =>
  post?.home !== undefined && isWardPartner(post.home) ? post.home : wardPartner(ward);

/** Papers that no post carries have no S10 number: `NHA-26506-3F09A2B47C`, from the hash of their job. */
export const homeNumber = (ward: string, hash: string): string =>
  `NHA-${ward}-${hash.slice(0, 10).toUpperCase()}`;

/** Everybody who carries papers of this ward: those it arranged, whoever brings them home, and its own people. */
export const carriersOf = (
  ward: string,
  arranged: { partners: readonly string[]; home?: string | undefined } | undefined,
): string[] => [
  ...new Set([...(arranged?.partners ?? []), ...(arranged?.home ? [arranged.home] : []), wardPartner(ward)]),
];
