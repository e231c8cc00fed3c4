/**
 * The words of wishes, by what they do in one. Spelt correctly, mostly: `spelling.ts` knows how people write them. One letter
 * stands for each role, so that `wishes.ts` can say in a line what a wish is.
 */
const roles = {
  /** States that something is not so: `không nhận tin`. */
  N: 'không|ko|kô|k|kg|kh|khg|hok|hông|hổng|hong|hem|hk|khôg|khog|kong|k0|chẳng|chả|no|not|dont|do not|không có|ko có|không có nhu cầu|ko có nhu cầu',
  /** Asks that something be not done. */
  I: 'đừng|đừng có|khỏi|khỏi cần|miễn|không cần|ko cần|k cần|khỏi phải|never',
  /** Ends something, and is a command by itself. */
  E: 'ngừng|ngưng|dừng|hủy|ngừng lại|ngưng lại|dừng lại|từ chối|tuchoi|ngừg|ngưg|ngug|stop|stopping|unsubscribe|unsub|cancel|quit|opt out|optout|opt-out|hủy bỏ|chấm dứt|stopall|stop all',
  /** Ends something, where it says what. */
  Z: 'bỏ|tắt|ngắt|cắt|gỡ|gỡ bỏ|xóa|xóa bỏ|chặn|rút|dẹp|ra khỏi|remove|delete|end|turn off|loại',
  /** Ends something too, but is no command by itself, nor turned round by a `không` before it. */
  W: 'thôi|thôi thì|thui',
  /** A command that looks up as well: no more than by itself. */
  L: 'tc',
  /** Telling by text message, and nothing else. */
  T: 'nhắn|nt|nhắn tin|nhắn tn|text|texting|spam|làm phiền|quấy rầy|phiền tôi',
  /** Getting something. */
  A: 'nhận|receive|receiving|get|getting',
  /** Sending something. */
  B: 'gửi|gởi|báo|send|sending',
  /** Ringing somebody up. */
  J: 'gọi|gọi điện|call|calling|điện thoại cho',
  /** What is sent. */
  O: 'tin|tin hen|tn|tin nhắn|tinnhan|sms|thông báo|messages|message|msg|texts|mess|tin báo',
  /** Whose it is, or on which list. */
  P: 'số|số này|số tôi|số em|số của tôi|số của em|số mình|số điện thoại|số đt|sđt|sdt|danh sách|list|my number|this number|number',
  /** No longer, or not by my will. */
  M: 'nữa|nữa đâu|nữa hen|muốn|mún|thêm|more|any more|anymore|want|further|có nhu cầu',
  /** Being one who is told. */
  G: 'đăng ký|đăng kí|đk|dk|dịch vụ|dv|theo dõi|subscription',
  /** Begins it, and is a command by itself. */
  C: 'start|resume|subscribe|unstop|opt in',
  /** Begins it, where it says what. */
  Y: 'đồng ý|bật|mở',
  /** Once more. */
  S: 'lại|again|trở lại|tiếp tục|tiếp',
  /** That it came to somebody else. */
  U: 'sai số|nhầm số|lộn số|nhầm người|nhầm máy|lộn người|gửi nhầm|gởi nhầm|nhắn nhầm|nhắn lộn|không phải số|không phải của tôi|không phải tôi|wrong number|wrong person',
  /** The dossier, which is another thing to end. */
  V: 'hồ sơ|hs|hoso|về hồ sơ|về hs|của hồ sơ|thủ tục|dossier|application',
  /** Politeness, and whoever speaks or is spoken to. */
  F: [
    'ạ|á|à|a|ơ|ừ|uh|ok|oke|okie|dạ|thưa|vâng|nhé|nha|nhe|nhen|nghen|nhá|nghe|đi|với|vs|giùm|dùm|giúp|hộ|luôn|ngay|liền|mà|chứ|cái|hết|nhé ạ|hihi|hehe',
    'làm ơn|vui lòng|xin|xin vui lòng|xin hãy|hãy|phiền|cảm phiền|cho|cho phép|để|có|đề nghị|yêu cầu|mong|nhờ|có thể|hộ cái|please|pls|plz|kindly|cám ơn|cảm ơn|cảm ơn nhiều|camon|thanks|thank you|tks|thank|trân trọng|kính|chào|xin chào|hello|hi|kính gửi',
    'tôi|tui|toi|mình|tao|tớ|em|e|anh|chị|cô|chú|bác|ông|bà|con|cháu|bạn|ad|admin|quý vị|quý cơ quan|mọi người|các|các anh chị|mấy|mấy anh|me|i|my|us|you|to|from|the|any|all|now|this|it|u|nhà tôi|gia đình tôi|ba|má|mẹ|dì|cậu|mợ|thím|vợ|chồng',
    'em ơi|anh ơi|chị ơi|cô ơi|chú ơi|bạn ơi|ad ơi|admin ơi|cháu ơi|con ơi|bác ơi|trời ơi|ơi là',
    'này|nầy|đó|kia|ấy|những|mấy cái|loại|kiểu|vậy|thế|là|thì|được rồi|được rồi ạ|từ nay|từ giờ|kể từ nay|từ hôm nay|hôm nay|bây giờ|nay|về sau|sau này|cứ|hoài|suốt|nhiều|nhiều quá|quá|mãi|bữa giờ',
    'vào số này|đến số này|tới số này|về số này|qua số này|từ số này|cho số này|vào số tôi|đến số tôi|vào máy này|đến máy này|vào số điện thoại này|đến số điện thoại này|vào đt này|vào máy tôi|đến tôi|tới tôi|cho tôi|cho mình|cho em|vào số|đến số',
    'của ubnd|của phường|của xã|từ phường|từ ubnd|của ủy ban|từ ủy ban|của cơ quan|của nhà nước|bên mình|bên phường|bên ubnd|phường|xã|ubnd|ủy ban|tự động|rác|quảng cáo|kiểu này|như vậy|như thế',
    'phiền quá|phiền lắm|mệt quá|mệt lắm|bực quá|bực mình|làm phiền quá|nhiều lắm|rất phiền|quá phiền|ồn quá|khó chịu',
    'đt|tel',
  ].join('|'),
} as const;

export type WordRole = keyof typeof roles | 'D' | 'H' | 'K' | 'Q' | 'R' | 'X';

/** Every phrase in the data with what it does; a phrase has its words apart. */
export const phrases: readonly (readonly [phrase: string, role: WordRole])[] = Object.entries(roles).flatMap(
  ([role, words]) => words.split('|').map((phrase) => [phrase, role as WordRole] as const),
);

/**
 * Without marks `dung` is `đừng`, `dừng`, `dùng`, `đúng` and a woman’s name, `huy` is `hủy` and a man’s, `nhan` is `nhắn` and
 * `nhận`, `goi` is `gọi` and `gởi`, `da` is `dạ` and `đã`.
 */
export const ambiguous: Readonly<Record<string, WordRole>> = {
  dung: 'D',
  huy: 'H',
  nhan: 'R',
  goi: 'J',
  da: 'Q',
};

/** Written as one word, as commands of short codes are. */
export const glued: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'ngung tin',
    'ngung nhan tin',
    'ngung gui tin',
    'ngung nhan tin nhan',
    'huy tin',
    'huy nhan tin',
    'huy dk',
    'huy dang ky',
    'tu choi',
    'tu choi tin',
    'khong nhan tin',
    'stop sms',
    'stop tin',
    'nhan tin',
    'dang ky',
  ].map((words) => [words.replaceAll(' ', ''), words]),
);

/** Family names, by which a signature without capitals is known. */
export const familyNames: ReadonlySet<string> = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh dao doan luong mai truong ha lam chau ta cao thach son danh kim quach to'.split(
    ' ',
  ),
);
