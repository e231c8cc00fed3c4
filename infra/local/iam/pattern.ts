/** A text of a policy, in which `*` stands for any letters and `?` for one. */
export type Pattern = (text: string) => boolean;

/** Everything else that a regular expression would read as a sign of its own. */
const signs = /[\\^$.+()[\]{}|]/g;

const expression = (text: string): string =>
  text
    .replaceAll(signs, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');

/** Whole texts only; actions are compared without regard to capitals, resources with. */
export const pattern = (text: string, capitals: 'matter' | 'do not matter' = 'matter'): Pattern => {
  if (text === '*') return () => true;
  const plain = capitals === 'matter' && !/[*?]/.test(text);
  if (plain) return (other) => other === text;
  const whole = new RegExp(`^${expression(text)}$`, capitals === 'matter' ? 's' : 'is');
  return (other) => whole.test(other);
};

/** ARNs are compared part by part, so that a star does not reach over a colon; the last part may hold colons. */
export const arnPattern = (text: string): Pattern => {
  const parts = (arn: string): string[] => {
    const [partition = '', service = '', region = '', account = '', ...rest] = arn.split(':').slice(1);
    return [partition, service, region, account, rest.join(':')];
  };
  const wanted = parts(text).map((part) => pattern(part));
  return (other) =>
    other.startsWith('arn:') && parts(other).every((part, place) => wanted[place]?.(part) ?? false);
};
