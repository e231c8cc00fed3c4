import { describe, expect, it } from 'vitest';
import { ambiguousIn } from '../../../../shared/domain/text/publish/ambiguous-words.ts';
import { publishOwn } from '../../../../shared/domain/text/publish/own-template.ts';
import { statuses } from '../../../../shared/domain/dossier/statuses.ts';
import { smsPurposes, smsTextOf } from '../../../../shared/domain/text/texts/all.ts';
import { anOwnDraft } from '../../../support/builders/sms-template.ts';
import { now } from '../../../support/builders/dossiers.ts';

describe('a text that reads two ways without its accents', () => {
  it.each(smsPurposes)('is none of ours: %s', (purpose) => {
    const { vi, short } = smsTextOf(purpose);
    expect([...ambiguousIn(vi), ...ambiguousIn(short?.vi ?? '')]).toEqual([]);
  });

  it.each(Object.entries(statuses))('is no word for how a dossier stands: %s', (_, { words: { vi } }) => {
    expect(ambiguousIn(`Hồ sơ ((code)) ${vi}.`)).toEqual([]);
  });

  it.each([
    ['Hồ sơ ((code)) đã dừng giải quyết.', 'dung'],
    ['Hồ sơ ((code)) bị chậm.', 'bi cham'],
    ['Hồ sơ ((code)): cán bộ sẽ mang đến nhà.', 'can bo'],
    ['Mời Ông/Bà chờ nhận.', 'cho'],
    ['Không nhận tin: soạn HUY.', 'huy'],
    ['Kết quả ở bưu điện phát bưu gửi.', 'phat'],
    ['Xin trả lại hồ sơ ((code)).', 'tra'],
    ['Tin này là nhầm.', 'nham'],
    ['Xin gọi ngay.', 'goi ngay'],
    ['Xin đến ngay hôm nay.', 'den ngay'],
    ['Mời đến 8 giờ sáng mai.', 'sang'],
    ['Ông/Bà còn 3 ngày.', 'con #'],
    ['Chúng tôi sẽ nhắn tin.', 'se nhan tin'],
    ['Chỉ đưa cho chính chủ.', 'chinh chu'],
    ['Xin xem thẻ khi nhận.', 'xem the'],
    ['Không nghe số lạ.', 'so la'],
    ['Nửa ngày sau có kết quả.', 'nua ngay'],
  ])('is refused when a ward publishes it: %s', (sentence, word) => {
    const vi = `((office)): ((code)) ((returnPlace)). ${sentence}`;
    const en = '((office)): ((code)) ((returnPlace)).';
    const published = publishOwn(anOwnDraft({ bodies: { vi, en } }), 2, now);
    const problems = published.ok ? [] : published.problems;
    expect(
      problems.filter(({ problem }) => problem === 'ambiguous-words').map(({ detail }) => detail),
    ).toContainEqual(expect.stringContaining(`“${word}”`));
  });

  it('may be said with its accents', () => {
    const bodies = {
      vi: '((office)): Hồ sơ ((code)) đúng hẹn tại ((returnPlace)).',
      en: '((office)): ((code)) is on time at ((returnPlace)).',
    };
    expect(publishOwn(anOwnDraft({ bodies, accents: true, maxParts: 4 }), 2, now).ok).toBe(true);
    expect(publishOwn(anOwnDraft({ bodies }), 2, now).ok).toBe(false);
  });
});
