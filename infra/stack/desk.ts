import { Duration } from 'aws-cdk-lib';
import {
  dispatchIndex,
  dueIndex,
  lookupIndex,
  offersBy,
  partitions,
} from '../../shared/adapters/dynamodb/table.ts';
import type { House } from './foundation.ts';

/** Every partition that begins so. */
const all = (partition: string): string => `${partition}*`;

/** The pages that officers work on. No token opens them: each route asks for the session of an officer itself. */
export const pages = ({ deployment, table, door, sms, letter, imports, documents, keyed }: House): void => {
  const serveDesk = keyed('serve-desk', {
    forStrangers: true,
    whoIsHurt: 'Officers cannot sign in, and see neither whom to ring nor which letter waits.',
    timeout: Duration.seconds(29),
    memory: 1024,
    environment: {
      PUBLIC_URL: door.url,
      SMS_QUEUE_URL: sms.queue.queueUrl,
      LETTER_QUEUE_URL: letter.queue.queueUrl,
      DOCUMENTS_BUCKET: documents.name,
      IMPORT_QUEUE_URL: imports.queue.queueUrl,
      SIGN_IN: JSON.stringify(deployment.settings.signIn),
      SMS_CARRIERS: deployment.settings.smsCarriers.join(','),
    },
  });
  table.allowRead(serveDesk, 'GetItem', 'BatchGetItem');
  table.allowQuery(serveDesk, 'table', dueIndex, lookupIndex, dispatchIndex, offersBy.ward);
  // What its pages do: put right, ring, sign, steer, choose. Who may come in, and machines' keys, are written elsewhere.
  const {
    event,
    dossier,
    bundle,
    person,
    phone,
    letter: letters,
    calendar,
    job,
    changes,
    ward,
    proposal,
    manifest,
    tracking,
    claim,
    pool,
    cash,
    bookings,
    confirmation,
    polls,
  } = partitions;
  // Papers over the counter and at the door: lists, numbers, claims of the office's own people, and the money.
  const ofPapers = [job, changes, manifest, tracking, claim, pool, cash, bookings, confirmation, polls];
  const written = [event, dossier, bundle, person, phone, letters, calendar, ward, proposal, ...ofPapers];
  table.within(...written.map(all)).allowWrite(serveDesk, 'PutItem', 'UpdateItem');
  table
    .within(all(partitions.session), all(partitions.deed), all(partitions.import))
    .allowWrite(serveDesk, 'PutItem');
  sms.allowSend(serveDesk);
  letter.allowSend(serveDesk);
  imports.allowSend(serveDesk);
  documents.allowRead(serveDesk, 'letters');
  documents.allowRead(serveDesk, 'batches');
  documents.allowRead(serveDesk, 'imports');
  documents.allowKeep(serveDesk, 'imports');
  door.openPages(
    serveDesk,
    'A page asks for the session of an officer itself, and shows how to sign in where there is none.',
    'GET /',
    'GET /kieu/{file}',
    'GET /dang-nhap',
    'GET /dang-nhap/bat-dau',
    'GET /dang-nhap/xong',
    'GET /dang-nhap/tiep',
    'POST /dang-xuat',
    'GET /viec',
    'GET /goi',
    'POST /goi',
    'GET /ho-so',
    'POST /ho-so',
    'GET /ho-so/moi',
    'POST /ho-so/moi',
    'POST /ho-so/moi/the',
    'GET /ho-so/{code}/buoc',
    'POST /ho-so/{code}/buoc',
    'GET /ho-so/{code}/phieu',
    'GET /ho-so/{code}',
    'POST /ho-so/{code}/sua',
    'POST /ho-so/{code}/huy-buoc',
    'POST /ho-so/{code}/da-xong',
    'POST /ho-so/{code}/su-kien',
    'POST /ho-so/{code}/tin',
    'GET /nhap',
    'POST /nhap',
    'GET /nhap/{id}',
    'POST /nhap/{id}',
    'GET /nhap/{id}/bao-cao',
    'GET /nhap/{id}/tep',
    'GET /thu',
    'GET /thu/{id}',
    'GET /thu/{id}/trang',
    'GET /thu/{id}/to-roi',
    'GET /thu/{id}/hinh',
    'POST /thu/{id}/ky',
    'POST /thu/{id}/giu',
    'POST /thu/{id}/huy',
    'POST /thu/{id}/trao',
    'GET /thu/in/{lo}',
    'GET /buu-gui',
    'GET /hanh-trinh/{id}',
    'POST /hanh-trinh/{id}',
    'GET /bang-ke',
    'POST /bang-ke',
    'GET /bang-ke/{id}',
    'POST /bang-ke/{id}',
    'GET /di-phat',
    'POST /di-phat',
    'POST /di-phat/{id}',
    'GET /tien',
    'POST /tien',
    'GET /hom-nay',
    'GET /tinh',
    'GET /bao-cao',
    'GET /bao-cao/{ten}',
    'GET /bao-cao/{ten}/tep',
    'GET /cai-dat',
    'POST /cai-dat',
    'GET /cai-dat/bang',
    'POST /cai-dat/bang',
    'GET /cai-dat/cau-chu',
    'GET /cai-dat/cau-chu/{ten}',
    'POST /cai-dat/cau-chu/{ten}',
    'GET /cai-dat/duyet',
    'POST /cai-dat/duyet/{id}',
  );
};
