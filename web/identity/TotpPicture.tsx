import type { AnswerOf } from '../../contract/endpoint.ts';
import type { beginTotp } from '../../contract/identity.ts';
import { Link } from '../components/Link.tsx';
import { Text } from '../components/Text.tsx';
import { useIdentityText } from './text.ts';
import './DoorPage.css';

type Enrolment = AnswerOf<typeof beginTotp>;

/** To scan, to open on this phone, or to type over. The drawing goes in as a picture: our pages never run markup from a server. */
export function TotpPicture({ enrolment }: { enrolment: Enrolment }) {
  const { way: text } = useIdentityText();
  return (
    <div className="scan">
      <img
        className="scan__picture"
        alt={text.scanAlt}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(enrolment.qrSvg)}`}
      />
      <div className="scan__words">
        <Text>{text.scan}</Text>
        <Link href={enrolment.address}>{text.openApp}</Link>
        <Text small soft>
          {text.typeSecret}
        </Text>
        <code className="scan__secret">{enrolment.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </div>
    </div>
  );
}
