import * as z from 'zod';
import type { Consignment, ConsignmentEnd } from '../../../domain/post/carrier-orders/consignment.ts';

/** What MyVNPost is told of us. `places` says our code → theirs where the two differ. */
export const MyVnPostAccount = z.strictObject({
  via: z.literal('myvnpost'),
  url: z.url().default('https://connect-my.vnpost.vn'),
  username: z.string().min(1),
  password: z.string().min(1),
  customerCode: z.string().min(1),
  contractCode: z.string().optional(),
  /** The main service of the contract, such as CTN009. */
  serviceCode: z.string().min(1),
  places: z.record(z.string(), z.string()).default({}),
  dateForm: z.enum(['dd/MM/yyyy', 'dd-MM-yyyy', 'yyyy-MM-dd']).default('dd/MM/yyyy'),
});
export type MyVnPostAccount = z.infer<typeof MyVnPostAccount>;

/** With addresses of two tiers the district is this word (my-uat.vnpost.vn/static, as public client code reads it). */
const districtOfTwoTiers = 'VNPOST';
/** Cash on delivery: the additional service and its property. */
const cashOnDelivery = { service: 'GTG021', amount: 'PROP0018' } as const;

const endOf = (side: 'sender' | 'receiver', end: ConsignmentEnd, { places }: MyVnPostAccount) => ({
  [`${side}Name`]: end.name,
  [`${side}Phone`]: end.phone,
  [`${side}Address`]: end.line,
  [`${side}ProvinceCode`]: places[end.province.code] ?? end.province.code,
  [`${side}DistrictCode`]: districtOfTwoTiers,
  [`${side}CommuneCode`]: places[end.commune.code] ?? end.commune.code,
});

/** `orderCreationStatus` 1 issues the order at once, `type` GUI is a sending, `sendType` 1 a pick-up at the sender's. */
export const myVnPostOrder = (
  { reference, from, to, cod, contents, note, weightGrams }: Consignment,
  account: MyVnPostAccount,
) => ({
  orderCreationStatus: 1,
  type: 'GUI',
  customerCode: account.customerCode,
  contractCode: account.contractCode ?? null,
  informationOrder: {
    ...endOf('sender', from, account),
    ...endOf('receiver', to, account),
    serviceCode: account.serviceCode,
    addonService:
      cod === 0 ? [] : [{ code: cashOnDelivery.service, propValue: `${cashOnDelivery.amount}:${cod}` }],
    additionRequest: [],
    saleOrderCode: reference,
    contentNote: contents,
    weight: String(weightGrams),
    vehicle: 'BO',
    sendType: '1',
    isBroken: '0',
    deliveryInstruction: note,
  },
});
