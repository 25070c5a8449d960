import type { ComponentPropsWithoutRef } from 'react';

type CellProps = ComponentPropsWithoutRef<'div'> & { role?: 'cell' | 'gridcell' | 'columnheader' };

/** A cell of `VirtualRows`: its rows are positioned one by one, which the elements of a table can't be. */
export const Cell = ({ role = 'cell', ...attributes }: CellProps) => <div role={role} {...attributes} />;

/** A heading in the header row of `VirtualRows`. */
export const HeaderCell = (attributes: Omit<CellProps, 'role'>) => <Cell role="columnheader" {...attributes} />;
