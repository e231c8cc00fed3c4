/** `__Host-`: this host alone, over TLS alone, the whole site; no script reads them (RFC 6265bis §4.1.3.2). */
const names = { session: '__Host-phien', ticket: '__Host-vao', tablet: '__Host-quay' } as const;
export type CookieName = keyof typeof names;

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export const setCookie = (name: CookieName, value: string, seconds: number): string =>
  `${names[name]}=${value}; Max-Age=${seconds}; ${attributes}`;

export const dropCookie = (name: CookieName): string => setCookie(name, '', 0);

/** The value of a cookie of ours; nothing where it is sent twice, since one of them is not ours. */
export const cookieIn = (cookies: readonly string[] | undefined, name: CookieName): string | undefined => {
  const found = (cookies ?? [])
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${names[name]}=`));
  const value = found.length === 1 ? found[0]!.slice(names[name].length + 1) : '';
  return value === '' ? undefined : value;
};
