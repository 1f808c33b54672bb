import type { MatrixColumnContent, MatrixContent } from '../../../contract/protocol.ts';
import { Card } from '../../components/Card.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useBilingual } from '../../text/index.ts';
import { useProtocolText } from '../text.ts';
import '../protocol.css';

/** The five columns as everybody reads them: from mild to severe, each with what you do. */
export function MatrixView({ content }: { content: MatrixContent }) {
  return (
    <ol className="matrix plain-list">
      {content.columns.map((column, at) => (
        <ColumnCard key={column.column} column={column} place={at + 1} />
      ))}
    </ol>
  );
}

function ColumnCard({ column, place }: { column: MatrixColumnContent; place: number }) {
  const { matrix: text } = useProtocolText();
  const say = useBilingual();
  return (
    <Card
      as="li"
      heading={
        <span className="matrix__heading">
          <span className="matrix__place" aria-hidden="true">
            {place}
          </span>
          {say(column.title)}
        </span>
      }
      aside={<Tag tone={place > 2 ? 'amber' : 'teal'}>{say(column.approachTitle)}</Tag>}
    >
      <Text>{say(column.recognise)}</Text>
      <Text className="matrix__norm">{say(column.norm)}</Text>
      <div className="matrix__lists">
        <div>
          <Heading level={3} className="matrix__subheading">
            {text.examples}
          </Heading>
          <ul className="matrix__list">
            {column.examples.map(({ code, text: example }) => (
              <li key={code}>{say(example)}</li>
            ))}
          </ul>
        </div>
        <div>
          <Heading level={3} className="matrix__subheading">
            {text.approach}
          </Heading>
          <ol className="matrix__list">
            {column.steps.map((step) => (
              <li key={step.nl}>{say(step)}</li>
            ))}
          </ol>
        </div>
      </div>
      <Text soft>
        <strong>{text.reporting}: </strong>
        {say(column.reporting)}
      </Text>
    </Card>
  );
}
