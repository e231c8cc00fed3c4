declare module 'split-sms' {
  export function split(
    text: string,
    options?: { summary?: boolean },
  ): { characterSet: 'GSM' | 'Unicode'; parts: { content: string; length: number; bytes: number }[] };
}

declare module '@trt2/gsm-charset-utils' {
  export function getCharCount(text: string): {
    charCount: number;
    msgCount: number;
    charsPerSegment: number;
    encoding: 'GSM' | 'UCS2';
  };
}
