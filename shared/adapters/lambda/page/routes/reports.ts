import { may } from '../../../../domain/people/may.ts';
import { Month, monthOf } from '../../../../domain/report/month.ts';
import type { MonthRead } from '../../../../domain/report/report.ts';
import { isReport, reports } from '../../../../domain/report/reports/all.ts';
import { csvOfListing } from '../../../../domain/report/table/csv.ts';
import type { Listing } from '../../../../domain/report/table/listing.ts';
import { workbookOf } from '../../../../domain/report/table/workbook.ts';
import { dayOf } from '../../../../domain/values/day.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { fileAnswer, type FileForm, isFileForm } from '../frame/file-answer.ts';
import { notAllowedPage, notFoundPage } from '../frame/refusals.ts';
import { type ListPorts, listingOf } from '../lists/listings.ts';
import { fileLists, isFileList } from '../lists/names.ts';
import { type Looking, reportPage } from '../views/report/report-page.ts';
import { reportsPage } from '../views/report/reports-page.ts';

type Ports = DeskPorts &
  ListPorts & {
    month: (of: Ward | 'all', month: Month, how?: { upToToday: boolean }) => Promise<MonthRead>;
    /** Packs the parts of a workbook into one file. */
    pack: (parts: Readonly<Record<string, string>>) => Uint8Array;
  };

/** This month, unless another one that has begun is asked for; the province only for whoever may see it. */
const lookingAt = ({ query, now, officer }: DeskRequest): Looking => {
  const asked = Month.safeParse(query['thang']);
  const current = monthOf(dayOf(now));
  return {
    month: asked.success && asked.data <= current ? asked.data : current,
    province: query['noi'] === 'tinh' && may(officer, 'read-province'),
  };
};

const readFor = (ports: Ports, { officer }: DeskRequest, { month, province }: Looking, name = '') =>
  ports.month(province ? 'all' : officer.ward, month, { upToToday: name === 'bieu-06a' });

const asFile = ({ pack }: Ports, listing: Listing, name: string, form: FileForm): Answer =>
  fileAnswer(form === 'csv' ? csvOfListing(listing) : pack(workbookOf(listing)), name, form);

const formIn = ({ query }: DeskRequest): FileForm => {
  const { dang = 'csv' } = query;
  return isFileForm(dang) ? dang : 'csv';
};

/** The figures of an office, and every list of it as a file. */
export const reportRoutes: Record<string, Route<Ports>> = {
  'GET /bao-cao': reads('read-report', async (ports: Ports, asked) => {
    const looking = lookingAt(asked);
    const read = await readFor(ports, asked, looking);
    return pageAnswer(reportsPage(asked.at, { read, looking, now: asked.now }));
  }),
  'GET /bao-cao/{ten}': reads('read-report', async (ports: Ports, asked) => {
    const { ten = '' } = asked.path;
    if (!isReport(ten)) return pageAnswer(notFoundPage(asked.at), { status: 404 });
    const looking = lookingAt(asked);
    const read = await readFor(ports, asked, looking, ten);
    const report = reports[ten].make(read.basis);
    return pageAnswer(reportPage(asked.at, ten, report, { read, looking, now: asked.now }));
  }),
  'GET /bao-cao/{ten}/tep': reads(
    'export',
    async (ports: Ports, asked) => {
      const { ten = '' } = asked.path;
      const form = formIn(asked);
      if (isReport(ten)) {
        const looking = lookingAt(asked);
        const read = await readFor(ports, asked, looking, ten);
        const whose = looking.province ? 'tinh' : asked.officer.ward;
        const name = `bao-tin-${ten}-${whose}-${looking.month}`;
        return asFile(ports, reports[ten].make(read.basis).listing, name, form);
      }
      if (!isFileList(ten)) return pageAnswer(notFoundPage(asked.at), { status: 404 });
      if (!may(asked.officer, fileLists[ten].needs))
        return pageAnswer(notAllowedPage(asked.at), { status: 403 });
      const { ward } = asked.officer;
      return asFile(
        ports,
        await listingOf(ports, ward, ten),
        `bao-tin-${ten}-${ward}-${dayOf(asked.now)}`,
        form,
      );
    },
    (asked) => `${asked.path['ten']}.${formIn(asked)}`,
  ),
};
