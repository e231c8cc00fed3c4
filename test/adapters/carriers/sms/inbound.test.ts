import { describe, expect, it } from 'vitest';
import { readHttpMessage } from '../../../../shared/adapters/carriers/sms/inbound-http.ts';
import { Instant } from '../../../../shared/domain/values/instant.ts';

const receivedAt = Instant.parse('2026-03-02T02:15:00.000Z');
const form = 'application/x-www-form-urlencoded';

const read = (contentType: string | undefined, body: string) =>
  readHttpMessage({ contentType, body }, 'inbound', receivedAt);

describe('a citizen’s SMS handed over by HTTP', () => {
  it.each([
    ['a form', form, 'User=84912345678&ServiceId=8088&Content=HS+H29.26-260302-0001&RequestId=mo-1'],
    ['a form nobody names', undefined, 'from=84912345678&to=8088&text=HS%20H29.26-260302-0001&id=mo-1'],
    [
      'JSON',
      'application/json; charset=utf-8',
      '{"sender":84912345678,"shortcode":"8088","message":"HS H29.26-260302-0001","sms_id":"mo-1"}',
    ],
  ])('is read from %s', (_, contentType, body) => {
    expect(read(contentType, body)).toEqual({
      provider: 'inbound',
      providerId: 'mo-1',
      from: '84912345678',
      to: '8088',
      text: 'HS H29.26-260302-0001',
      receivedAt,
    });
  });

  it('without an id is named by its body, so that a repeat is the same message', () => {
    const once = read(form, 'from=84912345678&text=HS');
    expect(read(form, 'from=84912345678&text=HS')).toEqual(once);
    expect(read(form, 'from=84912345678&text=HS+2')?.providerId).not.toBe(once?.providerId);
  });

  it('may say what it answers', () => {
    expect(read(form, 'from=84912345678&text=HS&mtId=m-1')).toMatchObject({ inReplyTo: 'm-1' });
  });

  it('is read by the names of the contract, where there is one', () => {
    const names = { id: ['MOID'], from: ['SDT'], to: ['DAUSO'], text: ['NOIDUNG'], inReplyTo: [] };
    const message = { contentType: form, body: 'sdt=0912345678&dauso=8088&noidung=HS&moid=7' };
    expect(readHttpMessage(message, 'inbound', receivedAt, names)).toMatchObject({
      providerId: '7',
      from: '0912345678',
      to: '8088',
      text: 'HS',
    });
  });

  it.each([
    ['has no sender', form, 'text=HS'],
    ['has no text', form, 'from=84912345678'],
    ['is broken JSON', 'application/json', '{"from":'],
    ['is JSON of something else', 'application/json', '["from"]'],
    ['is far too long', form, `from=84912345678&text=${'x'.repeat(2001)}`],
    ['is empty', form, ''],
  ])('cannot be read when it %s', (_, contentType, body) => {
    expect(read(contentType, body)).toBeUndefined();
  });
});
