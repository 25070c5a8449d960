import type { ComponentPropsWithoutRef } from 'react';
import { Spoken } from './spoken';

type CellProps = ComponentPropsWithoutRef<'div'> & { role?: 'cell' | 'gridcell' | 'columnheader' };

/** A cell of `VirtualRows`: its rows are positioned one by one, which the elements of a table can't be. */
export const Cell = ({ role = 'cell', ...attributes }: CellProps) => <div role={role} {...attributes} />;

/** A heading in the header row of `VirtualRows`; a column of icons is named by `aria-label` alone, for who does not see it. */
export const HeaderCell = ({ 'aria-label': name, children, ...attributes }: Omit<CellProps, 'role'>) => (
  <Cell role="columnheader" {...attributes}>
    {children}
    {name && <Spoken>{name}</Spoken>}
  </Cell>
);
