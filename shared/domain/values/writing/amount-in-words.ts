const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const scales = ['', ' nghìn', ' triệu', ' tỷ'];

/** 0 to 999; `full` says hundreds and tens also where they are zero, as inside a longer number. */
const threeDigits = (count: number, full: boolean): string => {
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(`${digits[hundreds]} trăm`);
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(`${digits[tens]} mươi`);
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones > 0) words.push(digits[ones] ?? '');
  return words.join(' ');
};

/** Whole VND below a thousand billion in Vietnamese words: `Ba mươi nghìn đồng`. */
export const amountInWords = (amount: number): string => {
  if (!Number.isInteger(amount) || amount < 0 || amount >= 1e12) throw new Error(`no amount: ${amount}`);
  const groups: string[] = [];
  for (let scale = 3; scale >= 0; scale -= 1) {
    const group = Math.floor(amount / 1000 ** scale) % 1000;
    if (group > 0) groups.push(threeDigits(group, groups.length > 0) + (scales[scale] ?? ''));
  }
  const words = groups.length === 0 ? 'không' : groups.join(' ');
  return `${words[0]?.toUpperCase()}${words.slice(1)} đồng`;
};

/** `30.000 đ`, as Vietnamese readers group it. */
export const amountInFigures = (amount: number): string =>
  `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')} đ`;
