import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { lookupIndex } from '../../shared/adapters/dynamodb/table.ts';
import type { Deployment } from './deployment.ts';
import { DocumentStore } from './document-store.ts';
import type { FrontDoor } from './front-door.ts';
import { WardFunction } from './ward-function.ts';
import type { WardTable } from './ward-table.ts';
import { WorkQueue } from './work-queue.ts';

type LettersProps = {
  deployment: Deployment;
  table: WardTable;
  door: FrontDoor;
  store: Record<string, string>;
};

/** An HTTP API waits 30 seconds for an answer; a batch of 200 letters takes about 3. */
const printingTime = Duration.seconds(29);

/** Letters, from the ring that wakes the press to the family that scans the code on the page. */
export class Letters extends Construct {
  /** What a function that rings has to know. */
  readonly bell: { LETTER_QUEUE_URL: string };
  readonly functions: WardFunction[] = [];
  private readonly queue: WorkQueue;
  private readonly documents: DocumentStore;
  private readonly props: LettersProps;
  private readonly renderingTime = Duration.seconds(60);

  constructor(scope: Construct, id: string, props: LettersProps) {
    super(scope, id);
    const { deployment } = props;
    this.props = props;
    this.queue = new WorkQueue(this, 'letter', {
      deployment,
      whoIsHurt: 'Families are owed a letter that is not put on paper; it misses the result it belongs to.',
      workerTimeout: this.renderingTime,
      attempts: 5,
    });
    this.documents = new DocumentStore(this, 'documents', deployment);
    this.bell = { LETTER_QUEUE_URL: this.queue.queue.queueUrl };
  }

  allowRing(fn: WardFunction): void {
    this.queue.allowSend(fn);
  }

  /** The functions, in the order in which a letter meets them. */
  work(): void {
    this.render();
    this.show();
    this.act();
    this.print();
    this.calendar();
  }

  private fn(name: string, whoIsHurt: string, more: Partial<ConstructorParameters<typeof WardFunction>[2]>) {
    const { deployment, store } = this.props;
    const fn = new WardFunction(this, name, {
      deployment,
      whoIsHurt,
      ...more,
      environment: { ...store, ...more.environment },
    });
    this.functions.push(fn);
    this.props.table.allowRead(fn, 'BatchGetItem');
    return fn;
  }

  private readonly bucket = () => ({ DOCUMENTS_BUCKET: this.documents.name });

  private render(): void {
    const fn = this.fn('render-letter', 'Families get no letter with their result: none is put on paper.', {
      timeout: this.renderingTime,
      memory: 1536,
      press: true,
      environment: this.bucket(),
    });
    this.props.table.allowWrite(fn, 'UpdateItem');
    this.documents.allowKeep(fn, 'letters');
    this.queue.feed(fn, { batchSize: 5, workers: 2 });
  }

  private show(): void {
    const fn = this.fn('serve-letters', 'Officers cannot see or open the letters that wait for them.', {
      environment: this.bucket(),
    });
    this.props.table.allowQuery(fn, 'table', lookupIndex);
    this.documents.allowRead(fn, 'letters');
    this.props.door.protect(
      fn,
      'ward:read',
      'GET /v1/letters',
      'GET /v1/letters/{id}',
      'GET /v1/letters/{id}/document',
      'GET /v1/letters/{id}/leaflet',
    );
  }

  private act(): void {
    const fn = this.fn(
      'act-on-letters',
      'Officers cannot release, hold or withdraw a letter; a condolence waits while the family is at the counter.',
      { environment: this.bell },
    );
    this.props.table.allowRead(fn, 'GetItem');
    this.props.table.allowWrite(fn, 'PutItem', 'UpdateItem');
    this.queue.allowSend(fn);
    this.props.door.protect(
      fn,
      'ward:write',
      'POST /v1/letters/{id}/release',
      'POST /v1/letters/{id}/hold',
      'POST /v1/letters/{id}/withdraw',
      'POST /v1/letters/{id}/mark-handed-over',
      'POST /v1/letters/{id}/mark-posted',
      'POST /v1/letters/{id}/revise',
    );
  }

  private print(): void {
    const fn = this.fn('print-letters', 'Officers cannot print the letters that are released.', {
      timeout: printingTime,
      memory: 1769, // one whole processor: the batch is set in one go
      press: true,
      environment: this.bucket(),
    });
    this.props.table.allowWrite(fn, 'PutItem', 'UpdateItem');
    this.documents.allowKeep(fn, 'batches');
    this.documents.allowRead(fn, 'batches');
    this.props.door.protect(fn, 'ward:write', 'POST /v1/print-batches');
  }

  private calendar(): void {
    const fn = this.fn(
      'serve-calendar',
      'Families cannot open the vaccination calendar from their letter.',
      {},
    );
    this.props.door.open(
      fn,
      'A family scans the code on its letter; the secret word in it is all it has.',
      'GET /lich/{token}',
    );
  }
}
