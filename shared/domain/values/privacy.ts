/**
 * What of a record is about a person. Beside each shape that is kept stands a table with a mark for every field of it,
 * so that a new field without a mark does not compile. What is `personal` is sealed wherever it is kept, goes when its
 * citizen is forgotten, and reaches no log; `open` is what conditions, indexes and figures need, and names nobody.
 * A field that holds both is personal as a whole.
 */
export type Mark = 'personal' | 'open';

/** A mark for every field; tables are declared with `as const satisfies Privacy<Shape>`. */
export type Privacy<Shape> = Readonly<Record<keyof Shape, Mark>>;

type Marked<Table, M extends Mark> = {
  [Name in keyof Table]: Table[Name] extends M ? Name : never;
}[keyof Table];

/** The shape without its personal fields: all that a log line may be made of. */
export type OpenPart<Shape, Table extends Privacy<Shape>> = Pick<
  Shape,
  Extract<keyof Shape, Marked<Table, 'open'>>
>;

type Personal<Shape, Table> = Extract<keyof Shape, Marked<Table, 'personal'>>;

/** The names of the personal fields. */
export const personalIn = <Table extends Readonly<Record<string, Mark>>>(
  table: Table,
): (string & Marked<Table, 'personal'>)[] =>
  Object.entries(table)
    .filter(([, mark]) => mark === 'personal')
    .map(([name]) => name as string & Marked<Table, 'personal'>);

/** A record in two: its open fields, and everything else it holds. Absent fields are in neither. */
export const divide = (
  whole: Readonly<Record<string, unknown>>,
  table: Readonly<Record<string, Mark>>,
): { open: Record<string, unknown>; personal: Record<string, unknown> } => {
  const given = Object.entries(whole).filter(([, value]) => value !== undefined);
  const isOpen = ([name]: [string, unknown]): boolean => table[name] === 'open';
  return {
    open: Object.fromEntries(given.filter(isOpen)),
    personal: Object.fromEntries(given.filter((field) => !isOpen(field))),
  };
};

/** What stays of a personal field: to be said where the shape cannot do without it, nothing everywhere else. */
export type Remains<Shape, Table extends Privacy<Shape>> = {
  [Name in Personal<Shape, Table> as undefined extends Shape[Name] ? never : Name]: (
    whole: Shape,
  ) => Shape[Name];
} & {
  [Name in Personal<Shape, Table> as undefined extends Shape[Name] ? Name : never]?: (
    whole: Shape,
  ) => Shape[Name];
};

/** The record once its person is forgotten: its open fields, and what remains of the personal ones. */
export const withoutPerson = <Shape extends object, Table extends Privacy<Shape>>(
  whole: Shape,
  table: Table,
  remains: Remains<Shape, Table>,
): Shape => {
  const { open, personal } = divide(whole as Record<string, unknown>, table);
  const left = Object.keys(personal).map((name) => [
    name,
    (remains as Record<string, ((whole: Shape) => unknown) | undefined>)[name]?.(whole),
  ]);
  return { ...open, ...Object.fromEntries(left.filter(([, value]) => value !== undefined)) } as Shape;
};
