import { describe, expect, it } from 'vitest';
import { dossierRoutes } from '../../../../shared/adapters/lambda/page/routes/dossiers.ts';
import { letterRoutes } from '../../../../shared/adapters/lambda/page/routes/letters.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { Store } from '../../../../shared/adapters/memory/store.ts';
import { proof } from '../../../../shared/adapters/lambda/page/frame/form.ts';
import type { openDesk } from '../../../../shared/flows/people/open-desk.ts';
import { actOnLetter } from '../../../../shared/flows/letter/act-on-letter.ts';
import { actOnNotification } from '../../../../shared/flows/notification/act-on-notification.ts';
import { aDecision, after, anEvent, anOwedNotification, deciding } from '../../../contracts/cost/ward-day.ts';
import { aLetter } from '../../../contracts/letter/letters.contract.ts';
import { aDoorbell } from '../../../support/builders/wards-day.ts';
import { aDesk } from './a-desk.ts';

const letter = aLetter();
const nam = 'nam@phuong.example.vn';

/** A desk over the flows themselves, whose audit cannot be written the first time: the act is done, its page is not. */
const brokenOff = async () => {
  let asked = 0;
  const desk = aDesk({ ...signInRoutes, ...dossierRoutes, ...letterRoutes }, (store: Store) => ({
    actOnLetter: actOnLetter({ letters: store.letters, clock: () => after(3) }),
    actOnNotification: actOnNotification({
      ...store,
      doorbell: aDoorbell().doorbell,
      clock: () => after(3),
    }),
    note: async (deed: Parameters<ReturnType<typeof openDesk>['note']>[0]) => {
      asked += 1;
      if (asked === 1) throw new Error('the machine died');
      return store.audit.note(deed);
    },
  }));
  await desk.seat(nam, 'Nguyễn Văn Nam', ['clerk', 'leader']);
  const browser = desk.browser();
  await browser.signIn(nam);
  const page = (await browser.get('/ho-so')).body;
  const [, token = ''] = /name="ma"\s+value="([^"]+)"/.exec(page) ?? [];
  return { ...desk, browser, proof: { [proof.token]: token, [proof.form]: 'form-1' } };
};

describe('an act whose page broke off after it was done', () => {
  it('is told as done when a letter is signed again, and the letter has one signature', async () => {
    const { browser, store, ...desk } = await brokenOff();
    const event = anEvent();
    await store.events.accept(event);
    const letters = { ward: letter.ward, drafts: [letter], takenBack: [], remembered: [] };
    await store.dossiers.commit([deciding([{ ...aDecision(event), letters }])]);
    await store.letters.move(letter, 'rendered', { at: after(1), version: 1 });
    const fields = { ...desk.proof, ban: '1' };
    expect((await browser.post(`/thu/${letter.id}/ky`, fields)).status).toBe(500);
    expect((await browser.post(`/thu/${letter.id}/ky`, fields)).location).toBe('/thu?da=released');
    const acts = await store.letters.acts(letter);
    expect(acts.filter(({ what }) => what === 'released')).toHaveLength(1);
  });

  it('is told as done when a text is cancelled again, and it is cancelled once', async () => {
    const { browser, store, ...desk } = await brokenOff();
    const { id, ward, dossierCode } = await anOwedNotification(store);
    const fields = { ...desk.proof, tin: id, lam: 'cancel', 'vi-sao': 'nhập nhầm' };
    const action = `/ho-so/${dossierCode}/tin`;
    expect((await browser.post(action, fields)).status).toBe(500);
    expect((await browser.post(action, fields)).location).toBe(`/ho-so/${dossierCode}?da=cancelled`);
    const [text] = await store.notifications.ofDossier(ward, dossierCode);
    expect(text).toMatchObject({ state: 'cancelled', acts: [{ what: 'cancel', reason: 'nhập nhầm' }] });
  });
});
