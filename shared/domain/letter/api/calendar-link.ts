/** The public address of a family's calendar, which is printed as a QR code: short, so that the code stays coarse. */
export const calendarAt =
  (publicUrl: string) =>
  (token: string): string =>
    `${publicUrl}/lich/${token}.ics`;

/** The secret word in a path that somebody asked for, with or without its ending. */
export const tokenIn = (file: string): string | undefined => /^([\w-]{20,64})(?:\.ics)?$/.exec(file)?.[1];
