import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.mjs'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('docs/'));

/** What a file imports: project files by their path, packages by name. */
const importsOf = (file: string): string[] => {
  const source = readFileSync(file, 'utf8');
  const named = [...source.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gm)];
  const bare = [...source.matchAll(/(?:^\s*import\s+|\bimport\()['"]([^'"]+)['"]/gm)];
  return [...named, ...bare].map(([, target]) =>
    target!.startsWith('.') ? normalize(join(dirname(file), target!)) : target!,
  );
};

/**
 * Who may import what: the first room that a file lies in decides. README.md describes them.
 */
const rooms: { room: RegExp; may: RegExp[]; because: string }[] = [
  {
    room: /^shared\/domain\//,
    may: [/^shared\/domain\//, /^zod$/],
    because: 'the domain is pure: itself and zod',
  },
  {
    room: /^shared\/flows\//,
    may: [/^shared\/(?:flows|domain)\//],
    because: 'a flow knows ports, not their makers',
  },
  {
    room: /^shared\/adapters\/([^/]+)\//,
    may: [/^shared\/domain\//, /^[^./]/],
    because: 'an adapter knows the domain and its own SDK, and no other adapter',
  },
  {
    room: /^shared\/adapters\/[^/]+\.ts$/,
    may: [/^shared\/(?:adapters|domain)\//, /^@aws-sdk\//],
    because: 'where several functions stand on the same adapters, they meet here and nowhere else',
  },
  {
    room: /^functions\//,
    may: [/^shared\//, /^functions\/[^/]+\/routes\//, /^@aws-sdk\//, /^node:crypto$/, /^aws-lambda$/],
    because: 'a function only wires, its routes stand beside it',
  },
  {
    room: /^infra\/ops\//,
    may: [/^infra\/ops\//, /^shared\//, /^[^./]/],
    because: 'the command line is a guest of every room but the stack',
  },
  {
    room: /^infra\/local\//,
    may: [
      /^infra\/(?:local\/|synthesise\.ts$|stages\.ts$)/,
      /^shared\/(?:adapters\/carriers\/sms\/names|domain\/post\/partner\/carrier-interfaces)\.ts$/,
      /^(?!shared\/|functions\/)[^./]/,
    ],
    because: 'the local run knows the template, not what it means',
  },
  {
    room: /^infra\//,
    may: [
      /^infra\//,
      /^shared\/adapters\/(?:dynamodb\/table|kms\/data-key-use|carriers\/sms\/names)\.ts$/,
      /^(?!shared\/|functions\/)[^./]/,
    ],
    because:
      'the stack knows functions by path, and by their names the table, the use of data keys and carriers',
  },
];

/** The first way found from a file back to itself, over imports of values and of types alike. */
const circleThrough = (
  start: string,
  graph: ReadonlyMap<string, readonly string[]>,
): string[] | undefined => {
  const seen = new Set<string>();
  const ways = [[start]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop())
    for (const next of graph.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  return undefined;
};

const roomOf = (file: string) => rooms.find(({ room }) => room.test(file));

describe('the rooms of the house', () => {
  it.each(files.filter((file) => roomOf(file) !== undefined))('%s imports only what its room may', (file) => {
    const { room, may, because } = roomOf(file)!;
    const adapter = room.source.includes('([^/]+)') ? room.exec(file)![0] : undefined;
    const foreign = importsOf(file).filter(
      (target) =>
        !may.some((allowed) => allowed.test(target)) &&
        !(adapter !== undefined && target.startsWith(adapter)),
    );
    expect(foreign, because).toEqual([]);
  });

  it('an adapter imports no other adapter', () => {
    const own = (file: string) => /^shared\/adapters\/[^/]+\//.exec(file)?.[0];
    const strays = files
      .filter((file) => own(file) !== undefined)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('shared/adapters/') && !target.startsWith(own(file)!))
          .map((target) => `${file} → ${target}`),
      );
    expect(strays).toEqual([]);
  });
});

describe('a function', () => {
  const functions = files.filter((file) => /^functions\/[^/]+\/[^/]+\.ts$/.test(file));

  it.each(functions)('%s is ports and routes: thirty lines at most beside its imports', (file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/^import [\s\S]*?;$|^\/\/.*$/gm, '');
    expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(30);
  });
});

describe('the way from file to file', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));

  it('never leads back to where it began, not even for the sake of a type', () => {
    const circles = files.map((file) => circleThrough(file, graph)?.join(' → '));
    expect(circles.filter((circle) => circle !== undefined)).toEqual([]);
  });
});

/** The rooms of the domain as a staircase: each knows only those before it. */
const stairs = [
  'values',
  'phone',
  'calendar',
  'dossier',
  'text',
  'sheet',
  'notification',
  'office',
  'people',
  'inbound',
  'post',
  'letter',
  'report',
  'decision',
  'rights',
  'lookup',
  'api',
  'rehearsal',
];
const stairOf = (file: string) => stairs.indexOf(/^shared\/domain\/([^/]+)\//.exec(file)?.[1] ?? '');

describe('the staircase of the domain', () => {
  const domain = files.filter((file) => file.startsWith('shared/domain/'));

  it('has a step for every file', () => {
    expect(domain.filter((file) => stairOf(file) < 0)).toEqual([]);
  });

  it('is never looked up from below, not even for a type', () => {
    const upwards = domain.flatMap((file) =>
      importsOf(file)
        .filter((target) => stairOf(target) > stairOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(upwards).toEqual([]);
  });
});

describe('the domain', () => {
  const domain = files.filter((file) => file.startsWith('shared/domain/'));

  it.each(domain)('%s waits for nothing, rolls no dice and reads no clock', (file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(
      /\bawait\b|\basync\b|Date\.now|new Date\(\)|Math\.random|randomUUID|process\.|\bfetch\(/,
    );
  });
});

describe('what the domain remembers', () => {
  it('is nothing: no file of it has a variable or a page to write on from one call to the next', () => {
    const kept = files
      .filter((file) => file.startsWith('shared/domain/'))
      .filter((file) => /^(?:export )?let |^const [^=]*= Buffer\.alloc/m.test(readFileSync(file, 'utf8')));
    expect(kept).toEqual([]);
  });
});

describe('the doors', () => {
  it('make no value out of nothing: nobody coerces', () => {
    const coercing = files
      .filter((file) => file.startsWith('shared/'))
      .filter((file) => readFileSync(file, 'utf8').includes('z.coerce'));
    expect(coercing).toEqual([]);
  });
});

describe('a notification', () => {
  it('is made in one place, whoever owes it: nobody else gives it its name', () => {
    const makers = files
      .filter((file) => /^(?:shared|functions|infra)\//.test(file))
      .filter((file) => /\bnotificationId\(/.test(readFileSync(file, 'utf8')));
    expect(makers).toEqual(['shared/domain/notification/owed.ts']);
  });
});

describe('the words we use', () => {
  it('has no drawers by kind, no barrels and no default exports of them', () => {
    const drawers = files.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|managers?|services?|types|index|lib)(?:\/|\.ts$)/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  it('mean one thing in the product: no two files give the same name away', () => {
    const homes = files
      .filter((file) => file.startsWith('shared/'))
      // A carrier is called by its name wherever something of it stands.
      .filter((file) => !/\/(?:tracking\/carriers|carriers\/post)\//.test(file))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:const|type|interface) (\w+)/gm)].map(
          ([, name]) => ({ name: name!, file }),
        ),
      );
    const shared = [...Map.groupBy(homes, ({ name }) => name)]
      .map(([name, all]) => `${name}: ${[...new Set(all.map(({ file }) => file))].join(', ')}`)
      .filter((line) => line.includes(', '));
    expect(shared).toEqual([]);
  });

  it('declares no enum, namespace or class in the rooms of the product', () => {
    const declared = files
      .filter((file) => /^(?:shared|functions)\//.test(file))
      .filter((file) =>
        /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?(?:enum|namespace|class)\s/m.test(
          readFileSync(file, 'utf8'),
        ),
      );
    expect(declared).toEqual([]);
  });

  it('gives every room at most sixteen files, so that a look at it is enough', () => {
    const kept = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    });
    const folders = Map.groupBy(
      kept.split('\n').filter((file) => /^(?:shared|functions|infra|test|docs)\/(?!decisions\/)/.test(file)),
      dirname,
    );
    const crowded = [...folders].filter(([, inside]) => inside.length > 16).map(([folder]) => folder);
    expect(crowded).toEqual([]);
  });

  it('keeps every file to one thought of at most 200 lines', () => {
    const long = files
      .filter((file) => /^(?:shared|functions|infra)\//.test(file))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 201);
    expect(long).toEqual([]);
  });
});
