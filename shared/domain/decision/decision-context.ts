import type { BundleRecord } from '../dossier/bundle.ts';
import type { PostContext } from './decide-journey.ts';
import type { Consent } from '../office/consent.ts';
import type { Counters } from '../notification/limits.ts';
import type { OwnTemplate } from '../text/publish/own-template.ts';
import type { NotificationId } from '../values/ids.ts';
import type { WardSettings } from '../office/ward-settings.ts';

/** Everything beside the dossier that a decision depends on, as it stands. */
export type DecisionContext = {
  /** The office that tells. */
  ward: WardSettings;
  /** The office where the result is collected, where that is another one. */
  returning?: WardSettings;
  /** The office that decides, where that is another one. */
  deciding?: WardSettings;
  /** The bundle the dossier belongs to, if others of it have reported already. */
  bundle?: BundleRecord;
  /** Who could carry its result, where somebody wants it carried. */
  post?: PostContext;
  /** What this phone and this ward have been sent. */
  spent: Counters;
  /** The texts the office wrote itself. */
  templates: readonly OwnTemplate[];
  /** What the person has chosen. */
  consents: readonly Consent[];
  /** Which of its tellings have not left, where that was asked; else nothing leaves before it is due. */
  queued?: ReadonlySet<NotificationId>;
};
