import { expect, it } from 'vitest';
import { procedureNameOf, ProcedureTable } from '../../../shared/domain/values/procedure.ts';
import { procedures2026 } from '../../../shared/domain/values/procedures-2026.ts';

it('the table of procedures says of which day it is, where it was read and how sure that is', () => {
  expect(ProcedureTable.parse(procedures2026)).toEqual(procedures2026);
  const codes = procedures2026.procedures.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^\d\.\d{6}$/);
});

it.each([
  ['1.001193', 'births as a system calls them', 'Đăng ký khai sinh'],
  ['9.999999', 'Hòa giải tranh chấp đất đai', 'Hòa giải tranh chấp đất đai'],
  ['9.999999', undefined, '9.999999'],
  [undefined, 'Hòa giải tranh chấp đất đai', 'Hòa giải tranh chấp đất đai'],
  [undefined, undefined, undefined],
])('procedure %s, reported as %s, is called %s', (code, reported, called) => {
  expect(procedureNameOf(procedures2026, code, reported)).toBe(called);
});
