const units: Record<string, number | undefined> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds in `90s`, `-30m`, `2h`, `1d` or several together (`1d12h`); a minus sign is for all of it. */
export const milliseconds = (text: string): number => {
  const [, sign, body] = /^([+-]?)((?:\d+(?:\.\d+)?[smhd])+)$/.exec(text.trim()) ?? [];
  if (body === undefined) throw new Error(`${text} is not a duration: write 90s, -30m, 2h or 1d12h`);
  let sum = 0;
  for (const [, amount, unit] of body.matchAll(/([\d.]+)([smhd])/g))
    sum += Number(amount) * (units[unit!] ?? 0);
  return sign === '-' ? -sum : sum;
};
