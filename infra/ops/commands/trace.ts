import { Command } from 'commander';
import { DossierTimeline } from '../../../shared/domain/api/timeline.ts';
import { type Instant } from '../../../shared/domain/values/instant.ts';
import { dayOf, formatDay, timeOf } from '../../../shared/domain/values/day.ts';
import { signIn } from '../api-client/api.ts';

/** An instant as the ward's wall clock shows it, to the second. */
const wall = (instant: Instant) => `${formatDay(dayOf(instant))} ${timeOf(instant)}:${instant.slice(17, 19)}`;

/** A dossier's story as lines, in the order things happened. */
export const storyOf = (timeline: DossierTimeline): string[] => {
  const events = timeline.events.flatMap((event) => {
    const became =
      event.silent === undefined
        ? (event.told ?? []).join(', ') || 'waits for its decision'
        : `silent: ${event.silent}`;
    const because = event.because === undefined ? '' : ` (${event.because})`;
    return [
      {
        at: event.occurredAt,
        line: `${event.status}   event ${event.eventId}${event.takenBack ? '   (taken back)' : ''}`,
      },
      ...(event.acceptedAt === undefined
        ? []
        : [{ at: event.acceptedAt, line: `accepted   ${event.eventId}` }]),
      ...(event.decidedAt === undefined
        ? []
        : [
            { at: event.decidedAt, line: `decided    ${became}${because}` },
            ...[
              ...(event.letters ?? []),
              ...(event.noLetter === undefined ? [] : [`none: ${event.noLetter}`]),
            ].map((letter) => ({ at: event.decidedAt!, line: `letter     ${letter}` })),
          ]),
    ];
  });
  const notifications = timeline.notifications.flatMap((notification) => [
    {
      at: notification.createdAt,
      line: `owed       ${notification.channel} to ${notification.to}, ${notification.parts} part(s), ${notification.template}`,
    },
    ...(notification.claimedAt === undefined
      ? []
      : [{ at: notification.claimedAt, line: `attempt ${notification.attempts}` }]),
  ]);
  const now = timeline.notifications.flatMap(({ id, state, delivered, carrier, reason, reference, text }) => [
    `  ${state}${delivered === undefined ? '' : `: ${delivered.en}`}${reason === undefined ? '' : ` (${reason})`}   ${id}`,
    `    “${text}”`,
    ...(reference === undefined ? [] : [`    ${carrier ?? 'the carrier'} calls it ${reference}`]),
  ]);
  const known = timeline.codeFits ? '' : '   (this code has an unusual form; please check it)';
  return [
    `${timeline.dossierCode}   ${timeline.status ?? 'no status yet'}${known}`,
    ...[...events, ...notifications]
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ at, line }) => `  ${wall(at)}  ${line}`),
    ...(now.length === 0 ? [] : ['now', ...now]),
  ];
};

/** `trace CODE`: one dossier's whole story, from event to receipt. */
export const traceCommand = (): Command =>
  new Command('trace')
    .description('tell one dossier’s whole story, from event to receipt')
    .argument('<code>', 'the dossier code, such as H29.26-260302-0001')
    .option('--json', 'as the API gives it')
    .action(async (code: string, options: { json?: boolean }, command: Command) => {
      const api = await signIn(command);
      const response = await api.fetch(`/v1/dossiers/${encodeURIComponent(code)}`);
      if (response.status === 404) throw new Error(`This ward has no dossier ${code}.`);
      if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
      const timeline = DossierTimeline.parse(await response.json());
      process.stdout.write(
        options.json ? `${JSON.stringify(timeline)}\n` : `${storyOf(timeline).join('\n')}\n`,
      );
    });
