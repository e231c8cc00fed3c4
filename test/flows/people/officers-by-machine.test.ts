import { describe, expect, it } from 'vitest';
import { peopleApi } from '../../../functions/desk/routes/people-api.ts';
import { tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { anOfficeOfPeople } from '../../support/builders/people.ts';
import { asking } from '../../support/routes.ts';

const hoa = { login: 'hoa@phuong.example.vn', name: 'Hoa', roles: ['clerk'] };

describe('an operator’s machine', () => {
  it('puts an officer on, takes one off at once, and the audit names the machine', async () => {
    const { ports, store } = await anOfficeOfPeople();
    const ask = async (key: string, given: object) => peopleApi[key]!(ports, asking(key, given));
    const put = await ask('PUT /v1/officers', { body: hoa });
    expect(put).toMatchObject({ status: 200, body: { name: 'Hoa', active: true } });
    const { id } = put.body as { id: string };
    expect(await ask('DELETE /v1/officers/{id}', { path: { id } })).toMatchObject({
      status: 200,
      body: { active: false },
    });
    const { deeds } = await store.audit.of(vungTau, undefined);
    expect(deeds.filter(({ by }) => by === 'a-machine')).toMatchObject([{}, {}]);
    expect(deeds.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['officer-saved', 'officer-off']),
    );
  });

  it('finds no officer of another office, and takes none from it', async () => {
    const { ports, store, id } = await anOfficeOfPeople();
    const elsewhere = { ...asking('GET /v1/officers'), ward: tanHong };
    expect((await peopleApi['GET /v1/officers']!(ports, elsewhere)).body).toEqual({ officers: [] });
    const off = { ...asking('DELETE /v1/officers/{id}', { path: { id } }), ward: tanHong };
    expect((await peopleApi['DELETE /v1/officers/{id}']!(ports, off)).status).toBe(404);
    const key = 'PUT /v1/officers';
    const body = { login: 'lan@phuong.example.vn', name: 'Lan', roles: ['clerk'] };
    const taken = await peopleApi[key]!(ports, { ...asking(key, { body }), ward: tanHong });
    expect(taken).toMatchObject({ status: 409, body: { type: 'officer-elsewhere' } });
    expect(await store.officers.find(id)).toMatchObject({ ward: vungTau, active: true, roles: ['leader'] });
  });
});
