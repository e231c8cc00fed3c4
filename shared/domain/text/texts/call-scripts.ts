import { publishTemplate } from '../publish/publish-template.ts';
import type { SmsTemplate } from '../sms-template.ts';
import { type SmsPurpose, smsTextOf } from './all.ts';
import { draftOf } from './fields.ts';

/**
 * What a clerk reads aloud on the telephone, in whole sentences and with all accents. The matter is for the person alone:
 * whoever else answers is only asked to pass on that the office rang. The number is said twice; nobody is asked for an
 * account, a code or a number of an identity card.
 */
const opening =
  'Dạ, tôi gọi từ ((office)). Xin gặp người đứng tên hồ sơ ((code)). (Người khác nghe máy: chỉ nhờ nhắn gọi lại((hotline?? số)) ((hotline)), không nói việc gì.) ';
const openingTogether = opening.replace(
  'hồ sơ ((code))',
  '((count)) hồ sơ nộp cùng lúc((codes??:)) ((codes))',
);
const closing =
  ' Tôi xin nhắc lại một lần nữa (đọc lại ngày, nơi, thứ cần mang).((hotline?? Ông/Bà cần gì xin gọi số)) ((hotline))((hotline??, đọc hai lần.)) Xin cảm ơn Ông/Bà.';

/** Far more than any script takes: a call costs no parts, so that it may say all. */
const mostParts = 20;

const atPortal = 'Cổng Dịch vụ công quốc gia, mở bằng VNeID';

const together = {
  'received-together':
    'Cả ((count)) hồ sơ của Ông/Bà đã được tiếp nhận.((dueAt?? Hẹn trả kết quả lúc)) ((dueAt))((returnPlace?? tại)) ((returnPlace))((dueAt??. Trước giờ đó Ông/Bà không phải đến ạ.))((ownDates?? Mỗi hồ sơ có ngày hẹn trả riêng, Ông/Bà xem giúp trên giấy hẹn hoặc Cổng Dịch vụ công ạ.))',
  'ready-counter-together':
    'Kết quả của cả ((count)) hồ sơ đã có. Mời Ông/Bà đến ((returnPlace)) nhận một lần((pickUp??,)) ((pickUp)).((hours?? Giờ làm việc:)) ((hours))((hours??.)) Ông/Bà mang theo căn cước và giấy hẹn nếu có.',
  'ready-post-together':
    'Kết quả của cả ((count)) hồ sơ đã có. Bưu điện sẽ giao đến địa chỉ Ông/Bà đã đăng ký.((amount?? Khi nhận trả tất cả)) ((amount))((amount?? đồng, có biên lai.)) Ai đòi tiền trước, Ông/Bà đừng trả.((paper?? Khi nhận xin đưa xem)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))',
  'ready-home-together':
    'Kết quả của cả ((count)) hồ sơ đã có. Nhân viên của chúng tôi sẽ mang đến nhà Ông/Bà. Xin xem thẻ nhân viên trước khi ký nhận.((paper?? Khi nhận xin đưa xem)) ((paper))((paper??.))((onlyTo?? Chỉ giao)) ((onlyTo))((onlyTo??.))',
  'ready-ring-together':
    'Kết quả của cả ((count)) hồ sơ đã có. Mời Ông/Bà đến ((returnPlace)) nhận. Ông/Bà cần giao tại nhà, xin cho biết địa chỉ ạ.',
  'ready-electronic-together': `Kết quả điện tử của cả ((count)) hồ sơ đã có trên ${atPortal}. Ông/Bà cần bản in ra giấy, xin cho biết ạ.`,
} as const;

const middles = {
  ...together,
  received:
    'Hồ sơ của Ông/Bà đã được tiếp nhận.((dueAt?? Hẹn trả kết quả lúc)) ((dueAt))((returnPlace?? tại)) ((returnPlace))((dueAt??. Trước giờ đó Ông/Bà không phải đến ạ.))',
  'received-online': `Hồ sơ Ông/Bà nộp trực tuyến đã được tiếp nhận.((dueAt?? Hẹn trả kết quả lúc)) ((dueAt))((dueAt??.)) Ông/Bà theo dõi trên ${atPortal}.`,
  'not-accepted':
    'Hồ sơ của Ông/Bà chưa đủ điều kiện để tiếp nhận. Lý do ghi trong phiếu Ông/Bà đã nhận; tôi xin đọc và giải thích từng điểm (đọc). Khi đầy đủ giấy tờ, Ông/Bà nộp lại được ạ.',
  'not-accepted-online': `Hồ sơ Ông/Bà nộp trực tuyến chưa đủ điều kiện để tiếp nhận. Lý do ghi trên ${atPortal}; tôi xin đọc và giải thích từng điểm (đọc). Khi đầy đủ giấy tờ, Ông/Bà nộp lại được ạ.`,
  supplement:
    'Hồ sơ của Ông/Bà còn thiếu giấy tờ. Tôi xin đọc từng thứ theo phiếu yêu cầu, Ông/Bà ghi giúp (đọc). Xin nộp thêm((dueAt?? trước)) ((dueAt))((returnPlace?? tại)) ((returnPlace)), mang theo giấy hẹn; nhờ người nhà mang đến cũng được ạ.',
  'supplement-online': `Hồ sơ Ông/Bà nộp trực tuyến còn thiếu giấy tờ. Tôi xin đọc từng thứ, Ông/Bà ghi giúp (đọc). Xin nộp thêm((dueAt?? trước)) ((dueAt)) trên ${atPortal}. Không quen làm trên máy thì đến quầy, chúng tôi giúp ạ.`,
  payment:
    'Hồ sơ của Ông/Bà có phí, lệ phí chưa nộp((amount??:)) ((amount))((amount?? đồng)). Ông/Bà nộp tại ((returnPlace)), có biên lai. Chúng tôi không nhận chuyển tiền qua điện thoại; ai gọi bảo chuyển tiền thì không phải chúng tôi ạ.',
  'payment-online': `Hồ sơ Ông/Bà nộp trực tuyến có phí, lệ phí chưa nộp((amount??:)) ((amount))((amount?? đồng)). Ông/Bà tự nộp trên ${atPortal}. Chúng tôi không nhận chuyển tiền qua điện thoại; ai gọi bảo chuyển tiền thì không phải chúng tôi ạ.`,
  delayed:
    'Tôi xin lỗi Ông/Bà: kết quả chưa xong như đã hẹn((decider??, hồ sơ đang ở)) ((decider)). Xin hẹn lại Ông/Bà lúc ((newDueAt))((returnPlace?? tại)) ((returnPlace)). Trước giờ đó Ông/Bà không phải đến. Ông/Bà có cần gấp việc gì không, để tôi báo lãnh đạo?',
  'delayed-online': `Tôi xin lỗi Ông/Bà: kết quả chưa xong như đã hẹn((decider??, hồ sơ đang ở)) ((decider)). Xin hẹn lại Ông/Bà lúc ((newDueAt)). Ông/Bà theo dõi trên ${atPortal}. Ông/Bà có cần gấp việc gì không, để tôi báo lãnh đạo?`,
  stopped:
    'Tôi báo Ông/Bà một việc không vui: hồ sơ không được giải quyết tiếp. Lý do ghi trong thông báo đã gửi; tôi xin đọc và giải thích (đọc). Ông/Bà không đồng ý hay cần nộp lại, tôi xin hướng dẫn ạ.',
  'stopped-online': `Tôi báo Ông/Bà một việc không vui: hồ sơ không được giải quyết tiếp. Lý do ghi trên ${atPortal}; tôi xin đọc và giải thích (đọc). Ông/Bà không đồng ý hay cần nộp lại, tôi xin hướng dẫn ạ.`,
  withdrawn:
    'Hồ sơ của Ông/Bà đã được rút theo yêu cầu. Nếu Ông/Bà không yêu cầu rút, xin cho biết ngay bây giờ ạ.',
  'taken-back':
    'Tôi gọi để xin lỗi Ông/Bà. Tin trước chúng tôi báo là nhầm.((status?? Hồ sơ của Ông/Bà hiện)) ((status))((status??.)) Ông/Bà cần hỏi gì thêm không ạ?',
  'ready-counter':
    'Kết quả của Ông/Bà đã có. Mời Ông/Bà đến ((returnPlace)) nhận((pickUp??,)) ((pickUp)).((hours?? Giờ làm việc:)) ((hours))((hours??.)) Ông/Bà mang theo căn cước và giấy hẹn.',
  'ready-counter-online':
    'Kết quả của Ông/Bà đã có. Mời Ông/Bà đến ((returnPlace)) nhận((pickUp??,)) ((pickUp)).((hours?? Giờ làm việc:)) ((hours))((hours??.)) Ông/Bà mang theo căn cước và đọc mã hồ sơ tại quầy.',
  'ready-post':
    'Kết quả của Ông/Bà đã có, bưu điện sẽ giao tận nhà (đọc lại địa chỉ để Ông/Bà xác nhận). Khi nhận, Ông/Bà đưa xem căn cước. Ai đòi tiền trước, Ông/Bà đừng trả, xin gọi lại chúng tôi.',
  'ready-home':
    'Kết quả của Ông/Bà đã có. Nhân viên của chúng tôi sẽ mang đến nhà (hẹn ngày, giờ, nói tên nhân viên). Nhân viên đeo thẻ, Ông/Bà xem thẻ rồi hãy ký nhận ạ.',
  'ready-ring':
    'Kết quả của Ông/Bà đã có, mời Ông/Bà đến nhận tại ((returnPlace)), mang theo căn cước và giấy hẹn. Ông/Bà cần giao tại nhà thì xin cho biết địa chỉ đầy đủ: số nhà, đường, thôn hoặc khu phố, xã hoặc phường (ghi và đọc lại).',
  'ready-electronic': `Kết quả điện tử của Ông/Bà đã có trên ${atPortal}. Ông/Bà không dùng điện thoại thông minh thì đến quầy, chúng tôi in giúp. Chúng tôi không gửi đường link nào ạ.`,
  returned:
    'Kết quả của Ông/Bà đã được trả((date?? ngày)) ((date)). Nếu Ông/Bà chưa cầm trong tay, xin cho biết ngay ạ.',
  'post-handed-over':
    'Kết quả của Ông/Bà đã giao cho bưu điện((date?? ngày)) ((date))((trackingNumber??, số bưu gửi)) ((trackingNumber)). Bưu điện sẽ giao đến địa chỉ Ông/Bà đã đăng ký.((amount?? Khi nhận, Ông/Bà trả đúng)) ((amount))((amount?? đồng cho nhân viên bưu điện và lấy biên lai.)) Ai đòi tiền trước, Ông/Bà đừng trả.',
  'post-redirected':
    'Bưu điện đã nhận giao kết quả của Ông/Bà đến địa chỉ mới (đọc lại địa chỉ mới để Ông/Bà xác nhận). Ai đòi tiền trước, Ông/Bà đừng trả.',
  'post-out-for-delivery':
    'Hôm nay((date??, ngày)) ((date)), nhân viên bưu điện mang kết quả đến Ông/Bà. Xin để điện thoại bên mình và chuẩn bị căn cước((amount?? cùng)) ((amount))((amount?? đồng tiền mặt, có biên lai)).',
  'post-attempted':
    'Nhân viên bưu điện đã mang kết quả đến mà không gặp Ông/Bà, và sẽ đến lần nữa. Ông/Bà cần họ đến hôm nào, hay nhận ở nơi khác, xin cho biết ạ.',
  'post-held':
    'Kết quả của Ông/Bà đang ở bưu điện ((postOffice)). Mời Ông/Bà đến nhận((deadline??, hạn cuối hết ngày)) ((deadline)), mang theo căn cước((amount?? và)) ((amount))((amount?? đồng, có biên lai)).',
  'post-delivered':
    'Bưu điện cho biết đã giao kết quả của Ông/Bà((date?? ngày)) ((date)). Nếu Ông/Bà chưa cầm trong tay, xin cho biết để chúng tôi tìm ạ.',
  'post-partly-delivered':
    'Bưu điện cho biết mới giao được một phần giấy tờ của Ông/Bà, phần kia đang chuyển về chúng tôi. Xin hỏi Ông/Bà đã cầm những gì trong tay (ghi lại), và cần giao tiếp hay đến nhận?',
  'post-not-delivered':
    'Tôi gọi để xin lỗi Ông/Bà. Tin trước nói đã giao là sai: kết quả chưa đến tay Ông/Bà. Chúng tôi đang tìm cùng bưu điện. Xin hỏi Ông/Bà cần nhận bằng cách nào?',
  'post-returning':
    'Bưu điện không giao được, kết quả đang chuyển về chúng tôi((deadline??, chúng tôi giữ đến hết ngày)) ((deadline)). Xin hỏi Ông/Bà cần giao lại, hay đến nhận?',
  'post-collected':
    'Bưu điện đã nhận giấy tờ của Ông/Bà((date?? ngày)) ((date)) và sẽ chuyển đến chúng tôi. Ông/Bà không phải làm gì thêm.',
  'post-dossier-arrived':
    'Giấy tờ của Ông/Bà do bưu điện chuyển đã đến chúng tôi((date?? ngày)) ((date)). Ông/Bà không phải làm gì thêm.',
  'home-out-for-delivery':
    'Hôm nay((date??, ngày)) ((date)), nhân viên của chúng tôi mang kết quả đến nhà. Nhân viên đeo thẻ, Ông/Bà xem thẻ rồi hãy ký nhận ạ.',
  'home-attempted':
    'Nhân viên của chúng tôi mang kết quả đến nhà mà không gặp ai. Xin hỏi hôm nào, giờ nào đến thì tiện cho Ông/Bà?',
  'home-delivered':
    'Nhân viên của chúng tôi đã giao kết quả tại nhà((date?? ngày)) ((date)). Nếu Ông/Bà chưa cầm trong tay, xin cho biết ạ.',
  'home-brought-back':
    'Nhân viên của chúng tôi không giao được kết quả tại nhà nên đã mang về. Xin hỏi Ông/Bà cần chúng tôi đến lần nữa, hay đến nhận?',
} as const satisfies Partial<Record<SmsPurpose, string>>;

const publish = (purpose: SmsPurpose, middle: string): SmsTemplate => {
  const { needs, may } = smsTextOf(purpose);
  const begins = (needs as readonly string[]).includes('count') ? openingTogether : opening;
  const vi = `${begins}${middle}${closing}`;
  const draft = draftOf(`call-${purpose}`, {
    vi,
    en: vi,
    needs,
    may: [...new Set(['hotline' as const, ...(may ?? [])])],
  });
  const published = publishTemplate({ ...draft, accents: true, maxParts: mostParts });
  if (!published.ok) throw new Error(`call script ${purpose}: ${JSON.stringify(published.problems)}`);
  return published.template;
};

/** Published when first read, as the messages are. */
const read = new Map<SmsPurpose, SmsTemplate>();

/** The script for a purpose that is rung for, in Vietnamese; undefined where the message itself is read out. */
export const callScriptFor = (purpose: SmsPurpose): SmsTemplate | undefined => {
  const middle = (middles as Partial<Record<SmsPurpose, string>>)[purpose];
  if (middle === undefined) return undefined;
  const script = read.get(purpose) ?? publish(purpose, middle);
  read.set(purpose, script);
  return script;
};
