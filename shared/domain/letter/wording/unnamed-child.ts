/** Children whom the register does not name yet: hospitals write `Con bà Lê Thị Hoa` where a name will stand. */
import { isWomansName, withoutAddress } from './addressing.ts';

const childOf = /^(?:bé\s+)?con\s+(?:của\s+)?(?:bà|chị|cô|mẹ|ông|anh)\s+(.+)$/iu;
const noName =
  /^(?:chưa (?:có|đặt|rõ) tên|bé (?:trai|gái)|cháu bé|trẻ sơ sinh|sơ sinh|không (?:có )?tên|vô danh|không có|không|\(?(?:null|nil|none|nan|undefined|n\/a)\)?|#n\/a|[-.0_\s]+)$/iu;

/** What some write before the name of a child that has one: `Bé Nguyễn Minh An`. */
const littleOne = /^(?:em bé|bé|cháu)\s+(?=\p{L}\S*\s+\p{L})/iu;

/** A name, or whose child it is where that stands in its place; a word for "none yet" is neither. `little`: written as a child's. */
export const readName = (written: string | undefined): { name?: string; childOf?: string; little?: true } => {
  if (written === undefined) return {};
  const name = written.normalize('NFC').trim();
  const parent = childOf.exec(name)?.[1];
  if (parent !== undefined) return { childOf: parent };
  if (noName.test(name)) return {};
  return littleOne.test(name) ? { name: name.replace(littleOne, ''), little: true } : { name: written };
};

/** How a child without a name is called, by its mother where she is known: `con của bà Lê Thị Hoa`. */
export const calledByParents = (
  parents: readonly string[],
): { family: string; child: string } | undefined => {
  const mother = parents.find(isWomansName);
  if (mother !== undefined) {
    const called = withoutAddress(mother) === mother.normalize('NFC') ? `bà ${mother}` : mother;
    return { family: called, child: `con của ${called}` };
  }
  if (parents.length === 0) return undefined;
  const both = parents.join(' và ');
  return { family: both, child: `con của ${both}` };
};
