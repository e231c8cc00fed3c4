import { describe, expect, it } from 'vitest';
import { readInboundSms } from '../../../shared/domain/inbound/read-wish.ts';

describe('a citizen writes how they were served', () => {
  it.each([
    ['DG 5', 5],
    ['dg5', 5],
    ['ĐG 4', 4],
    ['Đánh giá: 3', 3],
    ['danh gia 2 sao', 2],
    ['DG 1 điểm', 1],
    ['  DG   5 . ', 5],
  ])('%j', (text, score) => {
    expect(readInboundSms(text)).toEqual({ asks: 'rating', score });
  });

  it('with words of their own, or of one dossier', () => {
    expect(readInboundSms('DG 5 cảm ơn các cô chú')).toEqual({
      asks: 'rating',
      score: 5,
      line: 'cảm ơn các cô chú',
    });
    expect(readInboundSms('DG 5 H29.26-260302-0001')).toEqual({
      asks: 'rating',
      score: 5,
      code: 'H29.26-260302-0001',
    });
  });

  it.each(['DG', 'DG 0', 'DG 6', 'DG 55', 'DG 4/5', 'DG 3.5', '5', 'cho tôi hỏi đg 5 ở đâu'])(
    'but %j says no step',
    (text) => {
      expect(readInboundSms(text).asks).not.toBe('rating');
    },
  );

  it.each(['DG 1. Đừng nhắn tin nữa', 'đánh giá 1, hủy tin nhắn'])(
    'and a refusal in it comes first: %j',
    (text) => {
      expect(readInboundSms(text)).toEqual({ asks: 'opt-out' });
    },
  );
});
