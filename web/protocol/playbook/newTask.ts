import type { PlaybookTask, ReporterWords } from '../../../contract/protocol.ts';
import { newCode } from '../editing/lists.ts';
import { deadlineOf } from './deadlines.ts';

/** A task to begin with: for who leads the dossier, two working days, and no more to read than is needed. */
export function newTask(reporterWords: ReporterWords): PlaybookTask {
  return {
    code: newCode(),
    title: { nl: '', en: '' },
    explanation: { nl: '', en: '' },
    owner: 'lead',
    deadline: deadlineOf('working_days'),
    records: [],
    needs: [],
    onlyWhen: [],
    reporterWords,
  };
}
