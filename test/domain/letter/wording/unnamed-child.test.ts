import { expect, it } from 'vitest';
import { readName } from '../../../../shared/domain/letter/wording/unnamed-child.ts';

it.each(['NULL', 'null', '(null)', 'N/A', 'undefined', 'Không có', 'chưa đặt tên', '-', '...', '#N/A'])(
  'a child is not called %s on a card: that is how a system writes that it has no name yet',
  (written) => {
    expect(readName(written)).toEqual({});
  },
);

it.each(['Nguyễn Thị Không', 'Trần Văn Null', 'Lê Na'])(
  'a child whose name only sounds like it keeps it: %s',
  (written) => {
    expect(readName(written)).toEqual({ name: written });
  },
);
