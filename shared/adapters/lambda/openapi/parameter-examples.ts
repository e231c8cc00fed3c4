const job = '26506_H29.26-260302-0001_r1_to-citizen_j1';

/** What stands in a path or query, by name; `id` by what the path is about. */
const examples: Readonly<Record<string, string>> = {
  code: 'H29.26-260302-0001',
  phone: '0912345678',
  dossierCode: 'H29.26-260302-0001',
  state: 'accepted',
  cursor: 'eyJwIjoxfQ',
  channel: 'call-list',
  format: 'pdf',
  day: '2026-03-02',
  olderThanDays: '3',
  after: '2026-03-02T02:00:00.000Z#26506_H29_j1#000004',
  limit: '100',
  evidenceId: 'ev-5b1c9a77',
  token: '7c1f9e2b4d',
  'Idempotency-Key': 'yc-260302-17',
  '/dispatch-jobs': job,
  '/manifests': '26506_vnpost_sang-02-03',
  '/letters': 'ltr-26506-0b9c4a7e5d1f4c22a1b0',
  outcome: 'rejected',
  file: 'du-lieu.pdf',
  '/persons': '2026-12-01-Zx3k9QmP0aVb7Lr2TnWe4s',
  '/imports': '0mkx1a2b3-7f3a9c1e5b0d4c22',
  '/officers': 'Kg43VFSRXc_Pxs_fJ69W',
  '/notifications': 'ntf-26506-7f3a9c1e',
  '/buu-gui': 'K7Q2-9FXD',
};

/** A parameter with an example of what is asked; one that names its choices needs none. */
export const withExample = <Asked extends { name: string }>(asked: Asked, path: string): Asked => {
  const { schema } = asked as { schema?: { enum?: readonly string[] } };
  const place = Object.keys(examples).find((begin) => begin.startsWith('/') && path.includes(`${begin}/`));
  const named = asked.name === 'id' || path.startsWith('/buu-gui') ? examples[place ?? ''] : undefined;
  const example = schema?.enum?.[0] ?? named ?? examples[asked.name];
  return example === undefined ? asked : { ...asked, example };
};
