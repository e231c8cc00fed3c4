import { Command } from 'commander';
import { worklists } from '../../../shared/domain/api/work-by-state.ts';
import { WorklistPage } from '../../../shared/domain/api/worklist-page.ts';
import { signIn } from '../api-client/api.ts';

/** `worklist`: everything that a person of the office has to look at, the most urgent list first. */
export const worklistCommand = (): Command =>
  new Command('worklist')
    .description('what a person of the office has to look at, the most urgent list first')
    .option('--list <list>', `one list: ${worklists.join(', ')}`)
    .option('--json', 'one JSON line for each thing')
    .action(async ({ list, json }: { list?: string; json?: boolean }, command: Command) => {
      const api = await signIn(command);
      let shown = 0;
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ ...(list && { list }), ...(cursor !== undefined && { cursor }) });
        const response = await api.fetch(`/v1/worklist?${query.toString()}`);
        if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
        const page = WorklistPage.parse(await response.json());
        for (const item of page.items)
          process.stdout.write(
            json ? `${JSON.stringify(item)}\n` : `${item.list}  ${item.dossierCode}  ${item.because}\n`,
          );
        shown += page.items.length;
        cursor = page.cursor;
      } while (cursor !== undefined);
      if (shown === 0 && !json) process.stdout.write('Nothing waits for a person.\n');
    });
