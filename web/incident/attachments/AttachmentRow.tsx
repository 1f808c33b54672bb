import { useState } from 'react';
import type { Attachment } from '../../../contract/incident.ts';
import { megabytes } from '../../attachments/size.ts';
import { Tag } from '../../components/Tag.tsx';
import { useNow } from '../../session/now.ts';
import { useLanguage } from '../../text/index.ts';
import { useMoments } from '../../text/moments.ts';
import { AsEvidence } from './AsEvidence.tsx';
import { addressOf } from './addressOf.ts';
import { PictureDialog } from './PictureDialog.tsx';
import { Sound } from './Sound.tsx';
import { useFilesText } from './text.ts';

export function AttachmentRow({ attachment, mayHide }: { attachment: Attachment; mayHide: boolean }) {
  const text = useFilesText();
  const moments = useMoments();
  const now = useNow();
  const language = useLanguage();
  const { fileName, kind, size, addedBy, addedAt, hidden } = attachment;
  return (
    <li className="file">
      <Look attachment={attachment} />
      <div className="file__about">
        <span className="file__name">{fileName}</span>
        <span className="file__facts">
          {[text.kinds[kind], megabytes(size, language), addedBy.name, moments.moment(addedAt, now)].join(' · ')}
        </span>
        <Standing attachment={attachment} />
        <WhyNotHere attachment={attachment} />
        {hidden && (
          <p className="file__facts">{text.hiddenBy(hidden.by.name, moments.moment(hidden.at, now), hidden.reason)}</p>
        )}
        {kind === 'audio' && attachment.canBeViewed && <Sound src={addressOf(attachment, 'view')} name={fileName} />}
      </div>
      <div className="file__evidence">
        <AsEvidence attachment={attachment} mayHide={mayHide && !hidden} />
      </div>
    </li>
  );
}

/** What nobody can look at here, says so itself and what to do instead. */
function WhyNotHere({ attachment: { kind, scan, copy, canBeViewed } }: { attachment: Attachment }) {
  const text = useFilesText();
  if (canBeViewed || scan === 'infected' || scan === 'waiting') return null;
  const why = copy === 'impossible' ? text.whyNot.picture : kind === 'email' ? text.whyNot.email : null;
  return why && <p className="file__facts">{why}</p>;
}

function Standing({ attachment: { scan, copy, isMislabelled, hidden, kind, mediaType } }: { attachment: Attachment }) {
  const text = useFilesText();
  const said = [
    hidden && <Tag key="hidden">{text.hidden}</Tag>,
    scan === 'infected' && (
      <Tag key="infected" tone="amber">
        {text.infected}
      </Tag>
    ),
    scan === 'waiting' && <Tag key="scan">{text.scanning}</Tag>,
    kind === 'image' && copy === 'waiting' && scan !== 'waiting' && <Tag key="copy">{text.copying}</Tag>,
    isMislabelled && (
      <Tag key="name" tone="amber">
        {text.mislabelled(text.types[mediaType] ?? mediaType)}
      </Tag>
    ),
  ].filter(Boolean);
  return said.length > 0 ? <div className="file__tags">{said}</div> : null;
}

/** A picture, small, that opens large; a PDF in a tab of its own; else a quiet sign of what it is. */
function Look({ attachment }: { attachment: Attachment }) {
  const text = useFilesText();
  const [isOpen, setOpen] = useState(false);
  const { fileName, kind, canBeViewed, mediaType } = attachment;
  if (kind === 'image' && canBeViewed) {
    return (
      <>
        <button type="button" className="file__look" onClick={() => setOpen(true)}>
          <img src={addressOf(attachment, 'thumbnail')} alt={text.open(fileName)} loading="lazy" />
        </button>
        {isOpen && <PictureDialog attachment={attachment} onClose={() => setOpen(false)} />}
      </>
    );
  }
  if (mediaType === 'application/pdf' && canBeViewed) {
    return (
      <a
        className="file__look file__look--sign"
        href={addressOf(attachment, 'view')}
        target="_blank"
        rel="noreferrer"
        aria-label={text.openInTab(fileName)}
      >
        {text.signs.document}
      </a>
    );
  }
  return (
    <span className="file__look file__look--sign" aria-hidden="true">
      {text.signs[kind]}
    </span>
  );
}
