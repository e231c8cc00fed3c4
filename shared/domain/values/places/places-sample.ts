import type { PlaceCatalogue } from './places.ts';

const since = { validFrom: '2025-07-01' } as const;

/**
 * A few real communes to begin with; the whole catalogue is imported. Codes and names: decision 19/2025/QĐ-TTg of
 * 30 June 2025, in force since 1 July 2025, as carried by `thanglequoc/vietnamese-provinces-database` v4.2.0 (MIT,
 * data of 25 July 2026). Confidence: A for codes and names.
 */
export const placesSample: PlaceCatalogue = {
  version: '2026-07-25',
  source: 'QĐ 19/2025/QĐ-TTg; thanglequoc/vietnamese-provinces-database v4.2.0 (MIT)',
  provinces: [
    { code: '79', name: 'Thành phố Hồ Chí Minh', ...since },
    { code: '80', name: 'Tây Ninh', ...since },
    { code: '82', name: 'Đồng Tháp', ...since },
  ],
  communes: [
    { code: '29926', name: 'Tân Hồng', kind: 'xã', provinceCode: '82', ...since },
    { code: '29938', name: 'Tân Thành', kind: 'xã', provinceCode: '82', ...since },
    { code: '29929', name: 'Tân Hộ Cơ', kind: 'xã', provinceCode: '82', ...since },
    { code: '29944', name: 'An Phước', kind: 'xã', provinceCode: '82', ...since },
    { code: '30226', name: 'Lai Vung', kind: 'xã', provinceCode: '82', ...since },
    { code: '29869', name: 'Cao Lãnh', kind: 'phường', provinceCode: '82', ...since },
    { code: '29884', name: 'Mỹ Ngãi', kind: 'phường', provinceCode: '82', ...since },
    { code: '29888', name: 'Mỹ Trà', kind: 'phường', provinceCode: '82', ...since },
    { code: '26506', name: 'Vũng Tàu', kind: 'phường', provinceCode: '79', ...since },
    { code: '26575', name: 'Ngãi Giao', kind: 'xã', provinceCode: '79', ...since },
    { code: '26590', name: 'Bình Giã', kind: 'xã', provinceCode: '79', ...since },
    { code: '26680', name: 'Đất Đỏ', kind: 'xã', provinceCode: '79', ...since },
    { code: '26659', name: 'Long Điền', kind: 'xã', provinceCode: '79', ...since },
    { code: '26704', name: 'Phú Mỹ', kind: 'phường', provinceCode: '79', ...since },
    { code: '25459', name: 'Tân Ninh', kind: 'phường', provinceCode: '80', ...since },
    { code: '25480', name: 'Bình Minh', kind: 'phường', provinceCode: '80', ...since },
    { code: '25567', name: 'Ninh Thạnh', kind: 'phường', provinceCode: '80', ...since },
  ],
};
