/** Columns with a few words to choose from, as offices write them, without accents. */
import { folded } from '../cells/folded.ts';

const chosen =
  <Choice extends string>(words: Readonly<Record<Choice, RegExp>>) =>
  (written: string): Choice | undefined =>
    (Object.entries(words) as [Choice, RegExp][]).find(([, word]) => word.test(folded(written)))?.[0];

/** How the citizen gets the result. */
export const returnMethodOf = chosen({
  post: /^(?:1|post|(?:qua |dich vu )?(?:buu dien|buu chinh)(?: cong ich)?|bcci|chuyen phat)$/,
  home: /^(?:home|tai nha|giao tai nha)$/,
  electronic: /^(?:electronic|truc tuyen|dien tu|ban dien tu|online|qua mang|email)$/,
  counter:
    /^(?:0|counter|truc tiep|tai quay|tai (?:bo phan )?mot cua|bo phan mot cua|tai (?:ubnd|trung tam|phuong|xa)\b.*|nhan truc tiep|tra truc tiep)$/,
});

/** How it was filed. */
export const filingChannelOf = chosen({
  online: /^(?:2|online|truc tuyen|qua mang|dich vu cong|dvc(?:qg)?|nop truc tuyen)$/,
  post: /^(?:3|post|(?:qua )?(?:buu dien|buu chinh)(?: cong ich)?)$/,
  zalo: /^(?:qua )?zalo$/,
  counter: /^(?:1|counter|truc tiep|tai quay|nop truc tiep|tai (?:bo phan )?mot cua)$/,
});
