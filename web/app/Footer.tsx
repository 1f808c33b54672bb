import { Link } from '../components/Link.tsx';
import { useAppText } from './text.ts';

export function Footer() {
  const text = useAppText();
  return (
    <footer className="shell__footer">
      <div className="shell__inner">
        <span className="soft small">{text.footer.danger}</span>
        <span className="shell__footer-links">
          <Link className="small" href="/kaart">
            {text.footer.paperCard}
          </Link>
          <Link className="small" href="/toegankelijkheid">
            {text.footer.accessibility}
          </Link>
        </span>
      </div>
    </footer>
  );
}
