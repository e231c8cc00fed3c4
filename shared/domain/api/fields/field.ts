/**
 * What a field says to whoever reads the API's description: a sentence, and an example where the shape alone does not
 * give one (a choice, a yes or no, an instant and whatever holds other fields do).
 */
export type Field = readonly [says: string, example?: string | number | Readonly<Record<string, string>>];

/**
 * By name: one word means one thing at every door. Where a name means something else in one place, the place stands
 * before it, as in `parcel.contents`; a `.describe()` at the shape itself wins over both.
 */
export type Fields = Readonly<Record<string, Field>>;
