import { describe, expect, it } from 'vitest';
import {
  applicantCalled,
  deceasedCalled,
  withoutAddress,
} from '../../../../shared/domain/letter/wording/addressing.ts';
import { calledByParents } from '../../../../shared/domain/letter/wording/unnamed-child.ts';

describe('whoever died', () => {
  const diedOn = '2026-11-28';
  it.each([
    ['ông (bà) Phạm Ngọc Ẩn', 'Phạm Ngọc Ẩn', {}],
    ['bà Phạm Thị Mơ', 'Phạm Thị Mơ', {}],
    ['bà PHẠM THỊ MƠ', 'PHẠM THỊ MƠ', {}],
    ['ông Phạm Ngọc Ẩn', 'Phạm Ngọc Ẩn', { sex: 'male', bornOn: '1961' }],
    ['cụ ông Phạm Ngọc Ẩn', 'Phạm Ngọc Ẩn', { sex: 'male', bornOn: '1938' }],
    ['cụ bà Phạm Thị Mơ', 'Phạm Thị Mơ', { bornOn: '1946-11-28' }],
    ['bà Phạm Thị Mơ', 'Phạm Thị Mơ', { bornOn: '1946-11-29' }],
    ['cụ Y Blơ Êban', 'Y Blơ Êban', { bornOn: '1940' }],
    ['anh Lê Minh Khôi', 'Lê Minh Khôi', { sex: 'male', bornOn: '2005-01-02' }],
    ['anh (chị) Lê Minh Khôi', 'Lê Minh Khôi', { bornOn: '2005' }],
    // Born in 1996 one may have been thirty.
    ['ông (bà) Lê Minh Khôi', 'Lê Minh Khôi', { bornOn: '1996' }],
  ] as const)('is called %s', (called, name, known) => {
    expect(deceasedCalled(name, { diedOn, ...known })).toBe(called);
  });

  it.each(['Cụ bà Phạm Thị Mơ', 'Ông Trần Văn Minh', 'BÀ LÊ THỊ HOA', 'Ông (Bà) Trần An', 'Bà Mơ'])(
    'is not addressed twice where the register wrote %s',
    (written) => {
      expect(deceasedCalled(written, { diedOn })).toBe(written);
    },
  );
});

describe('an applicant behind Kính gửi', () => {
  it.each([
    ['Ông (Bà) Nguyễn Thị Hằng', 'Nguyễn Thị Hằng'],
    ['Ông (Bà) Đoàn Thị Hoa', 'Đoàn Thị Hoa'],
    ['Ông (Bà) Trương Hội An', 'Trương Hội An'],
    ['Ông (Bà) Cổ Ngân', 'Cổ Ngân'],
    ['Bà Nguyễn Thị Hằng', 'Bà Nguyễn Thị Hằng'],
    ['Công ty TNHH Hải Sản Đông', 'Công ty TNHH Hải Sản Đông'],
    ['CÔNG TY CỔ PHẦN SEN', 'CÔNG TY CỔ PHẦN SEN'],
    ['HTX Nông nghiệp Bình Giã', 'HTX Nông nghiệp Bình Giã'],
    ['Trường Tiểu học Thắng Nhì', 'Trường Tiểu học Thắng Nhì'],
    ['Hộ kinh doanh Lê Thị Hoa', 'Hộ kinh doanh Lê Thị Hoa'],
    ['Sunrise Co., Ltd', 'Sunrise Co., Ltd'],
  ])('is %s', (called, name) => {
    expect(applicantCalled(name)).toBe(called);
  });
});

describe('a name written with a form of address', () => {
  it('is the same name for whoever compares it, and a short one keeps what may be its surname', () => {
    expect(withoutAddress('Bà Nguyễn Thị Hằng')).toBe('Nguyễn Thị Hằng');
    expect(withoutAddress('Cụ ông Trần Văn Minh')).toBe('Trần Văn Minh');
    expect(withoutAddress('Ông Tùng')).toBe('Ông Tùng');
    expect(withoutAddress('Anh Thư')).toBe('Anh Thư');
  });

  it('is printed once for the mother of a child without a name', () => {
    expect(calledByParents(['Bà Lê Thị Hoa'])?.child).toBe('con của Bà Lê Thị Hoa');
    expect(calledByParents(['Trần Văn Minh', 'Lê Thị Hoa'])?.child).toBe('con của bà Lê Thị Hoa');
  });
});
