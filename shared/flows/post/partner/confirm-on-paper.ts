import type { WardCount } from '../../../domain/post/paper/manifest.ts';
import { confirmHandover, type Confirmed } from '../office/confirm-handover.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';

type Ports = Parameters<typeof confirmHandover>[0] & { partners: Pick<Partners, 'find'> };

/**
 * A ward says what was counted. Of a partner without a program it also writes down what the postman counted and signed;
 * any other partner speaks for itself.
 */
export const confirmOnPaper =
  (ports: Ports) =>
  async (ward: string, manifestId: string, { postman, ...office }: WardCount): Promise<Confirmed> => {
    const manifest = await ports.manifests.find({ ward }, manifestId);
    if (!manifest) return { is: 'not-found' };
    const { partner } = manifest;
    if (postman && !(await ports.partners.find(partner))?.onPaper) return { is: 'partner-counts-itself' };
    const counted = await confirmHandover(ports)({ ward }, manifestId, office);
    return postman && counted.is === 'counted'
      ? confirmHandover(ports)({ partner }, manifestId, postman)
      : counted;
  };
