import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { chooseSettings } from '../../../shared/flows/office/choose-settings.ts';
import { aWard, tanHong, vungTau } from '../../support/builders/dossiers.ts';

describe('the number that texts tell citizens to write to', () => {
  it.each([
    ['nobody’s', undefined],
    ['another office’s', tanHong],
  ])('is not one that is %s', async (_, owner) => {
    const store = memoryStore();
    if (owner) await store.inboxes.give(owner, 'inbound', '8099');
    const saved = await chooseSettings(store)({ ...aWard(), inbox: '8099' });
    expect(saved).toMatchObject({ errors: [{ pointer: '/inbox', code: 'not-your-inbox' }] });
    expect((await store.settings.of(vungTau)).inbox).toBeUndefined();
  });

  it('is the office’s own, or none', async () => {
    const store = memoryStore();
    await store.inboxes.give(vungTau, 'inbound', '8099');
    for (const inbox of ['8099', undefined])
      expect(await chooseSettings(store)(aWard({ inbox }))).toEqual({ is: 'saved' });
  });
});

describe('what the platform allows at most', () => {
  const most = { messagesPerPhonePerDay: 10 };
  const chosen = (messagesPerPhonePerDay: number) =>
    aWard({ limits: { messagesPerPhonePerDay, messagesPerWardPerDay: 100 } });

  it('is not lifted by a ward: nothing is kept, and the sentence names the limit', async () => {
    const store = memoryStore();
    expect(await chooseSettings({ ...store, most })(chosen(11))).toEqual({
      is: 'validation-failed',
      errors: [
        {
          pointer: '/limits/messagesPerPhonePerDay',
          code: 'beyond-most',
          message:
            'Hệ thống cho phép nhiều nhất 10 tin mỗi ngày cho một số điện thoại; xin chọn không quá mức này.',
        },
      ],
    });
    expect((await store.settings.of(vungTau)).limits).not.toMatchObject({ messagesPerPhonePerDay: 11 });
    expect(await chooseSettings({ ...store, most })(chosen(10))).toEqual({ is: 'saved' });
  });
});
