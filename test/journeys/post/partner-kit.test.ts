import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, endAll } from '../actors/a-started-system.ts';
import { aDirectory, aWardOffice, type Credentials, type WardOffice } from '../actors/a-ward-office.ts';

let office: WardOffice;
let acme: Credentials;
beforeAll(async () => {
  office = await aWardOffice();
  acme = await office.credentials('--partner', 'acme');
});
afterAll(async () => {
  endAll();
  await office?.stop();
});

const said = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, string>);

describe('the acceptance pack', () => {
  it('has a check for everything that a partner has to get right, and all are well here', async () => {
    const { status, stdout, stderr } = await office.cli(['partner', 'acceptance', '--fill', 'acme'], acme);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('not ok');
    const names = [...stdout.matchAll(/^ok \d+ - ([\w ’]+?)[:,]/gm)].map(([, name]) => name);
    expect(names).toEqual([
      'connect',
      'claim twice',
      'crash and recover',
      'stale lease',
      'replay',
      'ETag',
      'nobody else’s',
      'batch',
      'order of events',
      'returns',
      'COD',
      'evidence',
      'changes',
      'performance',
    ]);
  });

  it('is walked in full by a client in another language, written from the guide alone', async () => {
    await office.cli(['partner', 'sandbox', 'acme', '--jobs', '8'], acme);
    const walked = start('python3', ['test/clients/partner.py'], {
      BAO_TIN_URL: office.system.url,
      BAO_TIN_CLIENT_ID: acme.clientId,
      BAO_TIN_CLIENT_SECRET: acme.clientSecret,
    });
    expect([await walked.ended, walked.said().match(/^not ok .*/gm)]).toEqual([0, null]);
    expect(walked.said().match(/^ok \d+/gm)).toHaveLength(14);
  });

  it('leaves its cash out of the books of every real ward', async () => {
    const ward = await office.credentials('--ward', '26506');
    const { stdout } = await office.cli(['post', 'cash', '--json'], ward);
    expect(JSON.parse(stdout)).toMatchObject({ rows: [], toConfirm: [], disputes: [] });
  });

  it('fails in one sentence where the sandbox has too few jobs', async () => {
    const empty = await office.credentials('--partner', 'empty');
    const { status, stderr } = await office.cli(['partner', 'acceptance'], empty);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('the example client', () => {
  it('killed in the middle, then started again, has every job accepted and labelled once', async () => {
    const out = await aDirectory();
    await office.cli(['partner', 'sandbox', 'acme', '--jobs', '12'], acme);
    const words = ['infra/ops/bao-tin.ts', 'partner', 'work', '--once', '--max', '5', '--out', out];
    const killed = start(
      process.execPath,
      ['--import', './infra/node-24.mjs', ...words, '--url', office.system.url],
      { BAO_TIN_CLIENT_ID: acme.clientId, BAO_TIN_CLIENT_SECRET: acme.clientSecret },
    );
    await killed.line(/"did":"accept"/);
    killed.toAll('SIGKILL');
    await killed.ended;

    const again = await office.cli(['partner', 'work', '--once', '--out', out], acme);
    expect(again.status, again.stderr).toBe(0);
    const labels = readdirSync(out).filter((name) => name.endsWith('.zpl'));
    const numbers = labels.map((name) => name.replace('.zpl', ''));
    expect(new Set(numbers).size).toBeGreaterThanOrEqual(12);
    for (const number of numbers) expect(readFileSync(join(out, `${number}.zpl`), 'utf8')).toContain(number);
  });

  it('sends the tracking events that are put into its folder, once', async () => {
    const [out, scans] = [await aDirectory(), await aDirectory()];
    const { stdout } = await office.cli(['partner', 'sandbox', 'acme', '--jobs', '1'], acme);
    const [made] = said(stdout);
    await office.cli(['partner', 'work', '--once', '--out', out], acme);
    const occurredAt = new Date(Date.now() + office.clockOffset).toISOString();
    const event = { eventId: 'scan-1', jobId: made!['jobId'], code: 'in-transit', occurredAt };
    writeFileSync(join(scans, '1.ndjson'), `${JSON.stringify(event)}\n${JSON.stringify({ code: 'x' })}\n`);
    const tracked = await office.cli(['partner', 'work', '--once', '--out', out, '--scans', scans], acme);
    expect(said(tracked.stdout)).toMatchObject([
      { file: '1.ndjson', line: 1, outcome: 'APPLIED' },
      { file: '1.ndjson', line: 2, outcome: 'REJECTED' },
    ]);
    expect(readdirSync(scans)).toEqual(['1.ndjson.sent']);
    const idle = await office.cli(['partner', 'work', '--once', '--out', out, '--scans', scans], acme);
    expect(said(idle.stdout)).toEqual([]);
  });

  it('leaves nothing behind that the person on duty would find waiting', async () => {
    const { status, stdout } = await office.cli(['post', 'waiting', '--all', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ waiting: [], silentPartners: [] });
  });
});
