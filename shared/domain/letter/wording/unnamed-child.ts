/** Children whom the register does not name yet: hospitals write `Con bà Lê Thị Hoa` where a name will stand. */

const childOf = /^(?:bé\s+)?con\s+(?:của\s+)?(?:bà|chị|cô|mẹ|ông|anh)\s+(.+)$/iu;
const noName =
  /^(?:chưa (?:có|đặt|rõ) tên|bé (?:trai|gái)|cháu bé|trẻ sơ sinh|sơ sinh|không (?:có )?tên|vô danh|không có|không|\(?(?:null|nil|none|nan|undefined|n\/a)\)?|#n\/a|[-.0_\s]+)$/iu;

/** A name, or whose child it is where that stands in its place; a word for "none yet" is neither. */
export const readName = (written: string | undefined): { name?: string; childOf?: string } => {
  if (written === undefined) return {};
  const name = written.normalize('NFC').trim();
  const parent = childOf.exec(name)?.[1];
  if (parent !== undefined) return { childOf: parent };
  return noName.test(name) ? {} : { name: written };
};

/** The middle name Thị is a woman's; of other names nobody can tell. */
const isMothers = (name: string): boolean =>
  name.normalize('NFC').toLocaleLowerCase('vi').split(/\s+/).slice(1, -1).includes('thị');

/** How a child without a name is called, by its mother where she is known: `con của bà Lê Thị Hoa`. */
export const calledByParents = (
  parents: readonly string[],
): { family: string; child: string } | undefined => {
  const mother = parents.find(isMothers);
  if (mother !== undefined) return { family: `bà ${mother}`, child: `con của bà ${mother}` };
  if (parents.length === 0) return undefined;
  const both = parents.join(' và ');
  return { family: both, child: `con của ${both}` };
};
