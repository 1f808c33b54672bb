import { Loading } from '../components/Loading.tsx';
import { ReportPage } from './ReportPage.tsx';
import { useReportText } from './text.ts';

/** The frame of a page that is not known yet. */
export function Waiting() {
  const text = useReportText();
  return (
    <ReportPage title={text.first.title}>
      <Loading />
    </ReportPage>
  );
}
