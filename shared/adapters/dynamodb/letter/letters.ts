import { type DynamoDBClient, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { LetterState } from '../../../domain/letter/moves.ts';
import { letterSweptFrom } from '../../../domain/letter/sweep.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from '../item.ts';
import {
  auditPrefix,
  calendarKey,
  duePartitionOf,
  type Key,
  letterKey,
  letterNameIn,
  personIn,
  personKey,
  placeOf,
} from '../keys.ts';
import { letterIn, sealedReason, sealedWords } from './letter-item.ts';
import { readLetterList } from './letter-list.ts';
import { moveLetter } from './letter-moves.ts';
import { openEach } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { tracesIn } from '../dossier/traces.ts';
import { waitingAt } from '../waiting.ts';
import {
  type HumanAct,
  humanActPrivacy,
  type LetterName,
  type Letters,
} from '../../../domain/letter/letters.ts';

const noLongerDue = '#duePk, #dueSk';

/** Letters in the table, each an item of its own with what people did with it beside it. */
export const dynamoLetters = (client: DynamoDBClient, tableName: string, vault: Vault): Letters => {
  const move = moveLetter(client, tableName, vault);
  const read = (keys: readonly Key[]): Promise<Item[]> => readAll(client, tableName, keys);
  const find = async (names: readonly LetterName[]) => {
    const found = (await read(names.map(letterKey))).map((item) => letterIn(item, vault));
    const place = new Map(names.map((name, index) => [letterKey(name).pk, index]));
    return found.toSorted((a, b) => place.get(letterKey(a).pk)! - place.get(letterKey(b).pk)!);
  };

  return {
    known: async ({ letters, people }) => {
      const items = await read([...letters.map(letterKey), ...people.map(personKey)]);
      const values = items.map((item) => fromItem(item) as Key & Record<string, unknown>);
      const isLetter = ({ sk }: Key): boolean => sk === 'LETTER';
      return {
        states: new Map(
          values.filter(isLetter).map((item) => [letterNameIn(item).id, item['state'] as LetterState]),
        ),
        people: new Map(
          values
            .filter((item) => !isLetter(item))
            .map((item) => {
              const whose = personIn(item);
              const traces = tracesIn(whose, item['traces'] as string, vault);
              return [whose.person, { traces, version: item['version'] as number }];
            }),
        ),
      };
    },

    find,

    move: (name, what, { at, version, reason, documents, waits, by }) => {
      const remove = [...(waits ? [] : [noLongerDue]), ...(reason === undefined ? ['#reason'] : [])].join(
        ', ',
      );
      return move(
        name,
        what,
        {
          set: [
            ...(reason === undefined ? [] : ['#reason = :reason']),
            ...(documents === undefined ? [] : ['#documents = :documents']),
          ].join(', '),
          remove,
          ...(version !== undefined && { onlyIf: '#version = :version' }),
        },
        { at, version, reason: sealedReason(name, reason, vault), documents },
        by === undefined
          ? undefined
          : { by, what, at, version: version ?? 0, ...(reason !== undefined && { reason }) },
      );
    },

    revise: (letter, act) =>
      move(
        letter,
        act.what,
        {
          set: '#words = :words, #version = :version, #release = :release, #documents = :documents, #revisedAt = :at, #duePk = :duePk, #dueSk = :dueSk',
          remove: '#reason, #calendarClosed',
          onlyIf: '#version = :before',
        },
        {
          at: letter.since,
          words: sealedWords(letter, vault),
          version: letter.version,
          before: letter.version - 1,
          release: letter.release,
          documents: [],
          duePk: duePartitionOf('letter', letter.id),
          dueSk: letterSweptFrom(letter),
        },
        act,
      ),

    list: async (ward, asked) => {
      const { keys, cursor } = await readLetterList(client, tableName, ward, asked);
      return { letters: await find(keys.map(letterNameIn)), ...(cursor && { cursor }) };
    },

    acts: async (name) => {
      const acts: HumanAct[] = [];
      const query = expressions(
        { KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)' },
        { pk: letterKey(name).pk, prefix: auditPrefix },
      );
      for await (const { Items = [] } of paginateQuery({ client }, { TableName: tableName, ...query })) {
        for (const item of Items) {
          const act = fromItem(withoutHousekeeping(item));
          acts.push(openEach(act, humanActPrivacy, vault, placeOf(letterKey(name))) as HumanAct);
        }
      }
      return acts;
    },

    due: async (now, limit) => (await waitingAt(client, tableName, 'letter', now, limit)).map(letterNameIn),

    postpone: async (name, until) => {
      await conditionally(
        client.send(
          new UpdateItemCommand({
            TableName: tableName,
            Key: toItem(letterKey(name)),
            ...expressions(
              { UpdateExpression: 'SET #dueSk = :until', ConditionExpression: 'attribute_exists(#duePk)' },
              { until },
            ),
          }),
        ),
      );
    },

    withCalendar: async (token) => {
      const [pointer] = await read([calendarKey(vault.hash(token))]);
      const [letter] = pointer ? await find([fromItem(pointer) as LetterName]) : [];
      return letter;
    },
  };
};
