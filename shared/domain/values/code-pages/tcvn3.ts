/** TCVN3 (TCVN 5712:1993, fonts such as `.VnTime`): every letter of ours in the place of another of Western Latin. */

/** What stands at 0xA1 to 0xFF, in order; five of them are tones that follow their letter. */
const fromA1 =
  'ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

/**
 * TCVN3 that was read as Western Latin, letter by letter: `NguyÔn V¨n` → `Nguyễn Văn`. Fonts of capitals (`.VnTimeH`)
 * keep small letters and only draw them large, so such a text comes out small; nobody can tell that from its bytes. What
 * no place of the table holds (figures, Word's quotes) stays.
 */
export const fromTcvn3 = (latin: string): string =>
  latin.replaceAll(/[\u00a1-\u00ff]/g, (letter) => fromA1[letter.charCodeAt(0) - 0xa1]!).normalize('NFC');
