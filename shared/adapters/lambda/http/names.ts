type Values = Readonly<Record<string, string | undefined>>;

/** Longer than any id or code of ours; keys of the table end at 1,024 bytes, and an id is only a part of one. */
const longestName = 300;
/** Longer than any cursor, which holds keys. */
const longestQuery = 3000;

const isText = (value: string, longest: number): boolean =>
  value.isWellFormed() && !/\p{Cc}/u.test(value) && Buffer.byteLength(value) <= longest;

const all = (values: Values, longest: number): boolean =>
  Object.values(values).every((value) => value === undefined || isText(value, longest));

/** Whether these parts of a path can be the name of anything. */
export const isNameable = (path: Values): boolean => all(path, longestName);

/** Whether these values of a query can be a wish. */
export const isAskable = (query: Values): boolean => all(query, longestQuery);
