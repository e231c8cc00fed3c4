import { describe, expect, it } from 'vitest';
import { draftWordings } from '../../../../shared/domain/letter/wording/wording.ts';

describe('the birth letter that ships', () => {
  it('says nothing that is untrue of a child of seventeen months whose birth is registered late', () => {
    const words = JSON.stringify(draftWordings.wordings.birth);
    expect(words).not.toMatch(/chào đời|chào đón|đón bé|sơ sinh|mới sinh|vừa sinh|thành viên mới/);
  });
});
