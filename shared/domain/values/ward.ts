import * as z from 'zod';

/**
 * A ward office (UBND phường, xã, đặc khu) by its five-digit unit code of QĐ 19/2025/QĐ-TTg. It is the tenant:
 * everything belongs to exactly one, and it always comes from the credential.
 */
export const Ward = z
  .string()
  .regex(/^\d{5}$/, 'a ward office is named by the five digits of QĐ 19/2025/QĐ-TTg')
  .brand('Ward');
export type Ward = z.infer<typeof Ward>;
