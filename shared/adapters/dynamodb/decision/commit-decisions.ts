import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { actionsAtOnce, type DecisionPiece, piecesOf } from './decision-pieces.ts';
import { dispatchJobKind } from '../table.ts';
import { isAboutLetters } from '../letter/letter-pieces.ts';
import { isVersioned } from '../versioned.ts';
import type { Committed, Dossiers } from '../../../domain/decision/dossiers.ts';

/** Half of what one transaction takes (4 MB), since we measure JSON and DynamoDB its own way. */
const bytesAtOnce = 2_000_000;

type Work = { index: number; piece: DecisionPiece };

const sizeOf = (piece: DecisionPiece): number => Buffer.byteLength(JSON.stringify(piece));

/** Fills transactions with the pieces of many dossiers, in order. */
const packs = (work: readonly Work[]): Work[][] => {
  const filled: Work[][] = [];
  let actions = Infinity;
  let bytes = 0;
  for (const each of work) {
    const size = sizeOf(each.piece);
    if (actions + each.piece.length > actionsAtOnce || bytes + size > bytesAtOnce) {
      filled.push([]);
      [actions, bytes] = [0, 0];
    }
    filled.at(-1)!.push(each);
    actions += each.piece.length;
    bytes += size;
  }
  return filled;
};

/**
 * Whether somebody else was faster: the dossier, its bundle or its phone card has another version, or is being written
 * just now, or somebody asked for its journey, or another dossier told of the same person. Any other reason is a surprise, also a notification that exists although the dossier's version is
 * the one decided on: dossiers and their notifications are only written together, so a person has to look.
 */
const lostTheRace = (
  piece: DecisionPiece,
  { CancellationReasons: reasons = [] }: TransactionCanceledException,
): boolean =>
  reasons.some(
    ({ Code, Item }, index) =>
      Code === 'TransactionConflict' ||
      Item?.['kind']?.S === dispatchJobKind ||
      (Code === 'ConditionalCheckFailed' && (isVersioned(piece[index]!) || isAboutLetters(piece[index]!))),
  );

/** What this piece itself cannot be written for, such as an item above 400 KB; a store that is down is no piece's fault. */
const ofThisPiece = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ValidationException') return `cannot be written: ${error.name}`;
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const own = error.CancellationReasons?.map(({ Code }) => Code).find(
    (code) => code === 'ValidationError' || code === 'ConditionalCheckFailed',
  );
  return own === undefined ? undefined : `cannot be written: ${own}`;
};

/**
 * Writes decisions, many dossiers to a transaction. A transaction that is cancelled says nothing about most of its
 * dossiers, so each of them is tried again by itself; one that cannot be written fails alone.
 *
 * A transaction whose answer was lost would meet its own new version. It does not: the SDK gives every command one
 * ClientRequestToken when it serialises it (`idempotencyToken` in the model of TransactWriteItems), before its retries
 * begin, and DynamoDB answers the same token with success again for ten minutes.
 */
export const commitDecisions = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Dossiers['commit'] => {
  const write = (pieces: readonly DecisionPiece[]) =>
    client.send(new TransactWriteItemsCommand({ TransactItems: pieces.flat() }));

  const alone = async (piece: DecisionPiece): Promise<Committed> => {
    try {
      await write([piece]);
      return 'committed';
    } catch (error) {
      if (error instanceof TransactionCanceledException && lostTheRace(piece, error)) return 'conflict';
      const failed = ofThisPiece(error);
      if (failed === undefined) throw error;
      return { failed };
    }
  };

  const inTurn = async (pieces: readonly DecisionPiece[]): Promise<Committed> => {
    for (const piece of pieces) {
      const result = await alone(piece);
      if (result !== 'committed') return result;
    }
    return 'committed';
  };

  const together = async (pack: readonly Work[]): Promise<Committed[]> => {
    if (pack.length === 1) return [await alone(pack[0]!.piece)];
    try {
      await write(pack.map(({ piece }) => piece));
      return pack.map(() => 'committed');
    } catch (error) {
      if (!(error instanceof TransactionCanceledException) && ofThisPiece(error) === undefined) throw error;
      return Promise.all(pack.map(({ piece }) => alone(piece)));
    }
  };

  return async (decided) => {
    const pieces = decided.map((decision) => piecesOf(decision, tableName, vault));
    const results: Committed[] = [];
    // Two dossiers may tell of one person, and a transaction takes no item twice: such pieces go one by one.
    const inPacks = (of: DecisionPiece[]): boolean => of.length === 1 && !of[0]!.some(isAboutLetters);
    const whole = pieces.flatMap((of, index): Work[] => (inPacks(of) ? [{ index, piece: of[0]! }] : []));
    const family = async () => {
      for (const [index, of] of pieces.entries()) {
        if (of.length === 1 && !inPacks(of)) results[index] = await alone(of[0]!);
      }
    };
    await Promise.all([
      family(),
      ...packs(whole).map(async (pack) => {
        const answers = await together(pack);
        pack.forEach(({ index }, place) => (results[index] = answers[place]!));
      }),
      ...pieces.map(async (of, index) => {
        if (of.length !== 1) results[index] = await inTurn(of);
      }),
    ]);
    return results;
  };
};
