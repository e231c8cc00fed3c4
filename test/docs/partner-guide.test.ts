import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examples, files } from '../../infra/ops/partner-kit/guide/examples.ts';
import { partnerGuide } from '../../infra/ops/partner-kit/guide/guide.ts';
import { OfferedJob, Scanned } from '../../infra/ops/partner-kit/post-client.ts';
import { apiDescription } from '../../shared/adapters/lambda/openapi/document.ts';
import { apiShapes } from '../../shared/domain/api/shapes.ts';
import { tokenLivesFor } from '../../shared/domain/office/client.ts';
import { PostalPartner } from '../../shared/domain/post/partner/partner.ts';
import { WardPost } from '../../shared/domain/post/partner/ward-post.ts';
import { baoTin } from '../../shared/domain/post/tracking/carriers/bao-tin.ts';

/** Tables as words: how wide a formatter makes their columns says nothing. */
const told = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/[ \t]+/g, ' ');

describe.each([
  ['en', 'partners.md'],
  ['vi', 'partners.vi.md'],
] as const)('the partner guide (%s)', (language, file) => {
  const page = partnerGuide(language);

  it('says what the schemas say', () => {
    const printed = readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
    const bare = (text: string): string => told(text).replaceAll(/\s/g, '');
    expect(bare(printed)).toBe(bare(page));
  });

  it('says how long a token lives as the token endpoint does', () => {
    expect(page).toMatch(new RegExp(`expires_in\\W+${tokenLivesFor}\\s`));
  });

  it('lists every code of our own table with what it means', () => {
    for (const code of Object.keys(baoTin.codes))
      expect(page).toMatch(new RegExp(`\\| \`${code}\` +\\| \\S`));
  });

  it('names every field down to the innermost, with its least and greatest', () => {
    const said = told(page);
    expect(said).toMatch(/`claimId` \| \S+ \| \S+, 8 \S+ 100 \|/);
    for (const inner of [
      'recipient.address.line1',
      'fee.lines[].amount',
      'receivedBy.relation',
      'series[].prefix',
    ])
      expect(said).toContain(`\`${inner}\``);
    expect(said).not.toContain('| `ward` |');
  });
});

describe('the bodies that the guide shows', () => {
  it.each(Object.entries(examples))('%s is what its door takes or says', (_name, [shape, body]) => {
    expect(apiShapes[shape].safeParse(body).error?.issues).toBeUndefined();
  });

  it('are read by the kit’s own client, and so is what the API’s description shows', () => {
    const { components } = apiDescription('https://baotin.example.vn');
    const shown = (name: string): unknown => components.schemas[name]!.examples![0];
    for (const body of [examples.accepted[1], shown('DispatchJobOffer')])
      expect(OfferedJob.safeParse(body).error?.issues).toBeUndefined();
    for (const body of [examples.scanned[1], shown('TrackingBatchResponse')])
      expect(Scanned.safeParse(body).error?.issues).toBeUndefined();
  });

  it('the two files too', () => {
    expect(PostalPartner.safeParse(files.partner).error?.issues).toBeUndefined();
    expect(WardPost.safeParse({ ward: '26506', ...files.ward }).error?.issues).toBeUndefined();
  });
});
