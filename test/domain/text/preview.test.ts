import { describe, expect, it } from 'vitest';
import { previewSms } from '../../../shared/domain/text/preview.ts';

const plain = { accents: false };
const accented = { accents: true };

describe('an SMS is looked at before it is paid for', () => {
  it('in plain letters, which is how it goes out', () => {
    expect(previewSms({ text: 'Hồ sơ đã có kết quả' }, plain)).toEqual({
      text: 'Ho so da co ket qua',
      encoding: 'GSM-7',
      units: 19,
      parts: 1,
      lost: 0,
    });
  });

  it('with accents, composed', () => {
    expect(previewSms({ text: 'Hồ sơ đã có kết quả'.normalize('NFD') }, accented)).toEqual({
      text: 'Hồ sơ đã có kết quả',
      encoding: 'UCS-2',
      units: 19,
      parts: 1,
      lost: 0,
    });
  });

  it('with accents, and nothing else changed', () => {
    expect(previewSms({ text: '😀{€'.repeat(30) }, accented)).toMatchObject({
      units: 120,
      parts: 2,
      lost: 0,
    });
    expect(previewSms({ text: '{€'.repeat(40) }, accented)).toMatchObject({ encoding: 'GSM-7', units: 160 });
  });

  it('with what would be lost', () => {
    expect(previewSms({ text: 'Chúc mừng 🎉' }, plain)).toMatchObject({ text: 'Chuc mung ', lost: 1 });
  });

  it('as nothing at all', () => {
    expect(previewSms({ text: '' }, plain)).toEqual({
      text: '',
      encoding: 'GSM-7',
      units: 0,
      parts: 0,
      lost: 0,
    });
  });
});

describe('one of our texts is looked at', () => {
  const fields = { office: 'UBND xã Định Yên', code: 'H20.12-260302-0001', hotline: '0277 3851 234' };

  it('in Vietnamese, in English, with accents', () => {
    const preview = { template: 'returned', fields } as const;
    expect(previewSms(preview, plain)).toEqual({
      text: 'UBND xa Dinh Yen: Da tra ket qua ho so H20.12-260302-0001. Neu Ong/Ba chua nhan, xin goi 02773851234. Xin cam on.',
      encoding: 'GSM-7',
      units: 113,
      parts: 1,
      lost: 0,
    });
    expect(previewSms({ ...preview, language: 'en' }, plain)).toMatchObject({ parts: 1, units: 116 });
    expect(previewSms(preview, accented)).toMatchObject({ encoding: 'UCS-2', parts: 2, units: 113 });
  });

  it('and says what is missing or refused', () => {
    expect(previewSms({ template: 'delayed', fields: { ...fields, office: 'evil.vn' } }, plain)).toEqual({
      ok: false,
      missing: ['newDueAt'],
      refused: [{ field: 'office', why: 'link' }],
    });
  });

  it('but not one that does not exist', () => {
    expect(() => previewSms({ template: 'condolence' as 'returned', fields }, plain)).toThrow('Invalid');
  });
});
