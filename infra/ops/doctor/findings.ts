import { daysToConfirm, lookingTo, missingYears, untimed } from '../../../shared/domain/calendar/outlook.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { processingTimes2026 } from '../../../shared/domain/calendar/processing-times-2026.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';
import { addMonthsClamped, type Day, formatDay } from '../../../shared/domain/values/day.ts';
import { rulesComing, rulesOn } from '../../../shared/domain/values/law/rule.ts';
import { rules2026 } from '../../../shared/domain/values/law/rules-2026.ts';
import { withoutPaper2026 } from '../../../shared/domain/values/law/without-paper-2026.ts';
import { procedures2026 } from '../../../shared/domain/values/procedures-2026.ts';

/** `missing`: somebody has to enter or confirm something. `coming`: something begins to hold, and what rests on it. */
export type Finding = {
  is: 'missing' | 'coming';
  about: 'calendar' | 'processing-times' | 'procedures' | 'without-paper' | 'vaccination' | 'law';
  what: string;
  /** When it begins to matter. */
  from: Day;
  source?: string;
  confidence?: 'A' | 'B' | 'C';
};

const calendar = (day: Day): Finding[] => [
  ...missingYears(nationalCalendars, day).map(({ year, from }): Finding => ({
    is: 'missing',
    about: 'calendar',
    what: `no calendar for the year ${year}: nothing due after 31/12/${year - 1} can be reckoned`,
    from,
  })),
  ...daysToConfirm(nationalCalendars, day).map(({ day: from, name, source, confidence }): Finding => ({
    is: 'missing',
    about: 'calendar',
    what: `${formatDay(from)} ${name}`,
    from,
    source,
    confidence,
  })),
];

const times = (day: Day): Finding[] =>
  untimed(processingTimes2026, procedures2026.procedures).map(({ code, name }) => ({
    is: 'missing',
    about: 'processing-times',
    what: `how long ${code} ${name} may take`,
    from: day,
  }));

/** Tables are read again once a year; ministries change codes and ages by decision. */
const aged = (day: Day, about: Finding['about'], version: string, source: string): Finding[] => {
  const from = addMonthsClamped(version as Day, 12);
  if (from > lookingTo(day)) return [];
  return [
    {
      is: 'missing',
      about,
      what: `another look: the table is of ${formatDay(version as Day)}`,
      from,
      source,
    },
  ];
};

/** Services without paper files whose codes nobody entered, and those of whom that is not so yet. */
const withoutPaper = (day: Day): Finding[] =>
  withoutPaper2026.services.flatMap(({ service, procedures, inForceFrom, source, confidence }): Finding[] => [
    ...(procedures.length > 0
      ? []
      : [
          {
            is: 'missing' as const,
            about: 'without-paper' as const,
            what: `the codes of “${service}”, which is taken online alone`,
            from: inForceFrom > day ? inForceFrom : day,
            source,
            confidence,
          },
        ]),
    ...(day < inForceFrom && inForceFrom <= lookingTo(day)
      ? [
          {
            is: 'coming' as const,
            about: 'without-paper' as const,
            what: `“${service}” is taken online alone`,
            from: inForceFrom,
            source,
            confidence,
          },
        ]
      : []),
  ]);

const vaccination = (day: Day): Finding[] => [
  ...(currentSchedule.confirmed
    ? []
    : [
        {
          is: 'missing' as const,
          about: 'vaccination' as const,
          what: `a schedule that somebody confirmed; until then each ward asks ${currentSchedule.legalStatus.confirmWith}`,
          from: day,
          source: currentSchedule.legalStatus.chain.at(-1)!,
        },
      ]),
  ...aged(day, 'vaccination', currentSchedule.version, currentSchedule.legalStatus.confirmWith),
];

const law = (day: Day): Finding[] => [
  ...rulesOn(rules2026, day)
    .filter(({ confidence }) => confidence === 'C')
    .map(({ name, inForceFrom, source, confidence }): Finding => ({
      is: 'missing',
      about: 'law',
      what: `somebody who has read ${name}`,
      from: inForceFrom,
      source,
      confidence,
    })),
  ...rulesComing(rules2026, day, lookingTo(day)).map((rule): Finding => ({
    is: 'coming',
    about: 'law',
    what: `${rule.name}: ${rule.touches}`,
    from: rule.inForceFrom,
    source: rule.source,
    confidence: rule.confidence,
  })),
];

/** Everything that the facts in here lack for the twelve months that begin on this day, the soonest first. */
export const findingsFrom = (day: Day): Finding[] =>
  [
    ...calendar(day),
    ...times(day),
    ...aged(day, 'processing-times', processingTimes2026.version, 'decisions of the provinces'),
    ...aged(day, 'procedures', procedures2026.version, procedures2026.source),
    ...withoutPaper(day),
    ...aged(day, 'without-paper', withoutPaper2026.version, withoutPaper2026.services[0]!.source),
    ...vaccination(day),
    ...law(day),
  ].toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
