/**
 * What the platform allows every ward at most, whatever the ward has chosen: a loop or a slip in one ward's settings must not
 * ring a phone all night, nor spend everybody's account. Whoever runs the platform sets it, stage by stage.
 */
import * as z from 'zod';
import { SendWindow } from '../calendar/send-window.ts';
import { allowance, type Limits } from '../notification/limits.ts';
import type { WardSettings } from './ward-settings.ts';

const Count = z.int().min(0);

/** What is not named has no limit but the ward's own. Days count messages, months parts; times are the ward's. */
export const Most = z.strictObject({
  messagesPerPhonePerDay: Count.optional(),
  messagesPerWardPerDay: Count.optional(),
  partsPerWardPerMonth: Count.optional(),
  sendWindow: SendWindow.optional(),
});
export type Most = z.infer<typeof Most>;

const counts = ['messagesPerPhonePerDay', 'messagesPerWardPerDay', 'partsPerWardPerMonth'] as const;

/** The limits that count: the ward's own, and nowhere more than the platform's. */
export const withinMost = (limits: Limits, most: Most): Limits => ({
  ...limits,
  ...Object.fromEntries(
    counts.flatMap((name) => {
      const least = Math.min(limits[name] ?? Infinity, most[name] ?? Infinity);
      return least === Infinity ? [] : [[name, least]];
    }),
  ),
});

/** The hours in which phones may ring: the ward's own within the platform's, or the platform's where none are left. */
const windowWithin = (own: SendWindow, most: SendWindow | undefined): SendWindow => {
  if (most === undefined) return own;
  const from = own.from > most.from ? own.from : most.from;
  const to = own.to < most.to ? own.to : most.to;
  return from < to ? { from, to } : most;
};

/** A ward's settings as they count. */
export const settingsWithin = (settings: WardSettings, most: Most): WardSettings => ({
  ...settings,
  limits: withinMost(settings.limits, most),
  sendWindow: windowWithin(settings.sendWindow, most.sendWindow),
});

const what = {
  messagesPerPhonePerDay: 'tin mỗi ngày cho một số điện thoại',
  messagesPerWardPerDay: 'tin mỗi ngày cho một đơn vị',
  partsPerWardPerMonth: 'phần tin mỗi tháng cho một đơn vị',
} as const satisfies Record<(typeof counts)[number], string>;

/** Where a ward has chosen more than it may, and what the platform allows; empty where it stays within. */
export const beyondMost = (
  { limits, sendWindow }: Pick<WardSettings, 'limits' | 'sendWindow'>,
  most: Most,
): { path: string[]; message: string }[] => {
  const chosen = allowance(limits);
  const by =
    limits.partsPerWardPerMonth === undefined ? ['budgetPerMonth', 'amount'] : ['partsPerWardPerMonth'];
  const each = [
    ['phone-day', 'messagesPerPhonePerDay', ['messagesPerPhonePerDay']],
    ['ward-day', 'messagesPerWardPerDay', ['messagesPerWardPerDay']],
    ['ward-month', 'partsPerWardPerMonth', by],
  ] as const;
  const too = each.flatMap(([cap, name, path]) => {
    const allowed = most[name] ?? Infinity;
    // A month without a limit of the ward's own simply has the platform's.
    if (chosen[cap] === Infinity || chosen[cap] <= allowed) return [];
    const message = `Hệ thống cho phép nhiều nhất ${allowed} ${what[name]}; xin chọn không quá mức này.`;
    return [{ path: ['limits', ...path], message }];
  });
  const hours = most.sendWindow;
  if (hours === undefined || (sendWindow.from >= hours.from && sendWindow.to <= hours.to)) return too;
  const message = `Hệ thống chỉ cho phép gửi tin trong khoảng ${hours.from}–${hours.to}; xin chọn trong khoảng này.`;
  return [...too, { path: ['sendWindow'], message }];
};
