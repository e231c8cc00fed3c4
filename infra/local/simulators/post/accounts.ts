import { simulatedToken } from './viettel-post.ts';

/** Accounts at the simulator with every postal carrier, by the partner each stands for. */
export const postalAccountsAt = (url: string, word: string) => {
  const webhook = { word };
  return {
    vnpost: {
      account: {
        via: 'vnpost-public-post',
        tokenUrl: `${url}/public-post/token`,
        orderUrl: `${url}/public-post/order/post`,
        cancelUrl: `${url}/public-post/order/cancel`,
        trackingUrl: `${url}/public-post/order/tracking`,
        customerKey: 'simulated',
        secretKey: 'simulated',
        customerCode: 'simulated',
      },
    },
    myvnpost: {
      account: {
        via: 'myvnpost',
        url: `${url}/myvnpost`,
        username: 'simulated',
        password: 'simulated',
        customerCode: 'simulated',
        serviceCode: 'CTN009',
      },
    },
    ghn: { account: { via: 'ghn', url: `${url}/ghn`, token: 'simulated', shopId: 885 }, webhook },
    'viettel-post': {
      account: {
        via: 'viettel-post',
        url: `${url}/viettel-post`,
        token: 'simulated',
        orderService: 'VCN',
        webhookToken: simulatedToken,
      },
      webhook,
    },
    ghtk: {
      account: { via: 'ghtk', url: `${url}/ghtk`, token: 'simulated', clientSource: 'S1' },
      webhook,
    },
    ems: {
      account: {
        via: 'ems',
        url: `${url}/ems`,
        merchantToken: 'simulated',
        inventory: '1',
        service: 1,
        cancelPath: '/orders/cancel-simulated',
        places: { '79': { province: '70' }, '82': { province: '81' } },
      },
      webhook,
    },
  };
};
