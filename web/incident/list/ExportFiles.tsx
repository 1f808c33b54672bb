import { type ExportRow, listExports } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useListText } from './text.ts';

const tones = { making: 'amber', ready: 'green', failed: 'amber' } as const;

/** What somebody asked for and can still fetch; it says by itself when one is ready. */
export function ExportFiles() {
  const text = useListText().export;
  const { data } = useRead(listExports, {}, { live: ['notifications'] });
  if (!data || data.exports.length === 0) return null;
  return (
    <Card heading={text.files}>
      <Text soft>{text.filesLead}</Text>
      <ul className="plain-list" aria-live="polite">
        {data.exports.map((file) => (
          <File key={file.exportId} file={file} />
        ))}
      </ul>
    </Card>
  );
}

function File({ file }: { file: ExportRow }) {
  const text = useListText().export;
  const moments = useMoments();
  const when = moments.moment(file.askedAt, useNow());
  const about = [file.rows !== null && text.rows(file.rows), file.hasNames && text.hasNames, when];
  return (
    <li className="export-file">
      <span className="export-file__words">
        <strong>{text.formats[file.format]}</strong> <Tag tone={tones[file.state]}>{text.states[file.state]}</Tag>
        <br />
        <span className="soft small">{about.filter(Boolean).join(' · ')}</span>
        {file.isCut && <Text small>{text.cut}</Text>}
        {file.state === 'failed' && <Text small>{text.failedHint}</Text>}
      </span>
      {file.state === 'ready' && (
        <ButtonLink
          kind="secondary"
          href={`/api/v1/incident-exports/${file.exportId}/file`}
          download
          aria-label={text.fetchOf(text.formats[file.format], when)}
        >
          {text.fetch}
        </ButtonLink>
      )}
    </li>
  );
}
