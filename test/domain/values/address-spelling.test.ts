import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/domain/dossier/event/judge-event.ts';
import { CorrectRequest } from '../../../shared/domain/dossier/event/correct-request.ts';
import { CorrectionRequest, JobRequest } from '../../../shared/domain/post/partner/ward-requests.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';

const now = instantOf(new Date('2026-03-02T03:00:00Z'));
const jobs = { line1: '12 Trần Hưng Đạo', communeCode: '26506', provinceCode: '79' };
const events = { street: '12 Trần Hưng Đạo', commune: '26506', province: '79' };
const event = (deliveryAddress: object) =>
  judge(
    {
      eventId: 'e-1',
      dossierCode: 'H29.26-260302-0001',
      status: 'received',
      occurredAt: '2026-03-02T09:00:00+07:00',
      deliveryAddress,
    },
    now,
  );

describe.each([
  ['jobs', jobs],
  ['events', events],
])('an address spelled as in %s', (_where, address) => {
  it('is read where somebody reports an event', () => {
    expect(event(address)).toMatchObject({ ok: true, event: { deliveryAddress: events } });
    expect(event(address)).not.toHaveProperty('event.warnings');
  });

  it('is read where facts are put right', () => {
    const asked = { facts: { deliveryAddress: address }, reason: 'moved' };
    expect(CorrectRequest.parse(asked)).toMatchObject({ facts: { deliveryAddress: events } });
  });

  it('is read where somebody asks for a journey or corrects one', () => {
    const citizen = { name: 'Nguyễn Thị Hoa', address };
    expect(JobRequest.parse({ dossierCode: 'H29.26-260302-0001', citizen }).citizen.address).toMatchObject(
      jobs,
    );
    expect(CorrectionRequest.parse({ address }).address).toMatchObject(jobs);
  });
});

describe('an address', () => {
  it('keeps its hamlet in the line of the street where events have no place for it', () => {
    expect(event({ ...jobs, hamlet: 'Khu phố 3', catalogueVersion: '2026-07-25' })).toMatchObject({
      event: { deliveryAddress: { street: '12 Trần Hưng Đạo, Khu phố 3' } },
    });
  });

  it('with a commune that is none loses the commune alone, however it is spelled', () => {
    expect(event({ ...jobs, communeCode: 'Vũng Tàu' })).toMatchObject({
      event: { deliveryAddress: { street: events.street, province: '79' }, warnings: [{}] },
    });
  });

  it('that is spelled both ways at once is refused, since nobody knows which is meant', () => {
    expect(CorrectionRequest.safeParse({ address: { ...jobs, street: '14 Lê Lợi' } }).success).toBe(false);
  });
});
