import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';

const play = rehearse(() => aStage());
const settings = { office: 'P. Vung Tau', returnPlace: 'Bo phan Mot cua' };

const whole = (TrangThaiHoSo: number, fields: Record<string, unknown> = {}) => ({
  LoaiBanTin: 'DongBoHoSoMC',
  MaHoSo: 'H29.26-260302-0001',
  TrangThaiHoSo,
  SoDienThoai: '0912 345 678',
  NgayTiepNhan: '20260302081500',
  DanhSachLePhi: [{ Gia: 8000 }],
  ...fields,
});
const progress = (TrangThai: number, ThoiDiemXuLy: string) => ({
  LoaiBanTin: 'CapNhatTienDoHoSoMC',
  MaHoSo: 'H29.26-260302-0001',
  TrangThai,
  ThoiDiemXuLy,
});
const at = (time: string, ...records: unknown[]) => ({ at: `2026-03-${time}:00+07:00`, records });

const told = async (...steps: unknown[]) => {
  const { messages, rejected } = await play(
    Rehearsal.parse({ settings, steps, until: '2026-03-26T12:00:00+07:00' }),
  );
  expect(rejected).toEqual([]);
  return messages
    .filter(({ state }) => state !== 'cancelled')
    .map(({ purpose, to, text }) => [purpose, to, /\d[\d.]* dong/.exec(text)?.[0]]);
};

describe('a fee that is asked for by both messages of one step, where the first has no time', () => {
  const reception = ['received', '+84912345678', undefined];
  const fee = ['payment', '+84912345678', '8.000 dong'];

  it('is told once with phone and sum, the dossier’s message first', async () => {
    expect(await told(at('02T09:30', whole(6)), at('02T09:31', progress(6, '20260302093000')))).toEqual([
      fee,
    ]);
  });

  it('is told once, the progress first', async () => {
    const steps = [
      at('02T08:20', whole(2)),
      at('02T09:30', progress(6, '20260302093000')),
      at('02T09:31', whole(6)),
    ];
    const all = await told(...steps);
    expect(all.map(([purpose]) => purpose)).toEqual(['received', 'payment']);
  });

  it('is told with its own time after work went on, and after a reception of long ago', async () => {
    const steps = [
      at('02T08:20', whole(2)),
      at('03T09:00', whole(4), progress(4, '20260303090000')),
      at('24T09:30', whole(6), progress(6, '20260324093000')),
      at('24T10:30', whole(6), progress(6, '20260324093000')),
    ];
    expect(await told(...steps)).toEqual([reception, fee]);
  });

  it('keeps the phone that only the dossier’s message has', async () => {
    const steps = [at('02T09:30', progress(6, '20260302093000')), at('02T09:31', whole(6))];
    expect(await told(...steps)).toEqual([fee]);
  });
});
