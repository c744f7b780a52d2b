import type { Item } from 'coact';

/** Whether the reader may use an operation on this item now: the server's own answer, not a guess of the page. */
export const may = ({ abilities }: Item, operation: string): boolean => abilities.includes(operation);

/** Whether the reader is the one who works on the item. */
export const isMine = ({ run }: Item, me: string | undefined): boolean => run !== null && run.executor === me;
