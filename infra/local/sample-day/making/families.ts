import { digits, midnight, type WallClock, workingDays } from './office-hours.ts';

/** An event as `POST /v1/status-events` takes it. */
export type OwnEvent = Record<string, unknown> & { eventId: string; dossierCode: string };

const day = (moment: WallClock): string => new Date(moment).toISOString().slice(0, 10);
const instant = (moment: WallClock): string => `${new Date(moment).toISOString().slice(0, 19)}+07:00`;
const hour = 3_600_000;

type Story = {
  procedure: string;
  name: string;
  phone?: string;
  /** Working days between its reception and this day. */
  filedBefore?: number;
  /** Hours after midnight of each step. */
  steps: Partial<Record<'received' | 'delayed' | 'completed', number>>;
  more?: (today: WallClock) => Record<string, unknown>;
};

const home = (street: string) => ({ street, commune: '26506' });
const birth = (childName: string, sex: string, parents: string[]) => (today: WallClock) => ({
  personEvent: { kind: 'birth', childName, sex, parents, bornOn: day(workingDays(today, -6)) },
});

/** What a ward's own people type in: the days that families remember, and a few that an office has to look after. */
const stories: readonly Story[] = [
  {
    procedure: '1.001193',
    name: 'Trần Văn Lâm',
    phone: '0936 110 201',
    steps: { received: 8, completed: 9.5 },
    more: birth('Trần Ngọc Diệp', 'female', ['Trần Văn Lâm', 'Lê Thị Mỹ Hạnh']),
  },
  {
    procedure: '1.001193',
    name: 'Phan Thị Kiều',
    phone: '0978 220 302',
    steps: { received: 8.25, completed: 10 },
    more: birth('Huỳnh Gia Bảo', 'male', ['Huỳnh Tấn Tài', 'Phan Thị Kiều']),
  },
  {
    procedure: '1.000894',
    name: 'Lê Hoàng Ân',
    phone: '0917 330 403',
    steps: { received: 9, completed: 10.5 },
    more: (today) => ({
      personEvent: {
        kind: 'marriage',
        spouses: ['Lê Hoàng Ân', 'Đặng Thị Thùy Dương'],
        marriedOn: day(today),
      },
    }),
  },
  {
    procedure: '1.000656',
    name: 'Phạm Ngọc Sơn',
    phone: '0966 440 504',
    steps: { received: 8.5, completed: 10.25 },
    more: (today) => ({
      personEvent: { kind: 'death', deceasedName: 'Phạm Ngọc Ẩn', diedOn: day(workingDays(today, -1)) },
    }),
  },
  {
    procedure: '1.004222',
    name: 'Võ Thị Bích Liên',
    phone: '0908 550 605',
    filedBefore: 4,
    steps: { received: 9, delayed: 14 },
    more: (today) => ({
      dueAt: instant(today + 17 * hour),
      newDueAt: instant(workingDays(today, 3) + 17 * hour),
      reason: 'Chờ kết quả xác minh nơi cư trú',
      deliveryAddress: home('27 Trần Phú'),
    }),
  },
  {
    procedure: '1.004873',
    name: 'Nguyễn Thị Ngọc Mai',
    phone: '0935 660 706',
    steps: { received: 9.25, completed: 14.5 },
    more: () => ({ returnMethod: 'post', deliveryAddress: home('8 Hạ Long') }),
  },
  {
    procedure: '1.004873',
    name: 'Đỗ Văn Chín',
    phone: '0254 3510 707',
    steps: { received: 9.75, completed: 15 },
  },
  ...['0100000002', '0100000005', '0100000008'].map((phone, at): Story => ({
    procedure: '2.000815',
    name: `Người thử ${at + 1}`,
    phone,
    steps: { received: 10 + at / 4, completed: 15.5 + at / 4 },
  })),
];

/** The events of these stories on a day `YYYY-MM-DD`, in the order in which they happened; `agency` begins their codes. */
export const familiesOf = (agency: string, today: string): OwnEvent[] => {
  const begin = midnight(today);
  return stories
    .flatMap(({ procedure, name, phone, filedBefore = 0, steps, more }, number) =>
      Object.entries(steps).map(([status, hours]) => {
        const filed = filedBefore === 0 ? begin : workingDays(begin, -filedBefore);
        const happened = (status === 'received' ? filed : begin) + hours * hour;
        const dossierCode = `${agency}-${digits(filed).slice(2, 8)}-${9001 + number}`;
        const { dueAt, ...facts } = more?.(begin) ?? {};
        return {
          eventId: `${dossierCode}-${status}`,
          dossierCode,
          procedureCode: procedure,
          status,
          occurredAt: instant(happened),
          applicant: { name, phone, language: 'vi' },
          ...(dueAt !== undefined && { dueAt }),
          ...(status === 'received' ? {} : facts),
        };
      }),
    )
    .toSorted((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
};
