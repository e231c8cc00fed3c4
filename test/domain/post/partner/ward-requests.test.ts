import { describe, expect, it } from 'vitest';
import { CorrectionRequest, JobRequest } from '../../../../shared/domain/post/partner/ward-requests.ts';
import { errorsOf } from '../../../../shared/domain/values/problem-error.ts';
import { anAddress } from '../../../support/builders/post.ts';

const asked = (name: string, line1 = 'Số 12, đường Nguyễn Huệ') => ({
  dossierCode: 'H29.26-260302-0001',
  citizen: { name, phone: '0912345678', address: anAddress({ line1 }) },
});

describe('a journey asked for by hand', () => {
  it('has a name and an address as a reader sees them, and nothing that turns or hides a letter', () => {
    const read = JobRequest.parse(asked('A\u0000B\nC\u202eD', 'Số\u200b 12,\r\n đường\u2066 Huệ'));
    expect(read.citizen).toMatchObject({ name: 'A B CD', address: { line1: 'Số 12, đường Huệ' } });
  });

  it.each([
    ['a link for a name', asked('Lê Thị bit.ly/x'), '/citizen/name'],
    ['nothing that is seen for a name', asked('\u200b\u202e'), '/citizen/name'],
    ['a link for an address', asked('Lê Thị Lan', 'http://x.vn'), '/citizen/address'],
  ])('is refused with %s, and the field is named', (_, body, pointer) => {
    const read = JobRequest.safeParse(body);
    expect(errorsOf(read.error!).map((error) => error.pointer)).toEqual([pointer]);
  });

  it('is corrected under the same rule', () => {
    expect(CorrectionRequest.safeParse({ address: anAddress({ note: 'www.x.vn' }) }).success).toBe(false);
    expect(
      CorrectionRequest.parse({ address: anAddress({ note: 'Lô B2.KDC\u00ad Bình An' }) }),
    ).toMatchObject({
      address: { note: 'Lô B2.KDC Bình An' },
    });
  });
});
