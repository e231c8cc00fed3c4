import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorkbook } from '../../support/sheets/workbook.ts';
import {
  aDirectory,
  aWardOffice,
  type Credentials,
  dayAt,
  ledgerOf,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from '../actors/a-ward-office.ts';

const ddMMyyyy = (day: string) => day.split('-').toReversed().join('/');

describe('a ward that keeps its dossiers in Excel', () => {
  let office: WardOffice;
  let clerk: Credentials;
  let file: string;
  let report: string;
  beforeAll(async () => {
    office = await aWardOffice();
    clerk = await office.credentials('--ward', vungTau);
    const today = ddMMyyyy(dayAt(0));
    const directory = await aDirectory();
    [file, report] = [join(directory, 'thang-nay.xls'), join(directory, 'dong.csv')];
    await writeFile(
      file,
      aWorkbook({
        rows: [
          ['UBND PHƯỜNG VŨNG TÀU'],
          ['Mã hồ sơ', 'Người nộp', 'Máy', 'Có kết quả hôm', 'Tình trạng'],
          ['H29.26-260302-0001', 'Nguyễn Thị Hằng', 912345671, today, 'Đã có kết quả'],
          ['H29.26-260302-0002', 'Trần Văn Nam', '0912345672', today, 'Xong rồi'],
          ['H29.26-260302-0003', 'Lê Thị Lan', '0912345673', '31/02/2026', 'Đã có kết quả'],
          ['Tổng cộng', '3 hồ sơ'],
        ],
      }),
    );
  }, 120_000);
  afterAll(() => office.stop());

  const push = (...more: string[]) => office.cli(['push', file, ...more], clerk);

  it('is asked once what its own headings and words mean, and it is remembered', async () => {
    const asked = await push('--dry-run');
    expect(asked.stdout).toContain('row 4 Tình trạng “Xong rồi”: Không hiểu trạng thái này.');
    const said = [
      '--column',
      'Máy=phone',
      '--column',
      'Có kết quả hôm=finishedAt',
      '--status',
      'Xong rồi=completed',
    ];
    await push('--dry-run', '--remember', ...said);
    const tried = await push('--dry-run', '--report', report);
    expect(tried.stdout.split('\n')[0]).toMatch(/^This would text 2 citizens .*; 1 row refused\.$/);
    expect(tried.stdout).toContain('row 5 Có kết quả hôm “31/02/2026”: Không đọc được ngày này.');
    expect(await readFile(report, 'utf8')).toContain('"4","H29.26-260302-0002","sẽ gửi"');
  });

  it('is told row by row what was taken, and the same file again tells nobody twice', async () => {
    const first = await push('--report', report);
    expect(first.stderr).toContain('2 accepted, 0 duplicate, 1 rejected');
    await whenAllIsSaid(office.system, 2);
    const again = await push();
    expect(again.stderr).toContain('0 accepted, 2 duplicate, 1 rejected');
    const taken = await ledgerOf(office.system);
    expect(taken.map(({ to }) => to).toSorted()).toEqual(['+84912345671', '+84912345672']);
    expect(await readFile(report, 'utf8')).toContain('"3","H29.26-260302-0001","đã nhận"');
  });
});
