// Lets partners and ward offices make hand-over lists: open one, seal it, and say what was counted.
import { openPostWith } from '../../shared/adapters/open-post-store.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { manifestRoutes } from './routes/manifests.ts';

export const handler = httpFunction(() => openPostWith(() => ({ sha256 })), manifestRoutes);
