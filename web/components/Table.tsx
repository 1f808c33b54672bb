import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import './Table.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right; the title is the cell that names the row; a box chooses it, without words of its own. */
  kind?: 'title' | 'figure' | 'box';
}

interface TableProps<Row> {
  /** What the table shows; read out, and shown when `showCaption` is set. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
}

/** Rows beside each other on a desk; on a phone each row is a card with its own labels. */
export function Table<Row>({ caption, showCaption, columns, rows, rowId }: TableProps<Row>) {
  return (
    <table className="table">
      <caption className={showCaption ? 'table__caption' : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, header, kind }) => (
            <th key={id} scope="col" className={classes(kind === 'figure' && 'table__figure')}>
              {kind === 'box' ? <span className="visually-hidden">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  if (column.kind === 'title') {
    return (
      <th scope="row" className="table__title">
        {content}
      </th>
    );
  }
  if (column.kind === 'box') return <td className="table__box">{content}</td>;
  return (
    <td data-label={column.header} className={classes(column.kind === 'figure' && 'table__figure figures')}>
      {content}
    </td>
  );
}
