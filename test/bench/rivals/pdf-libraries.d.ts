/** What the bench uses of libraries that come without type declarations. */
declare module 'pdfkit' {
  type Words = { width?: number; align?: 'left' | 'center' | 'justify'; indent?: number; lineGap?: number };
  export default class PDFDocument {
    x: number;
    y: number;
    constructor(options: Record<string, unknown>);
    on(event: 'data' | 'end' | 'error', listener: (given: never) => void): this;
    registerFont(name: string, source: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(words: string, options?: Words): this;
    text(words: string, x: number, y: number, options?: Words): this;
    heightOfString(words: string, options?: Words): number;
    moveDown(lines?: number): this;
    addPage(): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(): this;
    lineWidth(width: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    end(): void;
  }
}

declare module 'pdfmake' {
  const pdfmake: {
    setFonts(fonts: Record<string, Record<string, string>>): void;
    setUrlAccessPolicy(allows: () => boolean): void;
    setLocalAccessPolicy(allows: () => boolean): void;
    createPdf(document: Record<string, unknown>): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
