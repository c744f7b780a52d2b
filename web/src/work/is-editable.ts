import type { ItemSummary } from 'coact';
import type { Column } from './sort.ts';

const fields = ['priority', 'risk', 'due', 'labels', 'owner', 'assignee', 'serves'] as const;
export type EditableColumn = (typeof fields)[number];

export const isEditableColumn = (column: Column): column is EditableColumn => fields.some((one) => one === column);

/** What can be edited in the table itself. What has ended stays as it is. */
export const isEditable = ({ state }: ItemSummary, column: Column): boolean =>
  isEditableColumn(column) && state !== 'done' && state !== 'cancelled';
