import { describe, expect, it } from 'vitest';
import { anOfficeAsked, vungTauWard } from '../../support/builders/rights.ts';

const phone = '+84912345678';
const dossier = {
  kind: 'dossier',
  says: { code: 'H29.26-260302-0001', facts: { applicant: { name: 'Hoa' } } },
};

const asked = async (office: ReturnType<typeof anOfficeAsked>, what: 'export' | 'erase', more = {}) => {
  const said = await office.ask(what, more);
  if (said.is !== 'asked') throw new Error(JSON.stringify(said));
  return said.request;
};

describe('a citizen who asks to see their data', () => {
  it('is answered by the clock with a paper and a JSON of every word that is kept', async () => {
    const office = anOfficeAsked();
    office.keep(phone, dossier);
    const { id } = await asked(office, 'export');
    expect(await office.link(vungTauWard, id, 'du-lieu.pdf')).toBeUndefined();
    await office.answer();
    expect(await office.requests.find(vungTauWard, id)).toMatchObject({ state: 'done', found: 1 });
    const json = JSON.parse(new TextDecoder().decode(office.files.files.get(`${id}/du-lieu.json`)));
    expect(json).toMatchObject({ request: 'YC-12', items: [dossier] });
    expect(office.papers[0]).toMatchObject({ sections: [{ title: 'Hồ sơ' }] });
    expect((await office.link(vungTauWard, id, 'du-lieu.pdf'))?.url).toContain('du-lieu.pdf');
  });

  it('who asks twice on one day is answered once', async () => {
    const office = anOfficeAsked();
    const first = await asked(office, 'export');
    expect((await asked(office, 'export')).id).toBe(first.id);
    await office.answer();
    expect(await asked(office, 'export')).toMatchObject({ id: first.id, state: 'done' });
    expect(office.deeds.filter(({ what }) => what === 'person-exported')).toHaveLength(1);
  });

  it('is not another office’s to see', async () => {
    const office = anOfficeAsked();
    const { id } = await asked(office, 'export');
    await office.answer();
    expect(await office.link('29926' as never, id, 'du-lieu.json')).toBeUndefined();
  });

  it('has an answer within ten days of the request, whenever it was written down', async () => {
    const office = anOfficeAsked();
    expect(await asked(office, 'export', { receivedOn: '2026-11-28' })).toMatchObject({
      answerBy: '2026-12-08',
    });
  });
});

describe('a citizen who asks to be erased', () => {
  it('gets a receipt, and the request itself names them no more', async () => {
    const office = anOfficeAsked();
    office.keep(phone, dossier, dossier);
    const { id } = await asked(office, 'erase', { reason: 'bà Hoa 0912345678 xin xóa' });
    await office.answer();
    const after = await office.requests.find(vungTauWard, id);
    expect(after).toMatchObject({ state: 'done', erasure: { erased: { dossier: 2 }, files: 1 } });
    expect(JSON.stringify(after)).not.toMatch(/Hoa|0912/);
    expect(office.erasures).toHaveLength(1);
    expect(office.deeds).toMatchObject([{ what: 'person-erased', officer: 'machine-1', by: 'Lê Văn Tám' }]);
  });

  it('is asked again at the next stroke where it broke off, and keeps nobody else waiting', async () => {
    const office = anOfficeAsked();
    const { id } = await asked(office, 'erase');
    const other = await asked(office, 'export', { phone: '0987 654 321' });
    office.trouble.erasing = new Error('the table is away');
    await expect(office.answer()).rejects.toThrow('1 requests were not answered');
    expect(await office.requests.find(vungTauWard, other.id)).toMatchObject({ state: 'done' });
    delete office.trouble.erasing;
    await office.answer();
    expect(await office.requests.find(vungTauWard, id)).toMatchObject({ state: 'done' });
  });

  it('waits for the next stroke when there is no time left', async () => {
    const office = anOfficeAsked();
    await asked(office, 'erase');
    expect(await office.answer(() => false)).toEqual({ answered: [] });
  });
});

describe('a request that cannot be', () => {
  it.each([
    ['of nobody', { phone: undefined }, '/phone'],
    ['of a phone and a dossier at once', { dossierCode: 'H29.26-260302-0001' }, '/phone'],
    ['of a landline, which belongs to many', { phone: '0254 3852 101' }, '/phone'],
    ['of what is no dossier', { phone: undefined, dossierCode: '' }, '/dossierCode'],
    ['of tomorrow', { receivedOn: '2026-12-02' }, '/receivedOn'],
  ])('%s is refused beside its field', async (_what, more, pointer) => {
    expect(await anOfficeAsked().ask('export', more)).toMatchObject({
      is: 'validation-failed',
      errors: [{ pointer }],
    });
  });
});
