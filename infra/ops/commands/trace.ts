import { Command } from 'commander';
import { DossierTimeline } from '../../../shared/domain/api/timeline.ts';
import { type Instant } from '../../../shared/domain/values/instant.ts';
import { dayOf, formatDay, timeOf } from '../../../shared/domain/values/day.ts';
import { signIn } from '../api-client/api.ts';

/** An instant as the ward's wall clock shows it, to the second. */
const wall = (instant: Instant) => `${formatDay(dayOf(instant))} ${timeOf(instant)}:${instant.slice(17, 19)}`;

/** What an act came to, without what it did not do. */
const didWords = (did: DossierTimeline['acts'][number]['did']): string[] => {
  const done = Object.entries(did ?? {}).filter(([, value]) => value !== 0 && value !== false);
  return done.length === 0 ? [] : [`(${done.map(([name, value]) => `${name} ${value}`).join(', ')})`];
};

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
  const acts = [
    ...timeline.acts.map(({ at, what, by, reason, voids, to, from, did }) => ({
      at,
      line: [
        `act        ${what} by ${by}: ${reason}`,
        ...(voids === undefined ? [] : [`takes back ${voids}`]),
        ...(to === undefined ? [] : [`to ${to}`]),
        ...(from === undefined ? [] : [`from ${from}`]),
        ...didWords(did),
      ].join('   '),
    })),
    ...timeline.letters.flatMap(({ letterId, acts: own }) =>
      own.map(({ at, what, by, reason, version }) => ({
        at,
        line: `letter     ${what} by ${by}, version ${version}${reason === undefined ? '' : `: ${reason}`}   ${letterId}`,
      })),
    ),
    ...timeline.notifications.flatMap(({ id, acts: own = [] }) =>
      own.map(({ at, what, by, reason }) => ({ at, line: `desk       ${what} by ${by}: ${reason}   ${id}` })),
    ),
  ];
  const journeys = timeline.journeys.flatMap(({ jobId, partner, reached, cancel, recall }) => [
    ...Object.entries(reached).map(([state, at]) => ({
      at,
      line: `journey    ${state}, ${partner}   ${jobId}`,
    })),
    ...[cancel && { ...cancel, what: 'cancel' }, recall && { ...recall, what: 'recall' }].flatMap((asked) =>
      asked
        ? [
            {
              at: asked.at,
              line: `journey    ${asked.what}: ${asked.reason}${asked.answer === undefined ? '' : `, answered: ${asked.answer}`}   ${jobId}`,
            },
          ]
        : [],
    ),
  ]);
  const letters = timeline.letters.map(
    ({ kind, state, version, reason, toldWrongly, letterId }) =>
      `  letter ${kind} ${state}, version ${version}${reason === undefined ? '' : ` (${reason})`}${toldWrongly === undefined ? '' : `: told wrongly: ${toldWrongly}`}   ${letterId}`,
  );
  const now = timeline.notifications.flatMap(({ id, state, delivered, carrier, reason, reference, text }) => [
    `  ${state}${delivered === undefined ? '' : `: ${delivered.en}`}${reason === undefined ? '' : ` (${reason})`}   ${id}`,
    `    “${text}”`,
    ...(reference === undefined ? [] : [`    ${carrier ?? 'the carrier'} calls it ${reference}`]),
  ]);
  const known = timeline.codeFits ? '' : '   (this code has an unusual form; please check it)';
  return [
    `${timeline.dossierCode}   ${timeline.status ?? 'no status yet'}${known}`,
    ...(timeline.movedTo === undefined ? [] : [`moved to ${timeline.movedTo}`]),
    ...(timeline.movedFrom === undefined ? [] : [`came from ${timeline.movedFrom}`]),
    ...[...events, ...notifications, ...acts, ...journeys]
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ at, line }) => `  ${wall(at)}  ${line}`),
    ...(now.length + letters.length === 0 ? [] : ['now', ...now, ...letters]),
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
