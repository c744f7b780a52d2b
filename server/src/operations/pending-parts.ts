import { type AccountMove, joinAccountMoves } from '../domain/budget/account-moves.ts';
import { moveAccounts } from '../store/budgets.ts';
import { areHere } from '../store/people.ts';
import { type Part, type RowMove, joinMoves, moveRows } from '../store/save-item.ts';

/** The statements that one command has queued. What touches the same row is joined, since one statement updates a row once. */
export function pendingParts(workspace: string) {
  const parts: Part[] = [];
  const moves = new Map<string, RowMove>();
  /** What runs take from the accounts of budgets, or give back. */
  const accounts = new Map<string, AccountMove>();
  /** Whom the command makes answer for open work. */
  const answerable = new Set<string>();
  return {
    add: (...more: readonly Part[]) => void parts.push(...more),
    move: (item: string, by: RowMove) => void moves.set(item, joinMoves(moves.get(item), by)),
    account(move: AccountMove) {
      const account = `${move.budget} ${move.period}`;
      accounts.set(account, joinAccountMoves(accounts.get(account), move));
    },
    answers: (owner: string) => void answerable.add(owner),
    joined: (): Part[] => [
      ...guardOwners(answerable),
      ...parts,
      ...(moves.size > 0 ? [moveRows(workspace, moves)] : []),
      ...(accounts.size > 0 ? [moveAccounts(workspace, [...accounts.values()])] : []),
    ],
    clear() {
      parts.length = 0;
      for (const each of [moves, accounts, answerable]) each.clear();
    },
  };
}

/** The owners of the work must still be here when it is written: looked at first, before any row is locked. */
const guardOwners = (owners: ReadonlySet<string>): Part[] =>
  owners.size > 0 ? [{ of: 'owners', statement: areHere([...owners]) }] : [];
